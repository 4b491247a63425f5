import type { Severity } from "../engine/finding.ts";

export type Paint = (text: string) => string;

/** How text is set off on a terminal; each function returns its text with or without escapes around it. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
}

/** The style of a terminal with colours, or of a file without. */
export function createStyle(colours: boolean): Style {
  const set =
    (open: number, close: number): Paint =>
    (text) =>
      colours && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: set(1, 22),
    dim: set(2, 22),
    red: set(31, 39),
    green: set(32, 39),
    yellow: set(33, 39),
    blue: set(34, 39),
    cyan: set(36, 39),
  };
}

/** The colour of a severity. */
export function severityPaint(severity: Severity, style: Style): Paint {
  if (severity === "error") return style.red;
  return severity === "warning" ? style.yellow : style.cyan;
}
