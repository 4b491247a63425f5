/** One file of a connector project beside `connector.rb`. */
export interface ProjectFile {
  /** In bytes. */
  readonly size: number;
  /** Null where the content was not asked for (see `wantsContent`), or could not be read. */
  readonly bytes: Uint8Array | null;
}

/** A connector project as handed to the checks, by whoever read it from a disk or from GitHub. */
export interface ConnectorProject {
  /** The project's folder relative to the root it was found from, with `/`; `.` for the root itself. */
  readonly path: string;
  /** The connector's file relative to the same root, such as `shop/connector.rb`. */
  readonly file: string;
  readonly source: Uint8Array;
  /**
   * The project's files by path relative to `path`, the connector included; null where the project around the
   * connector is not known (standard input, a file named by itself), so that rules about it stay silent.
   */
  readonly files: ReadonlyMap<string, ProjectFile> | null;
}

/** The platform's limit on connector source: https://docs.workato.com/en/developing-connectors/sdk/limits.html */
export const maxSourceBytes = 10 * 1024 * 1024;

/** The most bytes of any other project file that the checks look into. */
export const maxProjectFileBytes = 1024 * 1024;

/** The most files of one project that are looked at. */
export const maxProjectFiles = 2000;

const contentPatterns = [
  /^readme(\.\w+)?$/i,
  /^changelog(\.\w+)?$/i,
  /^listing\.ya?ml$/,
  /^(listing|description)\.md$/i,
  /^logo\.(png|svg|jpe?g)$/i,
  /^\.gitignore$/,
  /\.key$/,
  /^(settings|account_properties)[^/]*\.ya?ml$/,
  /^(spec|fixtures|tape_library)\/.*\.(rb|json|ya?ml)$/,
];

/** Whether the checks look into the content of a project file, given its path relative to the project's folder. */
export function wantsContent(path: string): boolean {
  return contentPatterns.some((pattern) => pattern.test(path));
}
