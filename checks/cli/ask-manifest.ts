import { defaultCategories } from "../listing/categories.ts";
import { answerProblem, emailIn, type FirstManifest, summaryIn } from "../listing/first-manifest.ts";
import { toOneLine } from "../report/escape.ts";

export type Answers = Pick<FirstManifest, "title" | "publisher" | "summary" | "category" | "supportEmail">;

/** Asks what no file tells; an empty answer leaves a comment. Null where the person gives up. */
export async function askManifest(target: string, known: FirstManifest): Promise<Partial<Answers> | null> {
  // Only loaded where somebody is there to answer.
  const prompts = await import("@clack/prompts");

  function question(key: keyof Answers, message: string, placeholder: string) {
    return prompts.text({
      message,
      placeholder,
      validate: (answer = "") =>
        answer.trim() === "" ? undefined : (answerProblem(key, answer) ?? undefined),
    });
  }

  function category() {
    return prompts.autocomplete({
      message: "In which category do people look for it?",
      placeholder: "type to search",
      maxItems: 7,
      options: [
        { value: "", label: "Decide later", hint: "the programme may have categories of its own" },
        ...defaultCategories.map((value) => ({ value, label: value })),
      ],
    });
  }

  const questions: Partial<Record<keyof Answers, () => Promise<string | symbol>>> = {
    ...(known.title === null && {
      title: () => question("title", "What is the application called?", "Lantern Desk"),
    }),
    publisher: () => question("publisher", "Which developer account publishes it?", "its slug, such as acme"),
    ...(summaryIn(known.readme) === null && {
      summary: () => question("summary", "What is it for, in one line?", "Work with tickets of a help desk."),
    }),
    category,
    ...(emailIn(known.readme) === null && {
      supportEmail: () => question("supportEmail", "Where do users write for help?", "support@acme.example"),
    }),
  };

  const name = toOneLine(known.title ?? "a connector without a title");
  prompts.intro(`${toOneLine(target)} for ${name}. Enter leaves a question for later.`);
  const answers: Record<string, string> = {};
  for (const [key, ask] of Object.entries(questions)) {
    const answer = await ask();
    if (typeof answer === "symbol") {
      prompts.cancel(`${toOneLine(target)} was not written.`);
      return null;
    }
    if (answer.trim() !== "") answers[key] = answer.trim();
  }
  prompts.outro("Thank you.");
  return answers;
}
