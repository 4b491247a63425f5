import type { Lambda, Request } from "../../connector/connector.ts";
import { createIsLogin } from "../../connector/method-reach.ts";
import { leadingText, textWithHoles, type Value } from "../../connector/value.ts";
import { hole } from "../../text/prose.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { InterpolatedStringNode, spanOf } from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";
import { addTo } from "../../groups.ts";
import { addressPlace } from "./address-place.ts";

export const baseUri = defineRule({
  id: "guidelines/base-uri",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Declares the address of the API once, in `base_uri`.",
    why: "An address that every request repeats is hard to change for another environment or tenant.",
    remedy: "Add `base_uri: lambda { |connection| 'https://…' }` to the connection, and use relative paths.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    relative: (path: string, count: number) =>
      `The path \`${path}\` belongs to no address, since there is no \`base_uri\` (such requests: ${count}).`,
    once: (host: string) =>
      `The address \`${host}\` is that of \`base_uri\`, and stands in this request as well.`,
    again: (host: string, count: number) =>
      `The address \`${host}\` is that of \`base_uri\`, and stands in ${count} requests as well.`,
    repeated: (host: string, count: number) =>
      `The address \`${host}\` stands in ${count} requests, and there is no \`base_uri\`.`,
  },
  examples: {
    bad: [
      {
        name: "an address in every request",
        source: ruby`
          {
            connection: {
            ^^^^^^^^^^^ repeated
              authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } }
            },
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://api.acme.com/leads') } } }
          }
        `,
      },
      {
        name: "a path without an address",
        source: ruby`
          {
            title: 'Acme',
            connection: {
              fields: [{ name: 'api_key', control_type: 'password' }],
              authorization: { type: 'api_key', apply: ->(connection) { headers('X-Key': connection['api_key']) } }
            },
            test: ->(_connection) { get('/v1/me') },
                                        ^^^^^^^^ relative
            actions: { "find_lead" => { "execute" => lambda { |_c, input| get("/v1/leads/#{input['id'].to_i}") } } }
          }
        `,
      },
      {
        name: "a customer's address in every request",
        source: ruby`
          {
            connection: {
            ^^^^^^^^^^^ repeated
              fields: [{ name: 'subdomain' }],
              authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } }
            },
            test: lambda { |c| get("https://#{c['subdomain']}.acme.com/me") },
            actions: {
              find: { execute: ->(connection, input) { get("https://#{connection['subdomain']}.acme.com/leads", input) } }
            }
          }
        `,
      },
      {
        name: "paths without a slash and without an address",
        source: ruby`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } } },
            test: lambda { |_connection| get('me') },
                                             ^^^^ relative
            actions: { find: { execute: lambda { |_c, input| get("leads/#{input['id']}") } } }
          }
        `,
      },
      {
        name: "one request with the address of the base",
        source: ruby`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/v1/" } },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |c, _i| get("https://#{c['subdomain']}.acme.com/v1/leads") } } }
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
          }
        `,
      },
      {
        name: "an address that is the base already",
        source: ruby`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.acme.com/v1/' }
              ^^^^^^^^^^ again
            },
            'test' => ->(_connection) { get('https://api.acme.com/v1/me') },
            'actions' => { 'find' => { 'execute' => ->(_connection, input) { get('https://api.acme.com/v1/leads', input) } } }
          }
        `,
      },
    ],
    good: [
      {
        name: "one base address",
        source: ruby`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            test: lambda { |_c| get('/me') },
            actions: { find: { execute: lambda { |_c, _i| get('/leads') } } }
          }
        `,
      },
      {
        name: "requests beside the path of the base",
        source: ruby`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/v2/" } },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |c, i| get("https://#{c['subdomain']}.acme.com/v1/leads", i) } } }
          }
        `,
      },
      {
        name: "a service beside the agent of a secure tunnel",
        source: ruby`
          {
            secure_tunnel: true,
            connection: { fields: [{ name: 'profile' }] },
            test: lambda { |c| get("http://localhost/ext/#{c['profile']}/status") },
            actions: { sum: { execute: lambda { |c, i| post("http://localhost/ext/#{c['profile']}/sum", i) } } }
          }
        `,
      },
      {
        name: "a tenant's own address, and a login elsewhere",
        source: ruby`
          {
            connection: { authorization: { type: 'custom_auth', acquire: ->(c) { call('token', c) } } },
            test: ->(c) { get("#{c['url']}/me") },
            actions: {
              find: { execute: ->(c, i) { get("#{c['url']}/leads", i) } },
              add: { execute: ->(c, i) { post("#{c['url']}/leads", i) } }
            },
            methods: {
              token: ->(c) { c['key'] ? post('https://login.acme.com/keys') : post('https://login.acme.com/users') }
            }
          }
        `,
      },
      {
        name: "a login in a method",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: { type: 'custom_auth', acquire: lambda { |c| call('log_in', c['key']) } }
            },
            test: lambda { |_c| get('/me') },
            methods: { log_in: lambda { |key| post('https://api.acme.com/tokens', key: key) } }
          }
        `,
      },
      {
        name: "two requests to different hosts",
        source: ruby`
          {
            connection: {},
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://files.acme.com/leads') } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    end() {
      const { connection, root, requests } = context.connector;
      const place = root.get("connection");
      if (!place || !connection.closed) return;
      const isLogin = createIsLogin(context.connector);
      // Endpoints of the login come before the connection has a base address.
      const others = requests.filter((request) => !isLogin(request.lambda));
      const byHost = new Map<string, Request[]>();
      for (const request of others) {
        const host = hostOf(request.url, request.lambda, context.source);
        // A service beside the agent of a secure tunnel is no application.
        if (host && host !== "http://localhost") addTo(byHost, host, request);
      }
      const lambda = connection.lambda("base_uri");
      const base = lambda?.result();
      const own = lambda && base ? hostOf(base, lambda, context.source) : null;
      if (base && own !== null) {
        // What is beside the path of the base needs its whole address.
        const start = textWithHoles(base, hole) ?? "";
        const again = (byHost.get(own) ?? []).filter(({ url }) =>
          textWithHoles(url, hole)?.startsWith(start),
        );
        const [first, more] = again;
        if (more)
          context.report("again", connection.get("base_uri")!, [own, again.length], { severity: "notice" });
        else if (first) context.report("once", addressPlace(first), [own], { severity: "notice" });
      }
      if (connection.has("base_uri") || connection.authorization?.has("base_uri")) return;
      const relative = requests.filter(isRelative);
      const [lost] = relative;
      if (lost) {
        // Without a slash, the start of the path may be taken for a host.
        const severity = leadingText(lost.url).startsWith("/") ? "error" : "warning";
        context.report("relative", addressPlace(lost), [leadingText(lost.url), relative.length], {
          severity,
        });
      }
      const [most] = [...byHost].sort(([, a], [, b]) => b.length - a.length);
      const count = most?.[1].length ?? 0;
      // Others may be the login's, or one of several addresses that no base covers.
      if (most && count > 1 && count * 2 > others.length) context.report("repeated", place, [most[0], count]);
    },
  }),
});

/** Whether the start of the address is a path: `/leads`, or `leads/`. */
function isRelative({ url }: Request): boolean {
  const text = leadingText(url);
  if (text.startsWith("/")) return !text.startsWith("//");
  const word = /^(?!localhost)[\w-]+(?<more>[/?])?/u.exec(text);
  if (!word) return false;
  return word.groups?.["more"] !== undefined || (url.kind === "string" && word[0] === text);
}

/** `https://host` where it is literal but for entries of the connection. */
function hostOf(url: Value, lambda: Lambda | null, source: SourceText): string | null {
  const host = /^https?:\/\/[^/?#\s]+(?=[/?#]|$)/u.exec(leadingText(url))?.[0];
  if (host !== undefined && (url.kind === "string" || host !== leadingText(url))) return host;
  // A domain of the application in which each customer has a part.
  const text = url.node instanceof InterpolatedStringNode ? source.slice(spanOf(url.node)) : "";
  const tenant =
    /^"(?<start>https?:\/\/[\w.-]*)#\{(?<of>\w+)\[['"](?<key>\w+)['"]\]\}(?<end>\.[\w.-]+)(?=[/?"])/u.exec(
      text,
    );
  const { start, of, key, end } = tenant?.groups ?? {};
  if (!lambda || !of || !/^_?(?:c|conn|connection)$/u.test(of)) return null;
  return `${start}#{connection['${key}']}${end}`;
}
