import { done, puzzled, refuse, type ReviewCommand } from "./command.ts";

export const withdraw: ReviewCommand = {
  name: "withdraw",
  usage: "/withdraw",
  summary:
    "Takes the submission back; where it is listed already, opens a pull request that takes the listing away.",
  who: "the publisher, and who lists",
  answer: "what follows",
  run(_, { by, roles, observation: { pull, listed, record } }) {
    if (!roles.isPublisher(by) && !roles.isLister(by)) {
      return refuse("`/withdraw` is for the publisher of the connector and for those who list.");
    }
    if (!pull.isMerged) return done("Withdrawn. A new release opens a new submission.", { act: "withdraw" });
    if (!listed) return puzzled("It is not listed any more.");
    if (!roles.isLister(by) && listed.version !== record?.version) {
      return puzzled(
        `Version ${listed.version} is listed by now. Write \`/withdraw\` in the submission of that version.`,
      );
    }
    return done("A pull request that takes the listing away follows.", { act: "withdraw" });
  },
};
