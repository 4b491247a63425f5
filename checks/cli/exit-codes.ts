/** What the process ends with; users' scripts rely on these. */
export const exitCodes = {
  /** No finding as bad as `--fail-on`. */
  passed: 0,
  findings: 1,
  /** The arguments, a file or the configuration cannot be used; standard error has the reason. */
  unusable: 2,
  /** Our fault. */
  defect: 3,
} as const;

export const issuesUrl = "https://github.com/connector-gate/connector-gate/issues";
