import { shorten } from "../../../checks/report/escape.ts";
import { policyNames } from "../roles.ts";
import { isSide, sideNames } from "../side.ts";
import { listed } from "../words.ts";
import { done, puzzled, refuse, type ReviewCommand } from "./command.ts";

const maxText = 900;

export const requestChanges: ReviewCommand = {
  name: "request-changes",
  usage: "/request-changes <text>",
  summary: "Asks the author for changes; your approval, or a new connector and another's, takes it away.",
  who: "reviewers",
  answer: "which review waits for the author now",
  run(args, { by, text: whole, roles, observation: { policy }, sawHead }) {
    const own = roles.sidesOf(by);
    if (own.length === 0) {
      return refuse(
        roles.isInsider(by)
          ? "Nobody reviews a connector of their own side."
          : `\`/request-changes\` is for the reviewers whom the policy names: ${policyNames([...new Set([...policy.reviewers.code, ...policy.reviewers.usability])])}.`,
      );
    }
    const first = args.split(/\s+/, 1)[0]?.toLowerCase() ?? "";
    const named = isSide(first) ? first : null;
    const sides = own.filter((side) => named === null || side === named);
    const text = named === null ? whole : whole.replace(new RegExp(`^\\s*${named}\\b`, "i"), "").trim();
    if (sides.length === 0) return refuse(`You do not give the ${named ?? ""} review.`);
    if (text === "") return puzzled("Say what is to be changed, `/request-changes <text>`.");
    const where = listed(sides.map((side) => `*${sideNames[side]}*`));
    const note = sawHead
      ? ""
      : " The submission changed while you wrote, so this counts as asked of the version before.";
    return done(
      `Changes are asked for; ${where} ${sides.length === 1 ? "waits" : "wait"} for the author.${note}`,
      {
        act: "request",
        sides: [...sides],
        text: shorten(text, maxText),
      },
    );
  },
};
