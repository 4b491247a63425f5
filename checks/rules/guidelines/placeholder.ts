import type { Lambda } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import { prosesOf } from "../../text/prose.ts";
import { defineRule, onNode, onPair, ruby, whereTextHas } from "../../engine/rule.ts";
import {
  AssocNode,
  ConstantWriteNode,
  literalText,
  LocalVariableWriteNode,
  type Node,
  nodesIn,
  spanOf,
  StatementsNode,
  StringNode,
} from "../../ruby/nodes.ts";
import { readComments } from "../../ruby/comments.ts";
import type { Span } from "../../ruby/source.ts";

/** What authors write where something is still to come. */
const unfinished =
  /\bFIXME\b|\bTODO:|^TODO\s*-|^TODO (?:add|write|explain|describe|document|fill in|replace|update)\b|\b[Ll]orem ipsum\b/u;
/** The same, as the whole of what users read about an operation. */
const unwritten = /^(?:TODO|TBD|TBA|WIP)[.!]*$/u;
const prose: ReadonlySet<string> = new Set("help body description subtitle learn_more_text".split(" "));
const comment = /^#\W*(?:TODO|FIXME|XXX(?=:| \p{L})|HACK(?=:| \p{L}))\b|^#\W*(?:todo|fixme)\s*:/u;
/** A whole text that says what is to be put in its place. */
const standIn =
  /^(?:(?:Bearer |Basic |Token )?[<[{]?YOUR_[A-Z0-9_]+[>\]}]?|(?:REPLACE|INSERT)_(?:ME|THIS|HERE|YOUR)(?:_[A-Z0-9_]+)?|(?:MY|INSERT|REPLACE|ENTER)_(?:[A-Z0-9]+_)*(?:API_KEY|CLIENT_ID|SECRET|TOKEN|PASSWORD|HERE))$/u;
/** The same in small letters, which some other text may be as well, but for credentials. */
const credentialStandIn =
  /^[<[{]?(?:(?:your|my|insert|enter|put)[-_ ]+(?:[a-z\d]+[-_ ]+)*(?:client[-_ ]?id|app[-_ ]?id|secret|key|token|password|here)|change[-_ ]?me|replace[-_ ]?me|x{6,})[>\]}]?$/iu;
const credentials: ReadonlySet<string> = new Set(
  "client_id client_secret api_key apikey access_token token secret app_id".split(" "),
);
/** What all these texts have in them, and most connectors nowhere. */
const signs = /FIXME|TODO|TB[AD]\b|WIP\b|orem ipsum|(?:YOUR|REPLACE|INSERT)_|(?:MY|ENTER)_[A-Z]/u;
/** The names and addresses of applications that have to-dos. */
const ofToDos = /[_'"/]to[_-]?dos?\b/u;

/** Texts that show users, or callers, what a value looks like. */
const shown = /^(?:label|hint|help|description|title|subtitle|default|placeholder|toggle_hint|sample_\w+)$/u;
const inAddress =
  /^https?:\/\/(?:[\w-]+\.)*your[-_]?(?:domain|subdomain|company|instance|site|tenant|org)\.[\w.-]+|^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?=[/:?#]|$)|\bYOUR_[A-Z0-9_]+|X{5,}/u;

export const placeholder = defineRule({
  id: "guidelines/placeholder",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Holds nothing that was to be replaced.",
    why: "Users read the text as it is, and a request with a placeholder in it fails for all of them.",
    remedy: "Write what is meant, or ask for it in a connection field.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    text: (word: string) => `The text is not finished: it says “${word}”.`,
    standIn: (text: string) => `The text \`${text}\` is to be replaced by a value.`,
    address: (part: string) => `The address has the placeholder \`${part}\` in it.`,
    comments: (count: number) => `Comments say that something is still to be done (places: ${count}).`,
  },
  examples: {
    bad: [
      {
        name: "a hint that is to come",
        source: ruby`
          { actions: { find: { help: 'TODO: explain the limits' } } }
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ text
        `,
      },
      {
        name: "a client to put in",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', client_id: 'YOUR_CLIENT_ID' } } }
                                                                      ^^^^^^^^^^^^^^^^ standIn
        `,
      },
      {
        name: "a request with a gap",
        source: ruby`
          { test: lambda { |_connection| get('https://api.acme.com/reports?filter=XXXXXXXX') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ address
        `,
      },
      {
        name: "a comment about what is left",
        source: ruby`
          {
            # TODO: read the next page, too
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
            test: ->(_connection) { get('/me') }
          }
        `,
      },
      {
        name: "credentials, a host and a help that are still to come",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://your-domain.acme.com' },
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ address
              authorization: {
                type: 'oauth2',
                client_id: 'your-client-id',
                           ^^^^^^^^^^^^^^^^ standIn
                client_secret: lambda { |_connection| '<YOUR_SECRET>' }
                                                      ^^^^^^^^^^^^^^^ standIn
              }
            },
            actions: {
              find: { help: 'TODO' },
                            ^^^^^^ text
              list: { help: { body: 'TODO add the limits' } }
                                    ^^^^^^^^^^^^^^^^^^^^^ text
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a state that is called so, and words for tokens",
        source: ruby`
          {
            actions: {
              find: {
                # XXX-XXX is how the application writes it.
                input_fields: -> { [{ name: 'todo', label: 'TODO' }, { name: 'token', label: 'Your token' }] },
                execute: ->(_connection, _input) { { status: 'TODO', kind: 'your_api_key', on: 'TBD' } }
              }
            }
          }
        `,
      },
      {
        name: "a hint, which usability/hint-quality judges",
        source: ruby`{ actions: { find: { input_fields: -> { [{ name: 'id', hint: 'TODO: where to find it' }] } } } }`,
      },
      {
        name: "a format in a hint",
        source: ruby`
          { actions: { find: { help: 'Write the number as XXX-XXX-XXXX, at https://YOUR_DOMAIN.acme.com' } } }
        `,
      },
      {
        name: "words and constants of applications",
        source: ruby`
          {
            actions: {
              create_todo: {
                title: 'Create todo item',
                execute: lambda do |_connection, input|
                  post('/values/A1:append?insertDataOption=INSERT_ROWS', input.merge(mode: 'REPLACE_ALL', status: 'TODO'))
                end
              }
            }
          }
        `,
      },
      {
        name: "what an application for tasks calls them",
        source: ruby`
          {
            actions: {
              create_task: {
                help: 'Lists show it as TODO: and its title.',
                execute: ->(_connection, input) { post('/v2/todos', input) }
              }
            }
          }
        `,
      },
      {
        name: "what users see, and what is replaced",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'subdomain', placeholder: 'YOUR_SUBDOMAIN' }],
              base_uri: lambda { |connection| 'https://YOUR_DOMAIN.acme.com'.gsub('YOUR_DOMAIN', connection['subdomain']) }
            },
            actions: { find: { sample_output: lambda { { token: 'YOUR_TOKEN' } } } },
            methods: { sample_lead: lambda { { token: 'xxxxxx', note: 'TODO: call Joe' } } }
          }
        `,
      },
      {
        name: "an address in a sample",
        source: ruby`
          { actions: { find: { sample_output: lambda { { email: 'joe@example.com', state: 'TODO', title: 'TODO: call Joe' } } } } }
        `,
      },
    ],
  },
  create: (context) => {
    let hasToDos: boolean | undefined;
    return {
      file({ syntax, source, text }) {
        if (!syntax || text === null) return;
        const found = readComments(syntax, source).filter(({ text }) => comment.test(text));
        const [first] = found;
        if (first)
          context.report("comments", { span: first.span, path: null }, [found.length], {
            severity: "notice",
          });
      },
      node: [
        ...whereTextHas(
          signs,
          onNode(StringNode, ({ node, lambda, parent }) => {
            const text = node.unescaped;
            const key = keyOf(parent);
            const word = unfinishedIn(text, key, lambda);
            if (word !== null) context.report("text", placeOf(node, lambda), [word]);
            else if (standIn.test(text) && isValue(parent, lambda))
              context.report("standIn", placeOf(node, lambda), [text]);
          }),
        ),
        onPair(credentials, ({ node, lambda }) => {
          if (!isOfSample(lambda)) checkCredential(node.value, lambda);
        }),
      ],
      request({ url, lambda, span }) {
        check(url, lambda?.path ?? null, span);
      },
      lambda(lambda) {
        if (credentials.has(lambda.key)) {
          for (const node of nodesIn(lambda.value.node))
            if (node instanceof StatementsNode) for (const one of node.body) checkCredential(one, lambda);
        }
        if (/^(?:base_uri|authorization_url|token_url)$/u.test(lambda.key))
          check(lambda.result(), lambda.path, lambda.span);
      },
    };

    /** The words that say that a text is still to come. Hints have a rule of their own. */
    function unfinishedIn(text: string, key: string | null, lambda: Lambda | null): string | null {
      if (key === "hint") return null;
      const isProse = key !== null && prose.has(key) && (!lambda || prose.has(lambda.key));
      let found = unfinished.exec(text);
      if (found && (hasToDos ??= ofToDos.test(context.source.text ?? ""))) found = null;
      found ??= isProse ? unwritten.exec(text) : null;
      return found && !isOfSample(lambda) ? found[0] : null;
    }

    function checkCredential(node: Node, lambda: Lambda | null): void {
      if (!(node instanceof StringNode)) return;
      const text = node.unescaped;
      if (credentialStandIn.test(text) && !standIn.test(text))
        context.report("standIn", placeOf(node, lambda), [text]);
    }

    function check(url: Parameters<typeof prosesOf>[0], path: string | null, fallback: Span): void {
      for (const { text } of prosesOf(url)) {
        const part = inAddress.exec(text)?.[0];
        if (!part || standIn.test(text)) continue;
        const span = url?.node ? spanOf(url.node) : fallback;
        context.report("address", { span, path }, [part]);
      }
    }
  },
});

function placeOf(node: Node, lambda: Lambda | null): Place {
  return { span: spanOf(node), path: lambda?.path ?? null };
}

/** Samples may hold anything, and so may the methods that make them. */
function isOfSample(lambda: Lambda | null): boolean {
  return lambda !== null && /(?:^|_)sample(?:_|$)/u.test(lambda.key);
}

/** Whether a text is a value by itself: of a key, a variable or a lambda. */
function isValue(parent: Node | null, lambda: Lambda | null): boolean {
  if (isOfSample(lambda)) return false;
  return parent instanceof AssocNode
    ? !shown.test(keyOf(parent) ?? "")
    : values.some((type) => parent instanceof type);
}

function keyOf(parent: Node | null): string | null {
  const key = parent instanceof AssocNode ? parent.key : null;
  return literalText(key);
}

const values = [StatementsNode, LocalVariableWriteNode, ConstantWriteNode];
