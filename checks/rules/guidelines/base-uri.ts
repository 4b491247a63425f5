import type { Request } from "../../connector/connector.ts";
import { leadingText } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

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
  create: (context) => {
    const counts = new Map<string, number>();
    const relative: Request[] = [];
    let requests = 0;
    return {
      request(request) {
        if (/^\/(?!\/)/u.test(leadingText(request.url))) relative.push(request);
        // Endpoints of the login come before the connection has a base address.
        if (request.lambda?.owner === "authorization") return;
        requests++;
        const host = hostOf(request);
        if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
      },
      end() {
        const { connection, root } = context.connector;
        const place = root.get("connection");
        if (!place || !connection.closed) return;
        const base = connection.lambda("base_uri")?.result();
        const own = base?.kind === "string" ? hostOfText(base.text) : null;
        const again = own === null ? 0 : (counts.get(own) ?? 0);
        if (own !== null && again > 1)
          context.report("again", connection.get("base_uri")!, [own, again], { severity: "notice" });
        if (connection.has("base_uri")) return;
        const [lost] = relative;
        if (lost) {
          const [address] = argumentsOf(lost.node);
          const at = { span: address ? spanOf(address) : lost.span, path: lost.lambda?.path ?? null };
          context.report("relative", at, [leadingText(lost.url), relative.length], { severity: "error" });
        }
        const [most] = [...counts].sort((a, b) => b[1] - a[1]);
        // Others may be the login's, or one of several addresses that no base covers.
        if (most && most[1] > 1 && most[1] * 2 > requests) context.report("repeated", place, most);
      },
    };
  },
});

/** `https://host` where the start of the address is literal. */
function hostOf({ url }: Request): string | null {
  return hostOfText(leadingText(url));
}

function hostOfText(text: string): string | null {
  return /^https?:\/\/[^/?#\s]+(?=[/?#]|$)/u.exec(text)?.[0] ?? null;
}
