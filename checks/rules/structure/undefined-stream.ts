import { createDslHash, type DslHash } from "../../connector/dsl-hash.ts";
import { textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

export const undefinedStream = defineRule({
  id: "structure/undefined-stream",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names only streams that there are.",
    why: "Looking up any other name raises an exception when the file is produced.",
    remedy: "Correct the name, or add the stream to `streams`.",
    sources: [pages.streams, pages.gem],
  },
  messages: { undefined: (name: string) => `The connector has no stream \`${name}\`.` },
  examples: {
    bad: [
      {
        name: "a misspelt name",
        source: ruby`
          {
            actions: { a: { execute: ->(_c, i) { { file: workato.stream.out('dowload', i) } } } },
                                                                            ^^^^^^^^^ undefined
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `,
      },
    ],
    good: [
      {
        name: "streams of the connector and of an action",
        source: ruby`
          {
            actions: {
              a: {
                execute: ->(_c, i) { { a: workato.stream.out('download', i), b: workato.stream.out(:page, i) } },
                streams: { page: ->(i, from, to, size) { ['', true] } }
              }
            },
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    bareCall: {
      workato({ chain, lambda }) {
        const [, stream, out] = chain;
        if (stream?.name !== "stream" || out?.name !== "out") return;
        const [node] = argumentsOf(out);
        const name = node ? textOf(context.connector.evaluate(node)) : null;
        if (!node || name === null) return;
        const { root, operations } = context.connector;
        const holders: readonly DslHash[] = [root, ...operations];
        const areClosed =
          root.closed && context.connector.actions.closed && context.connector.triggers.closed;
        if (!areClosed || !holders.every((holder) => isWithout(holder, name))) return;
        context.report("undefined", { span: spanOf(node), path: lambda?.path ?? null }, [name]);
      },
    },
  }),
});

/** Whether the streams of the connector, or of an operation, surely have no such name. */
function isWithout(holder: DslHash, name: string): boolean {
  if (!holder.closed) return false;
  const property = holder.get("streams");
  if (!property) return true;
  const streams = createDslHash(property.value, property.path, property.span);
  return streams.closed && !streams.has(name);
}
