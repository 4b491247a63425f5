import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import type { CallFact, NodeFact } from "../../connector/walk.ts";
import {
  AssocNode,
  CallNode,
  InterpolatedStringNode,
  isVariable,
  literalText,
  LocalVariableOperatorWriteNode,
  LocalVariableWriteNode,
  type Node,
  nodesIn,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";
import { createIsWithin } from "../../ruby/nesting.ts";
import type { Span } from "../../ruby/source.ts";
import { createInputUses, isFreeText } from "./input-values.ts";

const statement =
  /\b(?:SELECT\s[^]{1,300}\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s[^]{1,300}\sSET)\s|\sWHERE\s|[?&]?\$filter=|\bselect\s[^]{1,200}\sfrom\s[^]{1,200}\swhere\s/u;
/** The value is the right side of a comparison, in quotes: SCIM, OData, JQL and many filters of their own. */
const compared =
  /(?:\s(?:eq|ne|co|sw|ew|like|contains)\s*|\s(?:!?=|!?~)\s*|\b(?:startswith|endswith|contains|substringof)\((?:[\w/]+,\s*)?)\\?['"]%?$/iu;
/** The value is an argument of a query in GraphQL, or the text of an element of XML. */
const inGraphql = /\b(?:query|mutation)\b[^]{0,600}\(\s*(?:\w+:[^()]{0,200},\s*)?\w+:\s*\\?"?$/u;
const inXml = /(?:<\?xml|xmlns|Envelope|<request)[^]*<[\w:.-]{1,80}(?:\s[^<>]{0,200})?>\s*$/u;
const wholeClause =
  /query|[a-z]ql$|filter|where|condition|clause|criteria|search|expression|fields|columns|limit|offset|xml|body|payload|envelope/iu;
/** Entries that people read, whatever they say. */
const prose = /^(?:message|error|text|note|description|summary|subject|comment|title)$/u;

export const queryInjection = defineRule({
  id: "security/query-injection",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Escapes what users enter before it becomes part of a query.",
    why: "A quote in a mapped value changes what the query reads or deletes in the user's account.",
    remedy: 'Pass the value as a parameter, or double its quotes with `gsub("\'", "\'\'")`.',
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    query: (key: string) => `The input \`${key}\` becomes part of the query without being escaped.`,
  },
  examples: {
    bad: [
      {
        name: "an address as it was entered",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_connection, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['email']}'") }
                                                                                                      ^^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `,
      },
      {
        name: "a filter of an application's own",
        source: ruby`
          {
            'actions' => {
              'search_users' => {
                'input_fields' => ->() { [{ name: 'user_name', label: 'User name', optional: false }] },
                'execute' => ->(_connection, input) do
                  name = input['user_name'].strip
                  get('/Users', filter: "active eq true and userName eq \"#{name}\"")
                                                                          ^^^^^^^ query
                end
              }
            }
          }
        `,
      },
      {
        name: "a function of OData",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'name' }] },
                execute: lambda { |_c, input| get('/Leads').params('$filter': "startswith(Name, '#{input['name']}')") }
                                                                                                 ^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `,
      },
      {
        name: "a query of GraphQL",
        source: ruby`
          {
            actions: {
              get_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'email', control_type: 'email' }] },
                execute: lambda do |_connection, input|
                  post('/graphql', query: "query { lead(email: \"#{input['email']}\") { id name } }")
                                                                 ^^^^^^^^^^^^^^^^^ query
                end
              }
            }
          }
        `,
      },
      {
        name: "a query that is both sent and told",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda do |_c, input|
                  query = "SELECT Id FROM Lead WHERE Email='" + input['email'] + "'"
                                                                ^^^^^^^^^^^^^^ query
                  get('/q', q: query).presence || error("Nothing for " + query)
                end
              }
            }
          }
        `,
      },
      {
        name: "a request in XML",
        source: ruby`
          {
            actions: {
              get_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'lead_id', type: 'string' }] },
                execute: lambda do |_connection, input|
                  payload = '<?xml version="1.0"?><getLead><id>' + input['lead_id'] + '</id></getLead>'
                                                                   ^^^^^^^^^^^^^^^^ query
                  post('/soap').request_body(payload)
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "messages, also in a variable or an exception",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda do |_c, input|
                  message = "No lead with email = '#{input['email']}'"
                  message += " or name = '#{input['email']}'" if input['email'].present?
                  raise StandardError.new("Not one lead with email = '#{input['email']}'") if input['email'].length < 3
                  error("No lead with name = '#{input['email']}'") if get('/leads').blank?
                  get('/leads/all').presence || error(input['email'].blank? ? 'None' : message)
                end
              },
              ask: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_c, input| post('/messages', text: "Who has email = '#{input['email']}'?") }
              }
            }
          }
        `,
      },
      {
        name: "an attribute of HTML",
        source: ruby`
          {
            actions: {
              send: {
                input_fields: lambda { [{ name: 'link' }, { name: 'text' }] },
                execute: lambda { |_c, input| post('/mail', body: "<p><a href=\"#{input['link']}\">#{input['text']}</a></p>") }
              }
            }
          }
        `,
      },
      {
        name: "escaped quotes",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'e' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['e'].gsub("'", "''")}'") }
              }
            }
          }
        `,
      },
      {
        name: "the user's own condition, and body",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'where_clause' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE #{input['where_clause']}") }
              },
              send_raw: {
                input_fields: lambda { [{ name: 'body', control_type: 'text-area' }] },
                execute: lambda do |_connection, input|
                  post('/soap').request_body("<?xml version=\"1.0\"?><Envelope><Body>#{input['body']}</Body></Envelope>")
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const uses = context.shared(createInputUses);
    const texts: Text[] = [];
    /** The calls that tell users something, and no application. */
    const shown: Span[] = [];
    const isInShown = createIsWithin(shown);
    const noteShown = ({ node }: CallFact): void => void shown.push(spanOf(node));
    const add = ({ node, lambda, parent }: NodeFact): void => {
      if (parent instanceof AssocNode && prose.test(literalText(parent.key) ?? "")) return;
      // A part of a longer text is looked at with it.
      const isPart = parent instanceof InterpolatedStringNode || (isPlus(parent) && !isPlus(node));
      const parts = lambda && !isPart ? uses.partsOf(node, lambda) : null;
      const isPut =
        parent instanceof LocalVariableWriteNode || parent instanceof LocalVariableOperatorWriteNode;
      const variable = isPut ? parent.name : null;
      if (lambda && parts) texts.push({ node, parts, lambda, variable });
    };
    return {
      node: [
        ...uses.listeners,
        onNode(InterpolatedStringNode, add),
        onCall(["+"], (fact) => {
          if (!isPlus(fact.parent)) add(fact);
        }),
      ],
      bareCall: { error: noteShown, raise: noteShown, puts: noteShown },
      end() {
        for (const text of texts) check(text);
      },
    };

    function check(text: Text): void {
      const { parts, lambda } = text;
      let before = "";
      for (const part of parts) {
        if (part instanceof StringNode) {
          before += part.unescaped;
          continue;
        }
        const key = uses.keyIn(part, lambda);
        const start = before.slice(-600);
        before += "?";
        if (key === null || uses.isChecked(lambda, key)) continue;
        if (wholeClause.test(key) || !isQuery(start) || !isFreeText(context, lambda, key)) continue;
        if (isShown(text)) return;
        context.report("query", { span: spanOf(part), path: lambda.path }, [key]);
        return;
      }
    }

    /** Whether a text is only told to users, itself or by its variable. */
    function isShown({ node, lambda, variable }: Text): boolean {
      if (isTold(node) || variable === null) return isTold(node);
      const reads = nodesIn(lambda.value.node).filter((read) => isVariable(read, variable));
      return reads.length > 0 && reads.every(isTold);
    }

    function isTold(node: Node): boolean {
      return isInShown(spanOf(node));
    }
  },
});

interface Text {
  readonly node: Node;
  readonly parts: readonly Node[];
  readonly lambda: Lambda;
  /** The name of the variable that it is put into. */
  readonly variable: string | null;
}

/** Whether what stands before a value makes it a part of a query. */
function isQuery(before: string): boolean {
  return statement.test(before) || compared.test(before) || inGraphql.test(before) || inXml.test(before);
}

function isPlus(node: Node | null): boolean {
  return node instanceof CallNode && node.name === "+";
}
