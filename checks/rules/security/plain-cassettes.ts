import { defineRule, ruby } from "../../engine/rule.ts";

const header = /^\s*["']?(?<name>authorization|cookie|set-cookie|x-api-key|api-key|x-auth-token)["']?:\s*$/iu;
const item = /^\s*- ["']?(?:(?:bearer|basic|token) )?(?<value>[^\s"']{8,4000})/iu;
const placeholder =
  /^(?:<.*|\[.*|\{.*|\*+|x+|.*(?:redacted|filtered|example|dummy|fake|placeholder|secret).*)$/iu;

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
    ],
    good: [
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
      for (const [path, { bytes }] of files) {
        if (!bytes || !/\.ya?ml$/u.test(path)) continue;
        const text = new TextDecoder().decode(bytes);
        const name = text.includes("http_interactions:") ? plainHeader(text) : null;
        if (name) context.report("credential", null, [path, name], { file: prefix + path });
      }
    },
  }),
});

/** The first header of a recording whose value is a credential as it was sent. */
function plainHeader(text: string): string | null {
  let name: string | null = null;
  for (const line of text.split(/\r?\n/u)) {
    const value = name === null ? undefined : item.exec(line)?.groups?.["value"];
    if (name !== null && value !== undefined && !placeholder.test(value)) return name;
    name = line.length > 200 ? null : (header.exec(line)?.groups?.["name"] ?? null);
  }
  return null;
}
