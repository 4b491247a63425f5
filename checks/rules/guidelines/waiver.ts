import { nearest } from "../../yaml/nearest.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const waiver = defineRule({
  id: "guidelines/waiver",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Sets rules aside only where needed, and says why.",
    why: "A waiver that has no reason, no effect or no known rule hides from reviewers what it was meant to explain.",
    remedy:
      "Write `# connector-gate:disable-next-line <rule> -- <reason>` above the line, or remove the comment where it is not needed.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    unknownRule: (name: string, hint: string) => `The waiver names no known rule with \`${name}\`${hint}.`,
    noReason: (name: string) => `The waiver of \`${name}\` states no reason, so it does not count.`,
    unused: (name: string) => `The waiver of \`${name}\` sets nothing aside.`,
    expired: (name: string, day: string) => `The waiver of \`${name}\` ended on ${day}.`,
    malformed: () => "The comment looks like a waiver, but does not name what to disable and a rule.",
  },
  examples: {
    bad: [
      {
        name: "an unknown rule",
        source: ruby`
          # connector-gate:disable-next-line guidelines/waver -- no time
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknownRule
          { title: 'Acme' }
        `,
      },
      {
        name: "a waiver without a reason",
        source: ruby`
          { title: 'Acme' } # connector-gate:disable-line guidelines/waiver
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noReason
        `,
      },
      {
        name: "a waiver without a finding",
        source: ruby`
          # connector-gate:disable-next-line guidelines/waiver -- left over
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused
          { title: 'Acme' }
        `,
      },
      {
        name: "a waiver that is over",
        source: ruby`
          { title: 'Acme' }
        `,
        files: {},
        waivers: [{ rule: "guidelines/waiver", reason: "Until the new API is out.", until: "2020-01-31" }],
        reports: ["expired"],
      },
      {
        name: "a waiver of nothing in particular",
        source: ruby`
          # connector-gate:disable
          ^^^^^^^^^^^^^^^^^^^^^^^^ malformed
          { title: 'Acme' }
        `,
      },
    ],
    good: [{ name: "other comments", source: ruby`{ title: 'Acme' } # checked by connector-gate` }],
  },
  create: (context) => ({
    waivers({ waivers, problems, knownRules }) {
      for (const { span } of problems) context.report("malformed", { span, path: null }, []);
      for (const one of waivers) {
        const place = one.span && { span: one.span, path: null };
        const file = { file: one.file, ...(one.span ? {} : { line: one.line }) };
        switch (one.state) {
          case "unknown-rule": {
            const name = nearest(one.ruleId, knownRules);
            const hint = name ? `; the nearest is \`${name}\`` : "";
            context.report("unknownRule", place, [one.ruleId, hint], file);
            break;
          }
          case "no-reason":
            context.report("noReason", place, [one.ruleId], file);
            break;
          case "unused":
            context.report("unused", place, [one.ruleId], { ...file, severity: "notice" });
            break;
          case "expired":
            context.report("expired", place, [one.ruleId, one.until ?? ""], file);
            break;
          case "used":
            break;
        }
      }
    },
  }),
});
