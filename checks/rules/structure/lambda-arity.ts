import type { Lambda, OwnerKind } from "../../connector/connector.ts";
import { argumentsFor } from "../../connector/sdk-keys.ts";
import { pages } from "../../engine/doc-pages.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { callableOf, parametersOf, spanOf } from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";

/** Of these it is certain that they get no more than the documentation says. */
const certain: Readonly<Partial<Record<OwnerKind, readonly string[]>>> = {
  action: ["execute", "input_fields", "output_fields"],
  trigger: ["poll", "input_fields", "output_fields", "dedup", "webhook_subscribe", "webhook_notification"],
  objectDefinition: ["fields"],
};

/** Of these it is very probable. To all others, the platform may pass more than is documented. */
const probable: Readonly<Partial<Record<OwnerKind, readonly string[]>>> = {
  connection: ["base_uri"],
  authorization: [
    "client_id",
    "client_secret",
    "authorization_url",
    "token_url",
    "acquire",
    "refresh",
    "selected",
  ],
};

export const lambdaArity = defineRule({
  id: "structure/lambda-arity",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Requires no more arguments of a lambda than the platform passes.",
    why: "A lambda that requires more raises an exception each time it runs.",
    remedy: "Remove the parameters that the platform has no argument for.",
    sources: [pages.actions, pages.triggers, pages.gem],
  },
  messages: {
    tooMany: (key: string, required: number, passed: string) =>
      `The lambda of \`${key}\` requires ${required} arguments, but the platform passes ${passed}.`,
  },
  examples: {
    bad: [
      {
        name: "a dedup with two parameters",
        source: ruby`
          { triggers: { new_lead: { dedup: lambda { |record, input| record['id'] } } } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `,
        fixed: ruby`
          { triggers: { new_lead: { dedup: lambda { |record| record['id'] } } } }
        `,
      },
      {
        name: "a surplus parameter that is used",
        source: ruby`
          { connection: { base_uri: ->(connection, region) { "https://#{region}.acme.com" } } }
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `,
      },
    ],
    good: [
      {
        name: "fewer parameters, and surplus ones with a default",
        source: ruby`
          { triggers: { a: { dedup: ->(record, separator = '@') { record['id'] }, poll: -> { {} } } } }
        `,
      },
      {
        name: "lambdas that get more than is documented",
        source: ruby`
          {
            connection: {
              authorization: { type: 'oauth2', apply: ->(_c, token, _kind) { headers(Authorization: "Bearer #{token}") } }
            },
            actions: { a: { sample_output: ->(_c, _input, _schema) { {} } } }
          }
        `,
      },
      {
        name: "a proc, which takes any number",
        source: ruby`{ triggers: { a: { dedup: proc { |record, input| record['id'] } } } }`,
      },
    ],
  },
  create: (context) => ({
    lambda(lambda) {
      const isCertain = isIn(certain, lambda);
      if (!isCertain && !isIn(probable, lambda)) return;
      const passed = argumentsFor(lambda);
      const { required } = lambda.parameters;
      if (!passed || !lambda.value.strict || required.length <= passed.length) return;
      const edits = removeSurplus(lambda, passed.length, context.source);
      const count = passed.length === 0 ? "none" : `at most ${passed.length}`;
      context.report("tooMany", lambda, [lambda.key, required.length, count], {
        ...(isCertain ? {} : { severity: "warning" }),
        ...(edits.length > 0 ? { fix: { title: "Remove the surplus parameters", edits } } : {}),
      });
    },
  }),
});

function isIn(known: typeof certain, { owner, key }: Lambda): boolean {
  return known[owner]?.includes(key) ?? false;
}

/** Removes the parameters after the first `count`; nothing where one of them is used. */
function removeSurplus({ value, span }: Lambda, count: number, source: SourceText): Edit[] {
  const declared = parametersOf(callableOf(value.node)!);
  if (!declared || declared.optionals.length > 0 || declared.posts.length > 0 || declared.rest) return [];
  if (count === 0 || declared.keywords.length > 0 || declared.keywordRest || declared.block) return [];
  const text = source.slice(span);
  for (const node of declared.requireds.slice(count)) {
    const uses = text.match(new RegExp(String.raw`\b${source.slice(spanOf(node))}\b`, "g")) ?? [];
    if (uses.length !== 1) return [];
  }
  const start = spanOf(declared.requireds[count - 1]!).end;
  return [{ span: { start, end: spanOf(declared.requireds.at(-1)!).end }, text: "" }];
}
