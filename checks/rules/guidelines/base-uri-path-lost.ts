import type { Request } from "../../connector/connector.ts";
import { alternatives, leadingText, textWithHoles, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { addressPlace } from "./address-place.ts";

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
    cut: (step: string, count: number) =>
      `Without a slash at its end, \`base_uri\` loses its last step \`${step}\` in requests such as this one (places: ${count}).`,
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
      {
        name: "a slash before one of the requests for the same things",
        source: ruby`
          {
            connection: { base_uri: lambda { |connection| "#{connection['host']}/api/v2/" } },
            test: lambda { |_connection| get('me') },
            actions: {
              list: { execute: lambda { |_connection, input| get('leads', input) } },
              find: { execute: lambda { |_connection, input| get("/leads/#{input['id'].to_i}") } }
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lost
            }
          }
        `,
      },
      {
        name: "a base without a slash at its end",
        source: ruby`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/api/v2" } },
            test: lambda { |_connection| get('me') },
                                             ^^^^ cut
            actions: { list: { execute: lambda { |_connection, input| get("leads/#{input['id'].to_i}") } } }
          }
        `,
      },
    ],
    good: [
      {
        name: "scripts beside each other",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://acme.com/api/index.php' } },
            test: lambda { |_connection| get('status.php') }
          }
        `,
      },
      {
        name: "requests with the whole path, and one beside it",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/rest/v2' } },
            test: lambda { |_connection| get('/rest/v2/me') },
            actions: { list: { execute: lambda { |_connection, input| get('v1/other', input) } } }
          }
        `,
      },
      {
        name: "a path that repeats the last step of the base",
        source: ruby`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/rest/v2' } },
            test: lambda { |_connection| get('v2/me') },
            actions: { list: { execute: lambda { |_connection, input| get('other', input) } } }
          }
        `,
      },
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
    const beneath: Request[] = [];
    return {
      request(request) {
        const start = leadingText(request.url);
        // Logins are often beside the path of the rest.
        if (request.lambda?.owner === "authorization") return;
        if (start.startsWith("/") && !start.startsWith("//")) rooted.push(request);
        else if (/^(?!https?:)[\w-]/u.test(start)) beneath.push(request);
      },
      end() {
        const paths = alternatives(context.connector.connection.lambda("base_uri")?.result()).map(pathOf);
        const known = paths.filter((path) => path !== null);
        const [first] = known;
        if (first === undefined || known.length < paths.length) return;
        const tops = known.map((path) => `/${path.split("/")[1]}`);
        let lost = rooted.filter(({ url }) => !tops.some((top) => leadingText(url).startsWith(top)));
        // Where some repeat the path or have no slash, the author knows; the others are meant, but for those
        // that ask for the same things.
        const isRepeated = lost.length < rooted.length;
        if (beneath.length > 0 || isRepeated) {
          const names = new Set(beneath.map(topOf));
          lost = lost.filter((request) => names.has(topOf(request) ?? ""));
        }
        const [request] = lost;
        if (request) context.report("lost", addressPlace(request), [first, lost.length]);
        // Without a slash at its end, the last step of the base is replaced, too.
        const steps = known.map((path) => path.slice(path.lastIndexOf("/") + 1));
        const cut = beneath.filter((one) => !steps.includes(topOf(one) ?? ""));
        const [shortened] = cut;
        // Beside a script, such as `index.php`, there may be others.
        const mayReplace = steps.some((step) => step === "" || /\.[a-z]{2,4}$/iu.test(step));
        if (shortened && !mayReplace && !isRepeated && cut.length === beneath.length)
          context.report("cut", addressPlace(shortened), [steps[0]!, cut.length]);
      },
    };
  },
});

/** The first step of a request's path, with or without a slash before it, where it is known whole. */
function topOf({ url }: Request): string | null {
  const top = /^\/?(?<name>[\w-]+)(?<more>[/?])?/u.exec(leadingText(url))?.groups;
  return top && (top["more"] || url.kind === "string") ? (top["name"] ?? null) : null;
}

/** The path of a base address where it is known and not the root. */
function pathOf(value: Value): string | null {
  const text = textWithHoles(value, "\0") ?? "";
  const path = /^(?:https?:\/\/[^/?#\s]+|\0)(?<path>\/[^/?#\s][^?#\s]*)$/u.exec(text)?.groups?.["path"];
  return path === undefined || path.includes("\0") ? null : path;
}
