import { defineRule } from "../../engine/rule.ts";
import { maxSourceBytes } from "../../project.ts";

const mebibyte = 1024 * 1024;

export const fileSize = defineRule({
  id: "structure/file-size",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Is at most 10 MB of code.",
    why: "The platform refuses larger code, and has 5 seconds to compile it.",
    remedy: "Read large schemas from the API in object definitions, instead of writing them into the code.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/limits.html"],
  },
  messages: {
    tooLarge: (megabytes: string) => `The file has ${megabytes} MB; the platform takes at most 10 MB.`,
    large: (megabytes: string) =>
      `The file has ${megabytes} MB; code of this size may take too long to compile.`,
  },
  examples: {
    bad: [
      { name: "11 MB", source: `# ${"x".repeat(11 * mebibyte)}\n`, reports: ["tooLarge"] },
      {
        name: "2 MB",
        source: `{ title: 'A', connection: {} } # ${"x".repeat(2 * mebibyte)}\n`,
        reports: ["large"],
      },
    ],
    good: [{ name: "a few lines", source: "{ title: 'A', connection: {} }\n" }],
  },
  create: (context) => ({
    file({ bytes }) {
      const megabytes = (bytes.length / mebibyte).toFixed(1);
      if (bytes.length > maxSourceBytes) context.report("tooLarge", null, [megabytes]);
      else if (bytes.length > mebibyte) context.report("large", null, [megabytes], { severity: "notice" });
    },
  }),
});
