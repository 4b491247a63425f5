import type { Edit } from "../../checks/engine/finding.ts";
import { childrenOf, ImplicitNode, type Node, spanOf } from "../../checks/ruby/nodes.ts";
import type { Span } from "../../checks/ruby/source.ts";

/**
 * What edits changed in a file's syntax beyond their own places: nodes that were lost, or came, elsewhere. Each is
 * named by its class and its place in the text before, or after.
 */
export function changedElsewhere(before: Node, after: Node, edits: readonly Edit[]): readonly string[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const places = newPlaces(sorted);
  const old = new Set<string>();
  const fresh = new Set<string>();
  for (const node of nodesOf(before)) old.add(keyOf(node, spanOf(node)));
  for (const node of nodesOf(after)) fresh.add(keyOf(node, spanOf(node)));

  const cut = edgesOf(before, sorted);
  const lost = nodesOf(before)
    .filter((node) => !isWithin(spanOf(node), sorted) && !isImplicit(node))
    .filter((node) => !candidates(spanOf(node), sorted).some((span) => fresh.has(keyOf(node, span))));
  const came = nodesOf(after)
    .filter((node) => !isWithin(spanOf(node), places))
    .filter((node) => !candidates(spanOf(node), places).some((span) => old.has(keyOf(node, span))))
    .filter((node) => !edgeKeys(node, spanOf(node)).some((key) => cut.has(key)));
  return [
    ...lost.map((node) => `${keyOf(node, spanOf(node))} is gone`),
    ...came.map((node) => `${keyOf(node, spanOf(node))} is new`),
  ];
}

/** A stretch of text, and by how much what follows it has moved on the other side. */
interface Place {
  readonly span: Span;
  readonly text: string;
}

/** Where the edits' texts stand after them, as edits that would undo them as far as lengths go. */
function newPlaces(edits: readonly Edit[]): readonly Place[] {
  let moved = 0;
  return edits.map(({ span, text }) => {
    const length = byteLength(text);
    const start = span.start + moved;
    moved += length - (span.end - span.start);
    return { span: { start, end: start + length }, text: " ".repeat(span.end - span.start) };
  });
}

/** The one edge that is left of nodes of which the other was replaced, such as statements whose first one is gone. */
function edgesOf(before: Node, edits: readonly Edit[]): ReadonlySet<string> {
  const edges = new Set<string>();
  for (const node of nodesOf(before)) {
    if (!isWithin(spanOf(node), edits)) continue;
    for (const span of candidates(spanOf(node), edits)) {
      for (const key of edgeKeys(node, span)) edges.add(key);
    }
  }
  return edges;
}

function edgeKeys(node: Node, { start, end }: Span): readonly string[] {
  return [`${node.constructor.name} from ${start}`, `${node.constructor.name} until ${end}`];
}

/** A value that is left out, as in `{ id: }`, stands at its key; once it is written, it has a place of its own. */
function isImplicit(node: Node): boolean {
  return node instanceof ImplicitNode;
}

/** Whether all of a node, or a part of it with an end, lies where text was replaced: then it may change. */
function isWithin({ start, end }: Span, places: readonly Place[]): boolean {
  return places.some(({ span }) => {
    if (span.start === span.end) return false;
    const apart = end <= span.start || start >= span.end;
    const around = start <= span.start && span.end <= end && !(start === span.start && end === span.end);
    return !apart && !around;
  });
}

/** Where a stretch may be found on the other side; text put in at one of its ends may belong to it or not. */
function candidates({ start, end }: Span, places: readonly Place[]): readonly Span[] {
  const starts = [moveTo(start, places, false), moveTo(start, places, true)];
  const ends = [moveTo(end, places, false), moveTo(end, places, true)];
  return starts.flatMap((from) => ends.map((to) => ({ start: from, end: to })));
}

function moveTo(offset: number, places: readonly Place[], isAfter: boolean): number {
  let moved = 0;
  for (const { span, text } of places) {
    const isBefore = span.end < offset || (span.end === offset && (isAfter || span.start < span.end));
    if (isBefore) moved += byteLength(text) - (span.end - span.start);
    // An end in the middle of what was replaced goes to where the new text ends.
    else if (span.start < offset && offset < span.end) moved += span.start + byteLength(text) - offset;
  }
  return offset + moved;
}

function nodesOf(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if (!isImplicit(node)) stack.push(...childrenOf(node));
  }
  return nodes;
}

function keyOf(node: Node, { start, end }: Span): string {
  return `${node.constructor.name} at ${start} to ${end}`;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
