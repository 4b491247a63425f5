import { type NodeListener, onPair } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { isInside, type Span } from "../../ruby/source.ts";

const shownKeys = "hint help label description subtitle body text toggle_hint sample_output".split(" ");
const shownPath = /(?:^|\.)(?:sample_output|help|hint|description)$/u;

/** The texts that users read, in which a form may be explained by a sample. */
export interface ShownTexts {
  readonly listener: NodeListener;
  /** Whether a place is in one of them; complete once all nodes were told. */
  includes(span: Span, path: string | null): boolean;
}

export function createShownTexts(): ShownTexts {
  const spans: Span[] = [];
  return {
    listener: onPair(shownKeys, ({ node }) => void spans.push(spanOf(node.value))),
    includes: (span, path) =>
      (path !== null && shownPath.test(path)) || spans.some((outer) => isInside(span, outer)),
  };
}
