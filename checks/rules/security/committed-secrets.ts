import { defineRule, ruby } from "../../engine/rule.ts";
import type { ProjectFile } from "../../project.ts";
import type { Span } from "../../ruby/source.ts";
import { findSecrets } from "../../secrets/find-secrets.ts";
import { isPlaceholder, looksRandom } from "../../secrets/placeholders.ts";
import { isSecretName } from "../../secrets/secret-names.ts";
import { isRecording, type ProjectText, projectTexts, toByteSpan } from "../../secrets/project-texts.ts";

const settingsFile = /^(?:settings|account_properties)[^/]*\.ya?ml$/u;
/** Files that are written by hand or by a run of the connector. */
const testFile = /^(?:spec|fixtures|tape_library)\//u;

export const committedSecrets = defineRule({
  id: "security/committed-secrets",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Keeps the master key and plain settings out of the repository.",
    why: "They are, or decrypt, the credentials of a real account, and git keeps them for ever.",
    remedy:
      "Remove the file from the repository, revoke the credentials, and use `settings.yaml.enc` with `master.key` ignored.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html"],
  },
  messages: {
    key: (file: string) => `The key file \`${file}\` is in the repository.`,
    token: (file: string, what: string) => `The file \`${file}\` holds ${what}.`,
    entry: (file: string, name: string) =>
      `The value of \`${name}\` in \`${file}\` looks like one of a real account.`,
    settings: (file: string, name: string) =>
      `The plain settings in \`${file}\` hold a value for \`${name}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a master key",
        source: ruby`{ title: 'Acme' }`,
        files: { "master.key": "0123456789abcdef0123456789abcdef" },
        reports: ["key"],
      },
      {
        name: "another key file",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "keys/production.key": "0f1e2d3c4b5a69788796a5b4c3d2e1f0\n",
          "keys/README.key": "see the wiki\n",
        },
        reports: ["key"],
      },
      {
        name: "plain settings",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml": "api_key: f81d4fae7dec11d0\n" },
        reports: ["settings"],
      },
      {
        name: "plain settings of one of several accounts",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.sandbox.yml": "valid:\n  user: joe\n  password: 'hunter2-Qx'\n" },
        reports: ["settings"],
      },
      {
        name: "a key that was pasted into the settings",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "settings.yaml":
            "certificate: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDF3kq\n  -----END PRIVATE KEY-----\n",
        },
        reports: ["token"],
      },
      {
        name: "a token in the output that was taken for a fixture",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "fixtures/actions/login/output.json": '{ "user": "joe", "access_token": "q7Zr5Kd02mVx81LpWn4sTb" }',
          "spec/connector_spec.rb": "let(:settings) { { token: 'xoxb-1234567890-abcdefghij' } }\n",
        },
        reports: ["entry", "token"],
      },
    ],
    good: [
      {
        name: "settings that say where the secret is",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "settings.yaml":
            "api_token: string\nuser_token: ENV['TOKEN']\npassword: see 1password\nprivate_key: keys/acme.pem\njwt_token: made-at-runtime\n",
        },
      },
      {
        name: "made-up values of fixtures",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "fixtures/actions/login/output.json":
            '{ "access_token": "test-token", "token": "abc123", "next_page_token": "q7Zr5Kd02mVx81LpWn4sTb" }',
        },
      },
      { name: "encrypted settings", source: ruby`{ title: 'Acme' }`, files: { "settings.yaml.enc": "x" } },
      {
        name: "a placeholder",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml": "api_key: <your key>\nsubdomain: acme\n" },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const prefix = context.project.path === "." ? "" : `${context.project.path}/`;
      for (const [path, file] of files) {
        if (isKeyFile(path, file)) context.report("key", null, [path], { file: prefix + path });
      }
      for (const file of projectTexts(files, (path) => settingsFile.test(path) || testFile.test(path))) {
        // Recordings have a rule of their own.
        if (isRecording(file)) continue;
        const options = { file: prefix + file.path };
        for (const { what, start, end } of findSecrets(file.text)) {
          const span = toByteSpan(file.text, start, end);
          context.report("token", { span, path: null }, [file.path, what], options);
          // One is enough to look into the file.
          break;
        }
        if (settingsFile.test(file.path)) {
          for (const { name, span, isSure } of plainSettings(file)) {
            const severity = isSure ? "error" : "warning";
            context.report("settings", { span, path: null }, [file.path, name], { ...options, severity });
          }
        } else {
          const entry = randomEntry(file);
          if (entry)
            context.report("entry", { span: entry.span, path: null }, [file.path, entry.name], {
              ...options,
              severity: "warning",
            });
        }
      }
    },
  }),
});

/** Whether a file is a key: the SDK's own, or another of hexadecimal digits, or in PEM. */
function isKeyFile(path: string, { size, bytes }: ProjectFile): boolean {
  if (!path.endsWith(".key") || size === 0) return false;
  if (/(?:^|\/)master\.key$/u.test(path)) return true;
  const text = bytes && size < 10_000 ? new TextDecoder().decode(bytes).trim() : "";
  return /^[0-9a-f]{32,512}$/iu.test(text) || findSecrets(text).some(({ what }) => what === "a private key");
}

interface Entry {
  readonly name: string;
  readonly span: Span;
}

interface Setting extends Entry {
  /** Whether the value is surely no word or hint. */
  readonly isSure: boolean;
}

/** Keys of plain settings that by their name and value hold a secret. */
function plainSettings({ text }: ProjectText): readonly Setting[] {
  const found: Setting[] = [];
  for (const match of text.matchAll(
    /^[ \t]*(?<name>[\w.-]{1,80})[ \t]*:[ \t]*(?<value>\S[^\r\n]{0,500})$/gmu,
  )) {
    const value = (match.groups?.["value"] ?? "").replace(/\s+#.*$/u, "").replace(/^(["'])(.*)\1$/u, "$2");
    const name = match.groups?.["name"] ?? "";
    if (!isSecretName(name) || value.length < 6 || /^[|>&*!]/u.test(value) || isPlaceholder(value)) continue;
    if (isHint(value)) continue;
    const start = match.index + match[0].indexOf(name);
    const isSure = /\d/u.test(value) && /[a-z]/iu.test(value) && value.length >= 8;
    found.push({ name, span: toByteSpan(text, start, start + name.length), isSure });
  }
  return found;
}

/** Whether a value only says where the secret is, or what it is: `ENV['TOKEN']`, `keys/acme.pem`, `from 1password`. */
function isHint(value: string): boolean {
  return /\s|\bENV\b|^[\w.~-]*\/[\w./-]*\.\w{2,4}$|^[a-z]+(?:[_-][a-z]+)*$/u.test(value);
}

/** The first entry of a JSON fixture that by its name and value holds a secret. */
function randomEntry({ path, text }: ProjectText): Entry | null {
  if (!path.endsWith(".json")) return null;
  for (const match of text.matchAll(/"(?<name>[\w.-]{1,80})"\s*:\s*"(?<value>[^"\\\n]{16,4096})"/gu)) {
    const { name = "", value = "" } = match.groups ?? {};
    if (!isSecretName(name) || !looksRandom(value, 16)) continue;
    const start = match.index + 1;
    return { name, span: toByteSpan(text, start, start + name.length) };
  }
  return null;
}
