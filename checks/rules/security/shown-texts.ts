import type { Connector } from "../../connector/connector.ts";
import { AssocNode, literalText, nodesIn, spanOf } from "../../ruby/nodes.ts";
import { createIsWithin } from "../../ruby/nesting.ts";
import type { Span } from "../../ruby/source.ts";

const shownKeys: ReadonlySet<string | null> = new Set(
  "hint help label description subtitle body text toggle_hint sample_output".split(" "),
);
const shownPath = /(?:^|\.)(?:sample_output|help|hint|description)$/u;

/** The texts that users read, in which a form may be explained by a sample. */
export class ShownTexts {
  readonly #connector: Connector;
  /** Only made where something was found, which is hardly ever. */
  #isWithin: ((span: Span) => boolean) | undefined;

  constructor(connector: Connector) {
    this.#connector = connector;
  }

  includes(span: Span, path: string | null): boolean {
    if (path !== null && shownPath.test(path)) return true;
    this.#isWithin ??= createIsWithin(
      nodesIn(this.#connector.program)
        .filter((node) => node instanceof AssocNode && shownKeys.has(literalText(node.key)))
        .map((node) => spanOf((node as AssocNode).value)),
    );
    return this.#isWithin(span);
  }
}
