import { defineRule, ruby, type ProjectFiles } from "../../engine/rule.ts";

const secretKey = /(?:password|passphrase|secret|token|api_?key|access_key|private_key)\s*$/iu;
const placeholder =
  /^(?:x+|\*+|\.+|<.*>|\{.*\}|\$\{.*|your.*|my.*|example.*|changeme|todo|null|~|test.*|dummy.*|fake.*|.*(?:here|placeholder|example).*)$/iu;

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
        name: "plain settings",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml": "api_key: f81d4fae7dec11d0\n" },
        reports: ["settings"],
      },
    ],
    good: [
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
      for (const [path, { size }] of files) {
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (name === "master.key" && size > 0) context.report("key", null, [path], { file: prefix + path });
      }
      for (const { path, key } of plainSecrets(files)) {
        context.report("settings", null, [path, key], { file: prefix + path });
      }
    },
  }),
});

/** Keys of plain settings that by their name and value hold a secret. */
function plainSecrets(files: ProjectFiles): { path: string; key: string }[] {
  const found: { path: string; key: string }[] = [];
  for (const [path, { bytes }] of files) {
    if (!bytes || !/^(?:settings|account_properties)\.ya?ml$/u.test(path)) continue;
    for (const line of new TextDecoder().decode(bytes).split(/\r?\n/u)) {
      const match = /^\s*(?<key>[\w.-]{1,80})\s*:\s*(?<value>\S.{0,500})$/u.exec(line)?.groups;
      const value = (match?.["value"] ?? "").replace(/\s+#.*$/u, "").replace(/^(["'])(.*)\1$/u, "$2");
      const key = match?.["key"] ?? "";
      if (secretKey.test(key) && value.length >= 6 && !placeholder.test(value)) found.push({ path, key });
    }
  }
  return found;
}
