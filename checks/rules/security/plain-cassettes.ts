import { defineRule, ruby } from "../../engine/rule.ts";
import type { Span } from "../../ruby/source.ts";
import { findSecrets } from "../../secrets/find-secrets.ts";
import { isPlaceholder, looksRandom } from "../../secrets/placeholders.ts";
import { isRecording, projectTexts, toByteSpan } from "../../secrets/project-texts.ts";

const header =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:[\w-]{0,40}-)?(?:api-?key|(?:auth|access|session|private|api|user)-token|secret|token))$/iu;
/** Tokens that are no credentials. */
const harmless = /csrf|xsrf|page|next|continuation|cancellation/iu;
/** The settings of a cookie, and cookies that say nothing of who is logged in. */
const harmlessCookie =
  /^(?:path|domain|expires|samesite|lang|language|locale|_?_cf\w+|aws[ae]lb\w*|arraffinity\w*|bigipserver.*|incap_ses.*|visid_incap.*|nlbi_.*|ak_bmsc|bm_\w+|_ga\w*|_gid)$/iu;
const inBody =
  /(?<name>access_token|refresh_token|id_token|client_secret|password|api_?key|private_key|session_?id)\\?["']?\s*(?::|=)\s*\\?["']?(?<value>[^"'&\s,}\\]{12,4096})/giu;
/** In this order, so that the name of a header and its value are apart by what a YAML or a JSON file has there. */
const inHeaders =
  /^\s*["']?(?<yaml>[\w-]{3,60})["']?:[ \t]*\r?\n\s*- ["']?(?<value>[^\r\n]{8,4000})|"(?<json>[\w-]{3,60})"\s*:\s*\[\s*"(?<item>[^"\n]{8,4000})"/gmu;

export const plainCassettes = defineRule({
  id: "security/plain-cassettes",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Encrypts or filters recorded requests.",
    why: "Recordings hold the tokens that were used for them, and what the account contains.",
    remedy:
      "Record with `VCR_RECORD_MODE` and encryption as the SDK's spec helper does, or filter the headers.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html",
      "https://docs.workato.com/en/developing-connectors/sdk/cli/guides/rspec/vcr.html",
    ],
  },
  messages: {
    token: (file: string, what: string) => `By its form, a text of the recording \`${file}\` is ${what}.`,
    body: (file: string, name: string) =>
      `The recording \`${file}\` holds the value of \`${name}\` in plain text.`,
    credential: (file: string, name: string) =>
      `The recording \`${file}\` holds the header \`${name}\` in plain text.`,
  },
  examples: {
    bad: [
      {
        name: "a token in a recording",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/find.yml":
            "http_interactions:\n- request:\n    headers:\n      Authorization:\n      - Bearer q7Zr5Kd02mVx\n",
        },
        reports: ["credential"],
      },
      {
        name: "a token in a body, and a header of a vendor's own",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/login.yml":
            'http_interactions:\n- request:\n    headers:\n      Accept:\n      - application/json\n      X-Acme-Access-Token:\n      - 0dM3vXq9Zt4R7yLkP2sW\n  response:\n    body:\n      string: \'{"access_token":"q7Zr5Kd02mVx81LpWn4s","expires_in":3600}\'\n',
        },
        reports: ["credential", "body"],
      },
      {
        name: "a recording in JSON, of a login by form",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/login.json":
            '{"http_interactions":[{"request":{"body":{"string":"grant_type=password&client_secret=q7Zr5Kd02mVx81LpWn4s"},"headers":{"Accept":["*/*"],"Cookie":["locale=en; session=9f8e7d6c5b4a39281706"]}}}]}',
        },
        reports: ["credential", "body"],
      },
      {
        name: "a token of a known form",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/list.yml":
            "http_interactions:\n- request:\n    uri: https://slack.com/api/users.list?t=xoxb-1234567890-abcdefghij\n",
        },
        reports: ["token"],
      },
    ],
    good: [
      {
        name: "filtered bodies, and headers that are no secrets",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/login.yml":
            'http_interactions:\n- request:\n    headers:\n      X-Csrf-Token:\n      - 0dM3vXq9Zt4R7yLkP2sW\n      Cookie:\n      - "[FILTERED]"\n  response:\n    headers:\n      Set-Cookie:\n      - __cf_bm=q7Zr5Kd02mVx81LpWn4s; path=/; expires=Wed, 25-Nov-26 04:20:36 GMT; domain=.acme.com\n      Cookie:\n      - session=your-session-id; locale=en-GB-oxendict\n    body:\n      string: \'{"access_token":"<ACCESS_TOKEN>","password":"********"}\'\n',
        },
      },
      {
        name: "a filtered token",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "tape_library/find.yml":
            "http_interactions:\n- request:\n    headers:\n      Authorization:\n      - <AUTHORIZATION>\n",
        },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const prefix = context.project.path === "." ? "" : `${context.project.path}/`;
      for (const file of projectTexts(files, (path) => /\.(?:ya?ml|json)$/iu.test(path))) {
        if (!isRecording(file)) continue;
        const { path, text } = file;
        const options = { file: prefix + path };
        const found = plainHeader(text);
        if (found)
          context.report("credential", { span: found.span, path: null }, [path, found.name], options);
        const body = plainBody(text);
        if (body) context.report("body", { span: body.span, path: null }, [path, body.name], options);
        if (found || body) continue;
        const [secret] = findSecrets(text);
        if (!secret) continue;
        const span = toByteSpan(text, secret.start, secret.end);
        context.report("token", { span, path: null }, [path, secret.what], { ...options, severity: "error" });
      }
    },
  }),
});

interface Plain {
  readonly name: string;
  readonly span: Span;
}

/** The first header of a recording whose value is a credential as it was sent. */
function plainHeader(text: string): Plain | null {
  for (const match of text.matchAll(inHeaders)) {
    const { yaml, value, json, item } = match.groups ?? {};
    const name = yaml ?? json ?? "";
    const sent = (value ?? item ?? "")
      .trim()
      .replace(/["']$/u, "")
      .replace(/^(?:bearer|basic|token)\s+/iu, "");
    if (!header.test(name) || harmless.test(name) || sent.length < 8 || isPlaceholder(sent)) continue;
    if (/cookie$/iu.test(name) && !holdsSecret(sent)) continue;
    const start = match.index + match[0].indexOf(name);
    return { name, span: toByteSpan(text, start, start + name.length) };
  }
  return null;
}

/** Whether one of the cookies is neither emptied, nor a choice such as a language, nor one of a network or statistics. */
function holdsSecret(cookies: string): boolean {
  return cookies.split(/[;,]\s/u).some((cookie) => {
    const { name = "", value = "" } = /^(?<name>[^=\s]+)=(?<value>\S{8,})$/u.exec(cookie)?.groups ?? {};
    return name !== "" && !harmlessCookie.test(name) && !isPlaceholder(value);
  });
}

/** The first entry of a body, in JSON or of a form, that holds a secret as it was sent. */
function plainBody(text: string): Plain | null {
  for (const match of text.matchAll(inBody)) {
    const { name = "", value = "" } = match.groups ?? {};
    if (!looksRandom(value, 12)) continue;
    return { name, span: toByteSpan(text, match.index, match.index + name.length) };
  }
  return null;
}
