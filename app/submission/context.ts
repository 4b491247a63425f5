import type { Call, Repository } from "../github/client.ts";
import type { GitHubPorts } from "../pull-request/observe.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import type { Rule } from "../../checks/engine/rule.ts";
import type { Analysis } from "../reconcile/analysis.ts";
import type { Analysed } from "./analyse.ts";

/** Keeps what was found out of tagged commits, by all that it depends on. */
export interface AnalysisMemory {
  get(key: string): Analysed | undefined;
  set(key: string, analysed: Analysed): void;
}

/** What reconciling in a listings repository has to work with. */
export interface ListingsContext {
  readonly repository: Repository;
  readonly installationId: number;
  /** Asks as the installation of the listings repository; what has no port among `ports` makes its own of it. */
  readonly call: Call;
  readonly ports: GitHubPorts;
  readonly appId: number;
  readonly checker: Analysis;
  readonly rules: RuleCatalogue;
  /** All rules, as the checks are set by them. */
  readonly allRules: readonly Rule[];
  /** The version of the rules. */
  readonly version: string;
  /** Names the checks as they are now: other checks may come to other results. */
  readonly toolDigest: string;
  readonly clock: () => Date;
  /** The app's installation at another repository; null where it has none. */
  readonly installationOf: (repository: Repository) => Promise<number | null>;
  /** Asks as another installation; counted as this one's requests. */
  readonly callAs: (installationId: number) => Promise<Call>;
  /** Contents read from GitHub, kept for one installation. */
  readonly filesOf: (installationId: number, call: Call, repository: Repository) => GitHubPorts["files"];
  /** Reports of tagged commits made before; such a commit never changes. */
  readonly analyses: AnalysisMemory;
  /** Comments that surely nobody edited within the second in which they were written. */
  readonly unedited: Set<number>;
  /** Has the clock look at this repository from now on, or no longer. */
  readonly watch: () => Promise<void>;
  readonly unwatch: () => Promise<void>;
}
