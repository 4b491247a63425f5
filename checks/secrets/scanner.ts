import { rules } from "@secretlint/secretlint-rule-preset-recommend";

/*
 * The rules of secretlint without its core, which is there for files, configurations and comments: the rules are
 * synchronous, and want no more than a text. The module is loaded when there is something to scan, since it is larger
 * than all of our rules for secrets.
 */

/** A range of a text that a rule takes for a secret. */
export interface Scanned {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** The part of secretlint's interface that is used: https://github.com/secretlint/secretlint/tree/master/docs */
interface ScannerRule {
  readonly meta: { readonly id: string };
  create(context: ScannerContext, options: object): { file?(source: ScannedSource): unknown };
}

interface ScannerContext {
  readonly sharedOptions: object;
  report(found: { readonly range: readonly [number, number] }): void;
  ignore(): void;
  createTranslator(): (id: string, data: unknown) => object;
}

interface ScannedSource {
  readonly content: string;
  readonly filePath: string;
  readonly ext: string;
  readonly contentType: "text";
}

/** What people may switch off in comments is for the rules of connectors, which have waivers. */
const unused = "@secretlint/secretlint-rule-filter-comments";

export function scan(content: string): readonly Scanned[] {
  const found: Scanned[] = [];
  for (const rule of rules as unknown as readonly ScannerRule[]) {
    const { id } = rule.meta;
    if (id === unused) continue;
    const context: ScannerContext = {
      sharedOptions: {},
      report: ({ range }) => found.push({ rule: nameOf(id), start: range[0], end: range[1] }),
      ignore() {},
      createTranslator: () => (messageId, data) => ({ message: messageId, messageId, data }),
    };
    // The one rule that answers later is for key stores, which are no text.
    void rule.create(context, {}).file?.({ content, filePath: "text", ext: "", contentType: "text" });
  }
  return found;
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("-rule-") + "-rule-".length);
}
