import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ProjectResult } from "../checker.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { toOneLine } from "../report/escape.ts";
import { renderGithub } from "../report/github.ts";
import { renderHtml } from "../report/html.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import { renderSarif } from "../report/sarif.ts";
import { createStyle } from "../report/style.ts";
import { renderText } from "../report/text.ts";
import { version } from "../version.ts";
import type { Format, Output } from "./outputs.ts";
import { describeFileError } from "./read-file.ts";
import type { Terminal } from "./terminal.ts";
import { UserError } from "./user-error.ts";

/** Renders the results and writes them where they are wanted. */
export function writeReport(
  { format, file }: Output,
  results: readonly ProjectResult[],
  rules: RuleCatalogue,
  root: string,
  terminal: Terminal,
): void {
  if (file === null) {
    terminal.write(render(format, results, rules, terminal));
    return;
  }
  const plain = { style: createStyle(false), width: 100 };
  try {
    writeFileSync(resolve(root, file), render(format, results, rules, plain));
  } catch (error) {
    throw new UserError(`${toOneLine(file)}: cannot be written: ${describeFileError(error)}`);
  }
}

function render(
  format: Format,
  results: readonly ProjectResult[],
  rules: RuleCatalogue,
  { style, width }: Pick<Terminal, "style" | "width">,
): string {
  switch (format) {
    case "text":
      return renderText(results, { rules, style, width });
    case "json":
      return renderJson(toReport(results));
    case "sarif":
      return renderSarif(results, rules);
    case "sarif-waived":
      return renderSarif(results, rules, { waived: true });
    case "markdown":
      return renderMarkdown(toReport(results), { rules });
    case "html":
      return renderHtml(results, { rules });
    case "github":
      return renderGithub(toReport(results), rules);
  }
}

/** The versioned report of one run. */
export function toReport(results: readonly ProjectResult[]): Report {
  return {
    schemaVersion: 1,
    tool: { name: "connector-gate", version },
    projects: results.map(({ report }) => report),
  };
}
