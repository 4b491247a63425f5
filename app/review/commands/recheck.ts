import { refuse, type ReviewCommand } from "./command.ts";

export const recheck: ReviewCommand = {
  name: "recheck",
  usage: "/recheck",
  summary: "Makes all checks anew.",
  who: "the author, reviewers, and who lists",
  answer: "a reaction",
  run(_, { by, roles }) {
    if (!roles.isInvolved(by))
      return refuse("`/recheck` is for the author and the people whom the policy names.");
    // Whoever makes the checks looks for this command, and has done what it asks for by now.
    return { react: "+1", acts: [] };
  },
};
