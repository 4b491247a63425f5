import type { Request } from "../../connector/connector.ts";
import { leadingText, alternatives, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

export const baseUriPathLost = defineRule({
  id: "guidelines/base-uri-path-lost",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Keeps the path of `base_uri` in requests.",
    why: "A path with a leading slash replaces the whole path of the base address.",
    remedy: "End the base address with a slash, and begin the paths of requests without one.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html"],
  },
  messages: {
    lost: (path: string, count: number) =>
      `The leading slash drops the path \`${path}\` of \`base_uri\`, ${count > 1 ? `here and in all ${count} such requests` : "here"}.`,
  },
  examples: {
    bad: [
      {
        name: "a slash after a path with a version",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/me') }
                                             ^^^^^ lost
          }
        `,
      },
    ],
    good: [
      {
        name: "a relative path",
        source: ruby`
          {
            connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com/v2/" } },
            test: lambda { |_connection| get('me') }
          }
        `,
      },
      {
        name: "requests beside the path, of an author who knows both",
        source: ruby`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://api.acme.com/v2/' },
              authorization: { acquire: lambda { |connection| post('/oauth/token', key: connection['key']) } }
            },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |_connection, input| get('/search', input) } } }
          }
        `,
      },
      {
        name: "a path that repeats that of the base address",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/v2/me') }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const rooted: Request[] = [];
    let knowsBoth = false;
    return {
      request(request) {
        const start = leadingText(request.url);
        // Logins are often beside the path of the rest.
        if (request.lambda?.owner === "authorization") return;
        if (start.startsWith("/") && !start.startsWith("//")) rooted.push(request);
        else if (start !== "") knowsBoth = true;
      },
      end() {
        const paths = alternatives(context.connector.connection.lambda("base_uri")?.result()).map(pathOf);
        const known = paths.filter((path) => path !== null);
        const [first] = known;
        if (first === undefined || known.length < paths.length) return;
        const tops = known.map((path) => `/${path.split("/")[1]}`);
        const lost = rooted.filter(({ url }) => !tops.some((top) => leadingText(url).startsWith(top)));
        const [request] = lost;
        // Where some repeat the path or have no slash, the author knows; the others are meant.
        if (!request || knowsBoth || lost.length < rooted.length) return;
        const [address] = argumentsOf(request.node);
        const place = { span: address ? spanOf(address) : request.span, path: request.lambda?.path ?? null };
        context.report("lost", place, [first, lost.length]);
      },
    };
  },
});

/** The path of a base address where it is known and not the root. */
function pathOf(value: Value): string | null {
  const text = value.kind === "string" ? value.text : value.kind === "template" ? joined(value.parts) : "";
  const path = /^https?:\/\/[^/?#\s]+(?<path>\/[^?#\s]+)$/u.exec(text)?.groups?.["path"];
  return path === undefined || path.includes("\0") ? null : path;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? "\0").join("");
}
