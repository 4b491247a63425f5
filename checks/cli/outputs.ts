import type { Given } from "./arguments.ts";

export const formats = ["text", "json", "sarif", "sarif-waived", "markdown", "html", "github"] as const;
export type Format = (typeof formats)[number];

export interface Output {
  readonly format: Format;
  /** Null is standard output. */
  readonly file: string | null;
}

/** The formats that an extension can stand for, the most likely first; others say nothing about the format. */
const formatsByExtension: Readonly<Record<string, readonly Format[]>> = {
  ".sarif": ["sarif"],
  ".json": ["json", "sarif"],
  ".md": ["markdown"],
  ".markdown": ["markdown"],
  ".html": ["html"],
  ".htm": ["html"],
};

/**
 * Where each report goes. An `--output` takes the format written in front of it (`sarif:FILE`), or that of the
 * `--format` right before it, or the one of the file's extension. A `--format` that no `--output` took is for
 * standard output, which has text otherwise.
 */
export function toOutputs(given: Given): readonly Output[] {
  let onTerminal: Format = "text";
  let pending: Format | null = null;
  const outputs: Output[] = [];
  for (const { name, value } of given.options) {
    if (name === "format") {
      if (pending !== null) onTerminal = pending;
      pending = value as Format;
    }
    if (name === "output") {
      const { output, took } = toOutput(value!, pending);
      outputs.push(output);
      if (!took && pending !== null) onTerminal = pending;
      pending = null;
    }
  }
  const toTerminal = { format: pending ?? onTerminal, file: null };
  return outputs.some((output) => output.file === null) ? outputs : [toTerminal, ...outputs];
}

function toOutput(
  value: string,
  pending: Format | null,
): { readonly output: Output; readonly took: boolean } {
  const prefix = formats.find((format) => value.startsWith(`${format}:`) && value.length > format.length + 1);
  if (prefix)
    return { output: { format: prefix, file: toFile(value.slice(prefix.length + 1)) }, took: false };

  const extension = /\.[^./\\]+$/.exec(value)?.[0].toLowerCase() ?? "";
  const likely = formatsByExtension[extension];
  const took = pending !== null && (likely === undefined || likely.includes(pending));
  const format = took ? pending : (likely?.[0] ?? "text");
  return { output: { format, file: toFile(value) }, took };
}

function toFile(value: string): string | null {
  return value === "-" ? null : value;
}
