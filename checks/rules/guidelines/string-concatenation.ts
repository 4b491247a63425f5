import type { Edit } from "../../engine/finding.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  InterpolatedStringNode,
  type Node,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";

export const stringConcatenation = defineRule({
  id: "guidelines/string-concatenation",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Puts texts together by interpolation.",
    why: "Adding nothing to a text fails, where an interpolation leaves it out.",
    remedy: 'Write `"text #{value}"`.',
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { added: (times: string) => `A text is put together with \`+\`, ${times} in this lambda.` },
  examples: {
    bad: [
      {
        name: "a path and an identifier",
        source: ruby`
          { methods: { path: lambda { |id| '/leads/' + id } } }
                                           ^^^^^^^^^^^^^^ added
        `,
        fixed: ruby`
          { methods: { path: lambda { |id| "/leads/#{id}" } } }
        `,
      },
      {
        name: "several parts, with quotes in them",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'dedup' => ->(lead) do
                  '"' + lead['id'].to_s + "@#{lead['state']}:" + lead['updated_at']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added
                end
              }
            }
          }
        `,
        fixed: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'dedup' => ->(lead) do
                  "\"#{lead['id'].to_s}@#{lead['state']}:#{lead['updated_at']}"
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      { name: "an interpolation", source: ruby`{ methods: { path: lambda { |id| "/leads/#{id}" } } }` },
      { name: "two literals", source: ruby`{ methods: { text: lambda { 'one ' + 'two' } } }` },
    ],
  },
  create: (context) => {
    const found = new Map<string, Sums>();
    return {
      node: [
        onCall(["+"], ({ node, lambda, parent }) => {
          if (!lambda || !isSum(node)) return;
          const sums = found.get(lambda.path) ?? {
            first: null,
            last: null,
            path: lambda.path,
            count: 0,
            wholes: [],
          };
          found.set(lambda.path, sums);
          if (!isSum(parent)) sums.wholes.push(node);
          const [right] = argumentsOf(node);
          if (!node.receiver || !right || isText(node.receiver) === isText(right)) return;
          // The parts of one sum follow their whole.
          const whole = sums.wholes.at(-1);
          if (sums.last === whole) return;
          sums.last = whole ?? null;
          sums.count++;
          sums.first ??= node;
        }),
      ],
      end() {
        for (const { first, path, count, wholes } of found.values()) {
          if (!first) continue;
          const edits = interpolated(wholes, context.source);
          const fix = { title: "Interpolate", edits };
          const times = count === 1 ? "once" : `${count} times`;
          context.report("added", { span: spanOf(first), path }, [times], edits.length > 0 ? { fix } : {});
        }
      },
    };
  },
});

/** What is joined with a plus in one lambda. */
interface Sums {
  /** The first of a text and something else. */
  first: CallNode | null;
  /** The last sum that was counted. */
  last: CallNode | null;
  readonly path: string;
  count: number;
  /** Every sum that is no part of another one. */
  readonly wholes: CallNode[];
}

function isSum(node: Node | null): node is CallNode {
  return (
    node instanceof CallNode && node.name === "+" && node.receiver !== null && argumentsOf(node).length === 1
  );
}

function isText(node: Node): boolean {
  return node instanceof StringNode || node instanceof InterpolatedStringNode;
}

/** The sums with texts as texts; none where one of them cannot be written so, or stands in another one. */
function interpolated(wholes: readonly CallNode[], source: SourceText): Edit[] {
  const edits: Edit[] = [];
  let last = -1;
  for (const whole of wholes) {
    const terms = termsOf(whole);
    if (!terms.some(isText)) continue;
    const span = spanOf(whole);
    const parts = terms.map((term) => partOf(term, source));
    if (span.start < last || parts.includes(null)) return [];
    last = span.end;
    edits.push({ span, text: `"${parts.join("")}"` });
  }
  return edits;
}

function termsOf(node: Node): readonly Node[] {
  return isSum(node) ? [...termsOf(node.receiver!), ...argumentsOf(node).flatMap(termsOf)] : [node];
}

/** A term as a part of a text in double quotes; null where it has lines of its own or quotes of another kind. */
function partOf(term: Node, source: SourceText): string | null {
  const text = source.slice(spanOf(term));
  // An address that can be read whole is another matter for the rules about addresses.
  if (text.includes("\n") || /^["']https?:/iu.test(text)) return null;
  if (term instanceof StringNode || term instanceof InterpolatedStringNode) {
    if (/^"[^]*"$/u.test(text) && !/"\s*"/u.test(text.slice(1, -1).replaceAll('\\"', "")))
      return text.slice(1, -1);
    if (!(term instanceof StringNode) || !/^'[^\\]*'$/u.test(text)) return null;
    return text
      .slice(1, -1)
      .replace(/"/gu, '\\"')
      .replace(/#(?=[{$@])/gu, "\\#");
  }
  return `#{${text}}`;
}
