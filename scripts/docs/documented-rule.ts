import { type Checker, createChecker } from "../../checks/checker.ts";
import { applyEdits } from "../../checks/engine/fix.ts";
import type { Example, OptionSpecs, Rule } from "../../checks/engine/rule.ts";
import type { RuleInfo } from "../../checks/engine/rule-info.ts";
import type { ConnectorProject, ProjectFile } from "../../checks/project.ts";

export interface GoodExample {
  readonly name: string;
  readonly source: string;
  /** Other files of the project by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface BadExample extends GoodExample {
  /** What the rule says about it. */
  readonly findings: readonly DocumentedFinding[];
  /** The source after the fix, where the rule has one. */
  readonly fixed: string | null;
}

export interface DocumentedFinding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A rule with what its page shows. */
export interface DocumentedRule {
  readonly info: RuleInfo;
  readonly options: OptionSpecs;
  /** Whether a comment in the connector can waive what the rule finds; not so in a file that is not read at all. */
  readonly isWaivable: boolean;
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
}

const connectorFile = "connector.rb";

/** Runs a rule on its own examples, so that its page shows what it really says. */
export async function documentRule(wasm: Uint8Array, rule: Rule): Promise<DocumentedRule> {
  const checker = await createChecker(wasm, [rule]);
  const bad = rule.examples.bad.map((example) => runBad(checker, example));
  return {
    info: rule,
    options: rule.options,
    isWaivable: bad.some((example) => isWaived(checker, rule.id, example)),
    good: rule.examples.good.map(toGood),
    bad,
  };
}

function runBad(checker: Checker, example: Example): BadExample {
  const good = toGood(example);
  const { report, findings } = checker.check(toProject(good), { failOn: "never" });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  return {
    ...good,
    findings: report.findings.map(({ file, start, message }) => ({ file, line: start.line, message })),
    fixed: fixedSource(good.source, edits),
  };
}

/** Whether a comment above the first finding takes it out. */
function isWaived(checker: Checker, id: string, example: BadExample): boolean {
  const first = example.findings.find(({ file }) => file === connectorFile);
  if (!first) return false;
  const waiver = `# connector-gate:disable-next-line ${id} -- tried`;
  const source = example.source
    .split("\n")
    .toSpliced(first.line - 1, 0, waiver)
    .join("\n");
  const { report } = checker.check(toProject({ ...example, source }), { failOn: "never" });
  return report.findings.length < example.findings.length;
}

function toGood({ name, source, files = {} }: Example): GoodExample {
  return { name, source: withoutCarets(source), files };
}

/** The source of an example without the lines that mark what is found in the line above. */
function withoutCarets(source: string): string {
  return source
    .split("\n")
    .filter((line) => !/^[ \t]*\^+ [A-Za-z]+$/.test(line))
    .join("\n");
}

function fixedSource(source: string, edits: Parameters<typeof applyEdits>[1]): string | null {
  if (edits.length === 0) return null;
  const fixed = applyEdits(new TextEncoder().encode(source), edits);
  return fixed && new TextDecoder().decode(fixed);
}

function toProject({ source, files }: GoodExample): ConnectorProject {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(source);
  const others = Object.entries(files).map(([path, text]): [string, ProjectFile] => {
    const content = encoder.encode(text);
    return [path, { size: content.length, bytes: content }];
  });
  const all = new Map<string, ProjectFile>([[connectorFile, { size: bytes.length, bytes }], ...others]);
  return { path: ".", file: connectorFile, source: bytes, files: others.length > 0 ? all : null };
}
