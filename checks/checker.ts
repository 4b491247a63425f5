import type { Finding, Severity } from "./engine/finding.ts";
import type { Inspection } from "./connector/inspect.ts";
import type { ConnectorProject } from "./project.ts";
import type { ProjectReport } from "./report/report.ts";
import { createRubyParser } from "./ruby/parser.ts";
import type { SourceText } from "./ruby/source.ts";

export interface CheckOptions {
  /** A finding as bad as this makes the verdict `fail`; `never` always passes. */
  readonly failOn: Severity | "never";
}

/** What became of one project: the report, and what only code needs: fixes, and texts to quote from. */
export interface ProjectResult {
  readonly report: ProjectReport;
  /** In the order of `report.findings`. */
  readonly findings: readonly Finding[];
  /** The text of each file that has findings, by its path in the report. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The checks, ready to use. All of it is synchronous, deterministic and bounded; nothing throws on bad input. */
export interface Checker {
  check(project: ConnectorProject, options: CheckOptions): ProjectResult;
  inspect(file: string, source: Uint8Array): Inspection | null;
  /** Whether a Ruby file's value is a connector: a hash with a `connection` and `actions` or `triggers`. */
  isConnector(source: Uint8Array): boolean;
}

/** Makes a checker from the bytes of the Ruby parser's `prism.wasm`. */
export async function createChecker(wasm: Uint8Array): Promise<Checker> {
  const parse = await createRubyParser(wasm);
  throw new Error(`not yet ${String(parse)}`);
}
