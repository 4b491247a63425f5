import { defineRule, ruby } from "../../engine/rule.ts";

export const gitignoreMasterKey = defineRule({
  id: "security/gitignore-master-key",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Lets git ignore the master key.",
    why: "The key decrypts the settings beside it, and is committed by accident where nothing prevents it.",
    remedy: "Add a line `master.key` to `.gitignore`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html"],
  },
  messages: { notIgnored: () => "Nothing in `.gitignore` keeps `master.key` out of the repository." },
  examples: {
    bad: [
      {
        name: "encrypted settings without a .gitignore",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml.enc": "x" },
        reports: ["notIgnored"],
      },
      {
        name: "a file that is ignored and then not",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml.enc": "x", ".gitignore": "*.log\n*.key\n!master.key\n" },
        reports: ["notIgnored"],
      },
      {
        name: "patterns for other keys only",
        source: ruby`{ title: 'Acme' }`,
        files: {
          "account_properties.yaml.enc": "x",
          ".gitignore": "# master.key\nmaster.key.bak\n/certs/*.key\n",
        },
        reports: ["notIgnored"],
      },
    ],
    good: [
      {
        name: "an ignored key",
        source: ruby`{ title: 'Acme' }`,
        files: { "settings.yaml.enc": "x", ".gitignore": "coverage/\n*.key\n" },
      },
      { name: "a project without encrypted settings", source: ruby`{ title: 'Acme' }`, files: {} },
    ],
  },
  create: (context) => ({
    project(files) {
      // Elsewhere a .gitignore of a folder above may do it.
      if (context.project.path !== "." || ![...files.keys()].some((path) => path.endsWith(".enc"))) return;
      const file = files.get(".gitignore");
      if (file && !file.bytes) return;
      const lines = file?.bytes ? new TextDecoder().decode(file.bytes).split(/\r?\n/u) : [];
      let isIgnored = false;
      for (const line of lines) {
        if (matchesKey(line.trim().replace(/^!/u, ""))) isIgnored = !line.startsWith("!");
      }
      if (!isIgnored) context.report("notIgnored", null, []);
    },
  }),
});

/** Whether a pattern may match `master.key`; a pattern with more than stars counts as if it did. */
function matchesKey(pattern: string): boolean {
  if (pattern === "" || pattern.startsWith("#")) return false;
  const name = pattern.replace(/^(?:\*\*)?\//u, "");
  if (/[?[\\]/u.test(name)) return true;
  const [first = "", ...rest] = name.split("*");
  if (rest.length === 0) return name === "master.key";
  return "master.key".startsWith(first) && "master.key".endsWith(rest.at(-1) ?? "");
}
