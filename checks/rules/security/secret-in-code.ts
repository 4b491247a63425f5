import type { Lambda } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import { defineRule, onNode, ruby, whereTextHas } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  ConstantWriteNode,
  literalText,
  LocalVariableWriteNode,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";
import { createIsAround } from "../../ruby/nesting.ts";
import { isInside, type Span } from "../../ruby/source.ts";
import { findSecrets } from "../../secrets/find-secrets.ts";
import { looksRandom } from "../../secrets/placeholders.ts";
import { isSecretName } from "../../secrets/secret-names.ts";
import { toByteSpan } from "../../secrets/project-texts.ts";
import { ShownTexts } from "./shown-texts.ts";

export const secretInCode = defineRule({
  id: "security/secret-in-code",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Holds no credential in its code.",
    why: "Everybody who can read the connector can use the credential, and git keeps it for ever.",
    remedy: "Revoke the credential, and ask for it in a connection field with `control_type: 'password'`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/community/certification.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    token: (what: string) => `The text is ${what}.`,
    assigned: (name: string) => `The value of \`${name}\` looks like a secret.`,
    clientSecret: () => "The `client_secret` is written into the code.",
    clientId: () =>
      "The `client_id` is written into the code, so all users share one application of the vendor.",
  },
  examples: {
    bad: [
      {
        name: "a token of a known form",
        source: ruby`
          { test: lambda { |_c| get('/me').headers(token: 'xoxb-1234567890-abcdefghij') } }
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ token
        `,
      },
      {
        name: "a client secret",
        source: ruby`
          { connection: { authorization: { client_secret: lambda { 's3cr3tvalue99' } } } }
                                           ^^^^^^^^^^^^^^ clientSecret
        `,
      },
      {
        name: "a client id",
        source: ruby`
          { connection: { authorization: { client_id: 'f81d4fae7dec' } } }
                                           ^^^^^^^^^^ clientId
        `,
      },
      {
        name: "a form that the scanner knows, in a comment",
        source: ruby`
          {
            # postgres://shop:q7Zr5Kd02mVx@db.acme.com/shop
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
            test: ->(_connection) { get('/me') }
          }
        `,
      },
      {
        name: "a private key in a heredoc",
        source: ruby`
          {
            methods: {
              key: lambda do
                <<~KEY
                  -----BEGIN RSA PRIVATE KEY-----
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
                  MIIEowIBAAKCAQEAsJq7c2Vw0m1Zr8tQnKpX4yYd6LhB9fWgTuE3oRiCvNaSxPbO
                  -----END RSA PRIVATE KEY-----
                KEY
              end
            }
          }
        `,
      },
      {
        name: "values of secret names",
        source: ruby`
          SECRET = 'd02mVx81LpWn4sq7Zr5K'
                   ^^^^^^^^^^^^^^^^^^^^^^ assigned
          {
            'connection' => {
              'authorization' => {
                'apply' => ->(_connection) {
                  api_token = 'q7Zr5Kd02mVx81LpWn4s'
                              ^^^^^^^^^^^^^^^^^^^^^^ assigned
                  headers('Authorization' => 'Bearer 0dM3vXq9Zt4R7yLkP2sW', 'X-Api-Key' => api_token)
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ assigned
                  password('x81LpWn4sq7Zr5Kd02mV')
                           ^^^^^^^^^^^^^^^^^^^^^^ assigned
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a sample, and values that are no secrets",
        source: ruby`
          {
            actions: {
              login: {
                sample_output: lambda { { token: 'q7Zr5Kd02mVx81LpWn4s' } },
                execute: lambda { |_c, input| post('/login', token: input['token'], token_type: 'Bearer', password: 'none') }
              }
            }
          }
        `,
      },
      {
        name: "a connection field",
        source: ruby`{ connection: { authorization: { client_secret: lambda { |c| c['client_secret'] } } } }`,
      },
      {
        name: "a placeholder",
        source: ruby`{ connection: { authorization: { client_secret: 'YOUR_CLIENT_SECRET' } } }`,
      },
    ],
  },
  create: (context) => {
    const told: Span[] = [];
    const assigned: { readonly place: Place; readonly name: string }[] = [];
    let text = "";
    return {
      file(file) {
        text = file.text ?? "";
      },
      authorization(authorization) {
        for (const [key, message, least] of [
          ["client_secret", "clientSecret", 8],
          ["client_id", "clientId", 4],
        ] as const) {
          const property = authorization.get(key);
          const lambda: Lambda | undefined = authorization.lambda(key);
          const value = lambda ? lambda.result() : property?.value;
          if (!property || value?.kind !== "string" || !isCredential(value.text, least)) continue;
          context.report(message, property, [], key === "client_id" ? { severity: "warning" } : {});
        }
      },
      node: [
        ...whereTextHas(
          assignedInFile,
          onNode(StringNode, ({ node, lambda, parent }) => {
            if (node.unescaped.length < leastLength) return;
            const isEntry = parent instanceof AssocNode && parent.value === node;
            const name = isEntry
              ? literalText(parent.key)
              : parent instanceof LocalVariableWriteNode || parent instanceof ConstantWriteNode
                ? parent.name
                : null;
            if (name !== null) checkAssigned(name, node, lambda);
          }),
        ),
      ],
      bareCall: {
        password({ node, lambda }) {
          const [only] = argumentsOf(node);
          if (only instanceof StringNode) checkAssigned("password", only, lambda);
        },
      },
      end() {
        const { connector } = context;
        const shown = new ShownTexts(connector);
        const secrets = findSecrets(text).filter(({ what }) => what !== ofAddresses);
        for (const { what, start, end } of secrets) {
          const span = toByteSpan(text, start, end);
          const path = pathAt(connector.lambdas, span);
          const isShown = shown.includes(span, path);
          context.report("token", { span, path }, [what], isShown ? { severity: "warning" } : {});
          told.push(span);
        }
        const isTold = createIsAround(told);
        for (const { place, name } of assigned) {
          if (isTold(place.span)) continue;
          if (!shown.includes(place.span, place.path))
            context.report("assigned", place, [name], { severity: "warning" });
        }
      },
    };

    function checkAssigned(name: string, value: StringNode, lambda: Lambda | null): void {
      if (!(isSecretName(name) || /^(?:proxy-)?authorization$/iu.test(name))) return;
      const secret = value.unescaped.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/iu, "");
      if (!looksRandom(secret, leastLength) || /:\/\/|^urn:/u.test(secret)) return;
      assigned.push({ place: { span: spanOf(value), path: lambda?.path ?? null }, name });
    }
  },
});

/** Of a value that is taken for a secret because of its name, in UTF-16 units. */
const leastLength = 16;

/**
 * The first digit of a text in quotes after a name that may be secret. It begins with the digit, since few words have
 * one, and names that may be secret are in every file. Texts in `%q()` and the like are left out.
 */
const assignedInFile =
  /\d(?<=(?:pass(?:word|wd|phrase)|pwd|secret|token|key|credentials?|authorization)['"]?\s*(?:=>|[:=])\s*['"](?:(?:Bearer|Basic|Token|ApiKey)\s+)?[a-z_.~=+/:-]*\d)/iu;

/** Told by the rule for addresses, which says more. */
const ofAddresses = "an address with credentials";

/** The path of the innermost lambda around a place; null outside of all. */
function pathAt(lambdas: readonly Lambda[], span: Span): string | null {
  let found: Lambda | null = null;
  for (const lambda of lambdas) {
    if (isInside(span, lambda.span) && (!found || isInside(lambda.span, found.span))) found = lambda;
  }
  return found?.path ?? null;
}

/** Whether a client's text looks like something a machine made up, not like its own name. */
function isCredential(text: string, least: number): boolean {
  return looksRandom(text, least) && !/client|secret|_id\b/iu.test(text);
}
