import type { Inspection } from "../../checks/connector/inspect.ts";
import { configFile } from "../../checks/config/config.ts";
import { parseConfig } from "../../checks/config/parse-config.ts";
import type { ConfiguredWaiver } from "../../checks/engine/waivers.ts";
import { manifestFile, type ParsedManifest, parseManifest } from "../../checks/listing/parse-manifest.ts";
import { type Policy, submissionOptions } from "../../checks/listing/policy.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import type { ProjectReport } from "../../checks/report/report.ts";
import { analysisLimitId } from "../../checks/engine/own-findings.ts";
import { digest } from "../pull-request/check-run.ts";
import type { AnalysisMemory, ListingsContext } from "./context.ts";
import { readProjectAt } from "./read-project.ts";
import type { OpenSource } from "./source.ts";

/** What the app itself finds at a tagged commit. */
export type Analysed =
  | {
      readonly kind: "analysed";
      /** Without its source: what a record is made of besides the model. */
      readonly project: ConnectorProject;
      /** Null where there is no `listing.yml`, or one too large to be read. */
      readonly manifest: ParsedManifest | null;
      readonly report: ProjectReport;
      readonly inspection: Inspection | null;
      /** Whether the report was made from all that the action makes it from, and so must be the same. */
      readonly isWhole: boolean;
    }
  /** There is no connector to analyse: why, as a sentence in Markdown without its full stop. */
  | { readonly kind: "nothing"; readonly reason: string };

/** Reads the project at the commit of a record, and checks it by the programme's policy as the action does. */
export async function analyse(
  source: OpenSource,
  release: SubmissionRecord["release"],
  policy: Policy,
  context: ListingsContext,
): Promise<Analysed> {
  const { commit, path } = release;
  const options = [policyFacts(policy), policy["fail-on"], context.toolDigest];
  const key = digest([source.installationId, source.info.id, commit, path, options]);
  const known = context.analyses.get(key);
  if (known) return known;
  const analysed = await look(source, release, policy, context);
  if (isLasting(analysed)) context.analyses.set(key, analysed);
  return analysed;
}

/** What was not there may come, and what took too long may take less another time. */
function isLasting(analysed: Analysed): boolean {
  return (
    analysed.kind === "analysed" && !analysed.report.findings.some(({ ruleId }) => ruleId === analysisLimitId)
  );
}

/** The part of a policy that decides what the checks find. */
export function policyFacts(policy: Policy): unknown {
  const { categories, evidence } = policy;
  return [categories ?? null, policy["max-first-operations"], evidence];
}

async function look(
  { files }: OpenSource,
  { commit, path }: SubmissionRecord["release"],
  policy: Policy,
  { checker, allRules }: ListingsContext,
): Promise<Analysed> {
  const listed = await files.list(commit);
  if (!listed) return { kind: "nothing", reason: "the tagged commit cannot be read" };
  if (listed.isCut) {
    return {
      kind: "nothing",
      reason:
        "the repository has more folders than the app looks through; keep connectors in one of their own",
    };
  }
  const read = await readProjectAt(path, listed.files, files);
  if (!read)
    return { kind: "nothing", reason: "there is no `connector.rb` in the folder that the record names" };
  const config = await files.find(configFile, commit);
  const waivers = config ? waiversOf(config.bytes, allRules) : [];
  if (waivers === null) {
    return { kind: "nothing", reason: `\`${configFile}\` at the tagged commit cannot be used` };
  }
  const { project, isWhole } = read;
  const { report } = await checker.check(project, submissionOptions(policy, allRules, waivers));
  const inspection = await checker.inspect(project);
  const manifest = project.files?.get(manifestFile)?.bytes;
  return {
    kind: "analysed",
    project: withoutSource(project),
    manifest: manifest ? parseManifest(manifest) : null,
    report,
    inspection,
    isWhole,
  };
}

/** Records are made of descriptions and logos; the rest would only take memory. */
function withoutSource(project: ConnectorProject): ConnectorProject {
  const files = [...(project.files ?? [])].filter(([name]) => /^[^/]+\.(?:md|png|svg)$/i.test(name));
  return { ...project, source: new Uint8Array(), files: new Map(files) };
}

/** The author's own waivers, which count, and which reviewers see; null where the configuration is broken. */
function waiversOf(
  config: Uint8Array,
  rules: ListingsContext["allRules"],
): readonly ConfiguredWaiver[] | null {
  const parsed = parseConfig(config, rules);
  return parsed.ok ? parsed.settings.waivers : null;
}

/** Keeps the analyses used last. */
export function createAnalysisMemory(maxAnalyses: number): AnalysisMemory {
  const kept = new Map<string, Analysed>();
  return {
    get(key) {
      const analysed = kept.get(key);
      if (analysed) {
        kept.delete(key);
        kept.set(key, analysed);
      }
      return analysed;
    },
    set(key, analysed) {
      kept.delete(key);
      kept.set(key, analysed);
      for (const oldest of kept.keys()) {
        if (kept.size <= maxAnalyses) break;
        kept.delete(oldest);
      }
    },
  };
}
