import { markdownCode, shorten } from "../../../checks/report/escape.ts";
import { isSide, sideNames } from "../side.ts";
import { listed, named } from "../words.ts";
import { done, puzzled, refuse, type ReviewCommand } from "./command.ts";

export const assign: ReviewCommand = {
  name: "assign",
  usage: "/assign @user [code|usability]",
  summary: "Hands a review to another reviewer.",
  who: "reviewers, and who lists",
  answer: "who has the review now",
  run(args, { by, roles }) {
    if (!roles.mayHold(by)) return refuse("Reviews are handed over by reviewers and by those who list.");
    const [name = "", word = "", ...rest] = args.split(/\s+/);
    const login = name.replace(/^@/, "");
    const wanted = word.toLowerCase();
    if (login === "" || rest.length > 0 || (wanted !== "" && !isSide(wanted))) {
      return puzzled("Name one reviewer, such as `/assign @octocat`.");
    }
    const own = roles.sidesOf(login);
    const sides = own.filter((side) => wanted === "" || side === wanted);
    if (sides.length === 0) {
      const why = roles.isInsider(login) ? "belongs to the submitting side" : "is no reviewer for that";
      return puzzled(`${markdownCode(shorten(login, 50))} ${why}.`);
    }
    if (sides.length > 1) {
      return puzzled(
        `${named(login)} reviews both: say ${listed(sides.map((side) => `\`/assign @${login} ${side}\``))}.`,
      );
    }
    const [side] = sides;
    if (side === undefined) return puzzled("Name one reviewer, such as `/assign @octocat`.");
    return done(`${sideNames[side]}: handed to ${named(login)}.`, {
      act: "assign",
      side,
      login: login.toLowerCase(),
    });
  },
};
