/** Lines of context around a change. */
const context = 3;

/** Beyond this many differing lines, a change is shown as a whole instead of line by line. */
const maxDifference = 2000;

/** One line of a comparison: kept, removed or added. */
export type Step = readonly [kind: " " | "-" | "+", line: string];

/** The change from one text to another as a unified diff, which `git apply` and `patch` understand. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = compareLines(toLines(before), toLines(after));
  const hunks: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  let index = 0;
  while (index < steps.length) {
    const next = steps.findIndex(([kind], at) => at >= index && kind !== " ");
    if (next === -1) break;
    const from = Math.max(index, next - context);
    oldLine += from - index;
    newLine += from - index;
    const to = hunkEnd(steps, next);
    const hunk = steps.slice(from, to);
    const removed = hunk.filter(([kind]) => kind !== "+").length;
    const added = hunk.filter(([kind]) => kind !== "-").length;
    hunks.push(
      `@@ -${range(oldLine, removed)} +${range(newLine, added)} @@\n${hunk.map(printStep).join("")}`,
    );
    oldLine += removed;
    newLine += added;
    index = to;
  }
  return `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
}

/** Lines with their line breaks. */
export function toLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A hunk ends where there are enough unchanged lines, or nothing more. */
function hunkEnd(steps: readonly Step[], start: number): number {
  let last = start;
  for (let index = start; index < steps.length && index - last <= context * 2; index++) {
    if (steps[index]![0] !== " ") last = index;
  }
  return Math.min(steps.length, last + context + 1);
}

function range(line: number, count: number): string {
  if (count === 1) return String(line);
  return `${count === 0 ? line - 1 : line},${count}`;
}

function printStep([kind, line]: Step): string {
  return line.endsWith("\n") ? kind + line : `${kind}${line}\n\\ No newline at end of file\n`;
}

export function compareLines(before: readonly string[], after: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  const keep = (line: string): Step => [" ", line];
  return [
    ...before.slice(0, start).map(keep),
    ...shortestEdit(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(keep),
  ];
}

/** Myers' algorithm: the furthest point on each diagonal for every number of changes, then the way back. */
function shortestEdit(before: readonly string[], after: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let changes = 0; changes <= Math.min(before.length + after.length, maxDifference); changes++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = goesDown(furthest, diagonal, changes);
      let x = down ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return wayBack(trace, before, after, changes);
    }
    furthest = next;
  }
  return [...before.map((line): Step => ["-", line]), ...after.map((line): Step => ["+", line])];
}

function goesDown(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
  total: number,
): readonly Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = total; changes >= 0; changes--) {
    const furthest = trace[changes]!;
    const diagonal = x - y;
    const down = goesDown(furthest, diagonal, changes);
    const previous = down ? diagonal + 1 : diagonal - 1;
    const previousX = furthest.get(previous) ?? 0;
    const previousY = previousX - previous;
    while (x > previousX && y > previousY && x > 0 && y > 0) {
      x--;
      y--;
      steps.push([" ", before[x]!]);
    }
    if (changes === 0) break;
    steps.push(down ? ["+", after[previousY]!] : ["-", before[previousX]!]);
    x = previousX;
    y = previousY;
  }
  return steps.reverse();
}
