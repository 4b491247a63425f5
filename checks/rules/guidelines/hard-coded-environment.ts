import type { Value } from "../../connector/value.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, type Node, spanOf } from "../../ruby/nodes.ts";
import type { Span } from "../../ruby/source.ts";

const hostIn = /https?:\/\/(?:[^/?#@\s'"]*@)?(?<host>[\w.-]+)/giu;
/** Hosts that say of themselves that they are not the real application. */
const trial =
  /(?:^|[.-])(?:sandbox|sandboxapi|staging|stage|uat|preprod|demo)\d*(?=[.-])|(?:^|\.)(?:test|qa|api-?(?:dev|test|qa)|(?:dev|test|qa)-api)\d*(?=\.)/iu;
/** What stands before a domain in a link for readers, or in the address of a person. */
const reference =
  /(?:href=\\?["'][^"'\s]*|learn_more_url["']?\s*(?::|=>)\s*["'][^"'\s]*|@[\w.-]*|https?:\/\/(?:[\w-]+\.)*(?:community|dev|developers?|docs?|documentation|help|helpdesk|kb|knowledge|support)\.)$/u;
/** Hosts that nobody but the author reaches. */
const own =
  /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)$|(?:^|\.)(?:ngrok(?:-free)?\.(?:io|app|dev)|loca\.lt|webhook\.site|requestbin\.com|pipedream\.net)$/iu;

export const hardCodedEnvironment = defineRule({
  id: "guidelines/hard-coded-environment",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Lets users choose the environment that they connect to.",
    why: "A sandbox in the code is nobody's account but the author's, and other users' data does not belong there.",
    remedy:
      "Offer production and sandbox in a connection field with `control_type: 'select'`, and make `base_uri` of it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    trial: (host: string) => `Requests go to \`${host}\`, and to no other environment of the application.`,
    own: (host: string) => `Requests go to \`${host}\`, which only the author's machine or account reaches.`,
  },
  examples: {
    bad: [
      {
        name: "a sandbox as the only address",
        source: ruby`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.sandbox.acme.com/v1/' }
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            }
          }
        `,
      },
      {
        name: "a tunnel to the author's machine",
        source: ruby`
          { actions: { find: { execute: lambda { |_connection, input| post("https://f81d4fae.ngrok.io/find", input) } } } }
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ own
        `,
      },
      {
        name: "a test system for the login",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://api-dev.acme.com' },
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
              authorization: { type: 'oauth2', token_url: lambda { |_connection| 'https://test.acme-login.com/token' } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            }
          }
        `,
      },
      {
        name: "a sandbox beside links to the documentation",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'key', hint: "See <a href='https://www.acme.com/keys' target='_blank'>keys</a>." }],
              base_uri: lambda { |_connection| 'https://sandbox.acme.com' }
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            },
            actions: { find: { help: { learn_more_url: 'https://docs.acme.com/find', learn_more_text: 'More' } } }
          }
        `,
      },
    ],
    good: [
      {
        name: "hosts for developers, and tests of another kind",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://dev.azure.com' } },
            test: lambda { |_connection| get('https://speed-test.acme.com/me') }
          }
        `,
      },
      {
        name: "an environment that users choose",
        source: ruby`
          {
            connection: {
              base_uri: lambda do |connection|
                connection['environment'] == 'sandbox' ? 'https://sandbox.acme.com' : 'https://api.acme.com'
              end
            }
          }
        `,
      },
      {
        name: "an environment in a method",
        source: ruby`
          {
            methods: {
              host: lambda { |connection| connection['live'] ? 'https://api.acme.com' : 'https://api-demo.acme.com' }
            },
            test: lambda { |_connection| get('https://api-demo.acme.com/status') }
          }
        `,
      },
      {
        name: "an environment that becomes a part of the address",
        source: ruby`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['environment']}.acme.com" } },
            test: lambda { |_connection| get('https://sandbox.acme.com/me') }
          }
        `,
      },
      {
        name: "names of applications",
        source: ruby`
          {
            title: 'Pipedream',
            connection: { base_uri: lambda { |_connection| 'https://api.demo-tool.com' } },
            test: lambda { |_connection| get('https://hooks.m.pipedream.net/me') }
          }
        `,
      },
      {
        name: "a service beside the agent of a secure tunnel",
        source: ruby`
          { secure_tunnel: true, test: lambda { |_connection| get('http://localhost/ext/profile/status') } }
        `,
      },
    ],
  },
  create: (context) => {
    const found: { readonly host: string; readonly span: Span; readonly path: string | null }[] = [];
    return {
      request({ url, node, lambda }) {
        add(url, argumentsOf(node)[0], lambda?.path ?? null);
      },
      lambda(lambda) {
        if (!/^(?:base_uri|authorization_url|token_url)$/u.test(lambda.key)) return;
        const values = alternatives(lambda.result());
        if (values.length === 1) add(values[0]!, values[0]!.node, lambda.path);
      },
      end() {
        const title = (textOf(context.connector.title?.value) ?? "").toLowerCase();
        const told = new Set<string>();
        for (const { host, span, path } of found) {
          // A few are enough to look at them all.
          if (told.has(host) || told.size > 20) continue;
          told.add(host);
          if (own.test(host)) {
            const isTheApplication = title.includes(domainOf(host)) || title.includes(nameOf(host));
            if (!context.connector.root.has("secure_tunnel") && !isTheApplication)
              context.report("own", { span, path }, [host]);
          } else if (!/sandbox|stag(?:e|ing)|demo|uat|test/u.test(title) && !isElsewhere(host)) {
            context.report("trial", { span, path }, [host]);
          }
        }
      },
    };

    /** Whether the code names the host's domain in any other address: there may be a choice between the two. */
    function isElsewhere(host: string): boolean {
      const { bytes } = context.source;
      const text = context.source.slice({ start: 0, end: bytes.length }).toLowerCase();
      const others = text.replaceAll(host.toLowerCase(), "").split(domainOf(host));
      return others.slice(0, -1).some((before) => !reference.test(before.slice(-200)));
    }

    function add(url: Value, node: Node | null | undefined, path: string | null): void {
      const text = url.kind === "string" ? url.text : url.kind === "template" ? (url.parts[0] ?? "") : "";
      const [match] = text.matchAll(hostIn);
      const host = match?.index === 0 ? (match.groups?.["host"] ?? "") : "";
      // A host with a hole in it may be any.
      if (!node || host === "" || (url.kind === "template" && match?.[0] === text)) return;
      const isTrial = trial.test(host.slice(0, -domainOf(host).length));
      if (isTrial || own.test(host)) found.push({ host, span: spanOf(node), path });
    }
  },
});

/** The last two parts of a host's name. */
function domainOf(host: string): string {
  return host.toLowerCase().split(".").slice(-2).join(".");
}

function nameOf(host: string): string {
  return host.toLowerCase().split(".").at(-2) ?? host;
}
