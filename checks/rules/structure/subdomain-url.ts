import { plainControl } from "../../connector/sdk-fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const subdomainUrl = defineRule({
  id: "structure/subdomain-url",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives a subdomain field the `url` that follows it.",
    why: "The control shows the rest of the address after the input; without it users cannot tell what to enter.",
    remedy: "Add `url:` with the rest of the address, such as `.acme.com`.",
    sources: [pages.schema],
  },
  messages: { missing: () => "The field is a `subdomain`, but has no `url`." },
  examples: {
    bad: [
      {
        name: "no url",
        source: ruby`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain' }] } }
                                                   ^^^^^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "a url",
        source: ruby`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain', url: '.acme.com' }] } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["control_type"], (field, property) => {
      if (!(field.isInput || field.isConfig || field.isConnection)) return;
      const control = field.text("control_type");
      if (control === null || plainControl(control) !== "subdomain") return;
      if (field.uses.every((use) => use.closed && !use.has("url"))) {
        context.report("missing", property, []);
      }
    }),
  }),
});
