import type { Edit } from "../../engine/finding.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { AssocNode, HashNode, type Node, spanOf } from "../../ruby/nodes.ts";
import type { SourceText, Span } from "../../ruby/source.ts";
import { byteLength } from "../../text/bytes.ts";

const sections = ["actions", "triggers", "object_definitions", "pick_lists", "methods"] as const;

export const blankLineBetweenEntries = defineRule({
  id: "guidelines/blank-line-between-entries",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Leaves an empty line between actions, triggers, methods and the like.",
    why: "Where an entry of hundreds of lines ends and the next one begins is what a reader looks for first.",
    remedy: "Put an empty line before each entry and the comment that belongs to it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    tight: (count: number) => `Entries follow each other without an empty line (places: ${count}).`,
  },
  examples: {
    bad: [
      {
        name: "methods without an empty line",
        source: ruby`
          {
            methods: {
              leads: lambda do |input|
                get('/leads', input)
              end,
              # One of them, by its ID.
              lead: lambda do |id|
              ^^^^^ tight
                get("/leads/#{id}")
              end
            }
          }
        `,
        fixed: ruby`
          {
            methods: {
              leads: lambda do |input|
                get('/leads', input)
              end,

              # One of them, by its ID.
              lead: lambda do |id|
                get("/leads/#{id}")
              end
            }
          }
        `,
      },
      {
        name: "sections without an empty line",
        source: ruby`
          {
            title: 'Acme',
            "actions" => {
              "find" => { execute: ->(_connection, _input) { get('/leads') } }
            }, # one so far
            :methods => {
            ^^^^^^^^ tight
              leads: ->() { get('/leads') }
            }
          }
        `,
        fixed: ruby`
          {
            title: 'Acme',
            "actions" => {
              "find" => { execute: ->(_connection, _input) { get('/leads') } }
            }, # one so far

            :methods => {
              leads: ->() { get('/leads') }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a line of signs",
        source: ruby`
          {
            methods: {
              a: lambda do
                1
              end,
              # ------------------
              b: lambda do
                2
              end
            }
          }
        `,
      },
      {
        name: "entries of one line",
        source: ruby`
          {
            pick_lists: {
              kinds: lambda { [%w[Lead lead]] },
              states: lambda { [%w[Open open]] }
            }
          }
        `,
      },
      {
        name: "an empty line before a comment",
        source: ruby`
          {
            methods: {
              a: lambda do
                1
              end,

              # Two.
              b: lambda do
                2
              end
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    connector({ root }) {
      const hashes = [root.hash, ...sections.map((name) => root.get(name)?.value)];
      const places = hashes.flatMap((hash) => tightPlaces(hash?.node ?? null, context.source));
      const [first] = places.toSorted((a, b) => a.key.start - b.key.start);
      if (!first) return;
      const fix = { title: "Add the empty lines", edits: places.map(({ edit }) => edit) };
      context.report("tight", { span: first.key, path: null }, [places.length], { fix });
    },
  }),
});

/** An entry that follows another one too closely, and what puts a line between. */
interface TightPlace {
  readonly key: Span;
  readonly edit: Edit;
}

/** Where two entries of several lines each have no empty line between them. */
function tightPlaces(hash: Node | null, source: SourceText): TightPlace[] {
  if (!(hash instanceof HashNode)) return [];
  const places: TightPlace[] = [];
  let isLong = false;
  for (const [index, element] of hash.elements.entries()) {
    const wasLong = isLong;
    isLong = hasSeveralLines(element, source);
    const before = hash.elements[index - 1];
    if (!wasLong || !isLong || !(before instanceof AssocNode && element instanceof AssocNode)) continue;
    const between = { start: spanOf(before).end, end: spanOf(element).start };
    const edit = emptyLineIn(source.slice(between), between.start);
    if (edit) places.push({ key: spanOf(element.key), edit });
  }
  return places;
}

function hasSeveralLines(node: Node, source: SourceText): boolean {
  const { start, end } = spanOf(node);
  return source.lineOf(start) < source.lineOf(end);
}

/** The empty line that is missing in what stands between two entries; null where there is one, or no place for one. */
function emptyLineIn(between: string, start: number): Edit | null {
  // Anything but a comma and comments is the text of a heredoc.
  if (!/^[\s,]*$/u.test(between.replace(/#[^\n]*/gu, ""))) return null;
  const lineBreak = between.indexOf("\n");
  // A line such as `#-----` divides as well as an empty one.
  if (lineBreak === -1 || /\n[ \t]*(?:#[^\p{L}\p{N}\n]*)?\r?\n/u.test(between)) return null;
  const ending = between[lineBreak - 1] === "\r" ? "\r\n" : "\n";
  const at = start + byteLength(between.slice(0, lineBreak + 1));
  return { span: { start: at, end: at }, text: ending };
}
