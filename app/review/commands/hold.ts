import { escapeUnseen, shorten, toOneLine } from "../../../checks/report/escape.ts";
import { holdsOf } from "../hold.ts";
import { done, puzzled, refuse, type ReviewCommand } from "./command.ts";

const notAllowed = "Submissions are put on hold, and let go on, by reviewers and by those who list.";

export const hold: ReviewCommand = {
  name: "hold",
  usage: "/hold [reason]",
  summary: "Stops the submission: nothing is listed, and no clock runs, until `/unhold`.",
  who: "reviewers, and who lists",
  answer: "how it goes on",
  run(args, { by, roles }) {
    if (!roles.mayHold(by)) return refuse(notAllowed);
    const reason = shorten(escapeUnseen(toOneLine(args)).trim(), 500);
    return done("On hold. `/unhold` lets it go on.", { act: "hold", reason });
  },
};

export const unhold: ReviewCommand = {
  name: "unhold",
  usage: "/unhold",
  summary: "Lets the submission go on.",
  who: "reviewers, and who lists",
  answer: "that it goes on",
  run(_, { by, roles, acts }) {
    if (!roles.mayHold(by)) return refuse(notAllowed);
    if (!holdsOf(acts, roles).hold) return puzzled("This submission is not on hold.");
    return done("It goes on.", { act: "unhold" });
  },
};
