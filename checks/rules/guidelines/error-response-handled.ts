import type { Lambda, Named } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";
import { addTo } from "../../groups.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import { listed } from "../../text/prose.ts";
import { RescueModifierNode, RescueNode } from "../../ruby/nodes.ts";

/** Lambdas whose failure a user sees in the recipe editor or in a job. */
const shown: ReadonlySet<string> = new Set([
  "action.execute",
  "trigger.poll",
  "trigger.webhook_subscribe",
  "objectDefinition.fields",
]);

export const errorResponseHandled = defineRule({
  id: "guidelines/error-response-handled",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Hands on what the API says when a request fails.",
    why: "Users see only the status of a failed request otherwise, while the API's answer tells what to correct.",
    remedy:
      'Add `.after_error_response(/.*/) { |_code, body, _headers, message| error("#{message}: #{body}") }` to the requests, or to the method that sends them.',
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    one: (name: string) => `What the API says of a failed request of \`${name}\` does not reach the user.`,
    several: (section: string, names: string) =>
      `What the API says of a failed request does not reach the user in ${section}: ${names}.`,
    all: (count: number) =>
      `What the API says of a failed request never reaches the user (operations, lists and definitions with requests: ${count}).`,
  },
  examples: {
    bad: [
      {
        name: "one action that leaves the error as it is",
        source: ruby`
          {
            actions: {
              find_lead: {
                execute: lambda do |_connection, input|
                  get('/leads', input).after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
                end
              },
              create_lead: {
              ^^^^^^^^^^^^ one
                execute: lambda { |_connection, input| post('/leads').payload(input) }
              }
            }
          }
        `,
      },
      {
        name: "lists that leave the error as it is",
        source: ruby`
          {
            actions: {
              find_lead: {
                execute: lambda do |_connection, input|
                  get('/leads', input).after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
                end
              }
            },
            pick_lists: {
              owners: lambda { |_connection| get('/owners').pluck('name', 'id') },
              ^^^^^^^ several
              stages: lambda { |_connection| get('/stages').pluck('name', 'id') },
              lists: ->(_connection) { call('all', '/lists') },
              users: lambda do |_connection|
                get('/users')['users']&.map { |user| [user['name'], user['id']] }
              end
            },
            methods: { all: lambda { |path| get(path).pluck('name', 'id') } }
          }
        `,
      },
      {
        name: "a connector that has no word for errors",
        source: ruby`
          {
            actions: {
              find_lead: { execute: lambda { |_connection, input| call('request', '/leads', input) } },
              ^^^^^^^^^^ all
              create_lead: { 'execute' => ->(_connection, input) { post('/leads', input) } }
            },
            methods: { request: lambda { |path, input| get(path, input) } }
          }
        `,
      },
    ],
    good: [
      {
        name: "a shared method that handles errors",
        source: ruby`
          {
            actions: { find_lead: { execute: lambda { |_c, input| call('request', get('/leads', input)) } } },
            methods: {
              request: lambda do |request|
                request.after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
              end
            }
          }
        `,
      },
      {
        name: "a handler that is shared by a constant",
        source: ruby`
          SEND = lambda { |request| request.after_error_response(/.*/) { |_c, body, _h, message| raise "#{message}: #{body}" } }
          { actions: { find_lead: { execute: lambda { |_c, input| SEND.call(get('/leads', input)) } } } }
        `,
      },
      {
        name: "requests in parallel, whose errors are a part of the result",
        source: ruby`
          {
            actions: {
              add_leads: {
                execute: lambda do |_connection, input|
                  _ok, added, errors = parallel(input['leads'].map { |lead| post('/leads', lead) })
                  { added: added, errors: errors }
                end
              }
            }
          }
        `,
      },
      {
        name: "a call that handles what a method asks for",
        source: ruby`
          {
            actions: {
              find_lead: {
                execute: lambda { |_c, _i| call(:leads).after_error_response(404) { |_code, body| error(body) } }
              }
            },
            methods: { leads: lambda { get('/leads') } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const requesting = new Set<string>();
    const handling = new Set<string>();
    // A handler outside of the connector's lambdas may be anybody's.
    let handledElsewhere = false;
    const called = new Map<string, (string | null)[]>();
    const handles = (lambda: Lambda | null): void => {
      if (lambda) handling.add(lambda.path);
      else handledElsewhere = true;
    };
    return {
      request({ lambda }) {
        if (lambda) requesting.add(lambda.path);
      },
      methodCall({ lambda, name }) {
        if (!lambda) return;
        const names = called.get(lambda.path) ?? [];
        called.set(lambda.path, names);
        names.push(textOf(name));
      },
      node: [
        // What is sent in parallel gives its errors back.
        onCall(["after_error_response", "parallel"], ({ lambda }) => handles(lambda)),
        onNode(RescueNode, ({ lambda }) => handles(lambda)),
        onNode(RescueModifierNode, ({ lambda }) => handles(lambda)),
      ],
      end() {
        if (handledElsewhere) return;
        const { actions, triggers, pickLists, objectDefinitions, lambdas } = context.connector;
        const owners = new Map<string, Lambda[]>();
        for (const lambda of lambdas) {
          if (lambda.owner !== "pickList" && !shown.has(`${lambda.owner}.${lambda.key}`)) continue;
          const key = `${lambda.owner}.${lambda.ownerName}`;
          addTo(owners, key, lambda);
        }
        const places: readonly (readonly [string, string, readonly Named[]])[] = [
          ["action", "actions", actions.entries.filter(({ deprecated }) => !deprecated)],
          ["trigger", "triggers", triggers.entries.filter(({ deprecated }) => !deprecated)],
          ["objectDefinition", "object definitions", objectDefinitions.entries],
          ["pickList", "pick lists", pickLists.entries],
        ];
        const silent = places.map(
          ([owner, section, entries]) =>
            [section, entries.filter(({ name }) => isSilent(owners.get(`${owner}.${name}`) ?? []))] as const,
        );
        const all = silent.flatMap(([, entries]) => entries);
        const [first] = all;
        // Who handles errors nowhere is told once, and who forgot some of them once a section.
        if (first && all.length > 1 && handling.size === 0) {
          context.report("all", first, [all.length]);
          return;
        }
        for (const [section, entries] of silent) {
          const [only, more] = entries;
          if (more) context.report("several", only!, [section, listed(entries.map(({ name }) => name))]);
          else if (only) context.report("one", only, [only.name]);
        }
      },
    };

    /** Whether requests are sent on the way from some lambdas, and errors surely handled nowhere on it. */
    function isSilent(from: readonly Lambda[]): boolean {
      const seen = new Set<string>();
      const open = from.map(({ path }) => path);
      let sends = false;
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (seen.has(path)) continue;
        seen.add(path);
        if (handling.has(path)) return false;
        if (requesting.has(path)) sends = true;
        for (const name of called.get(path) ?? []) {
          const method = name === null ? undefined : context.connector.methods.get(name);
          // A method that is not known may do anything.
          if (!method?.lambda) return false;
          open.push(method.lambda.path);
        }
      }
      return sends;
    }
  },
});
