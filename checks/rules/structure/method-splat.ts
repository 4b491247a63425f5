import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const methodSplat = defineRule({
  id: "structure/method-splat",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Declares the parameters of methods one by one.",
    why: "The documentation says that methods cannot have splat parameters.",
    remedy: "Name each parameter, or take one hash or array.",
    sources: [pages.methods],
  },
  messages: {
    splat: (method: string, parameter: string) =>
      `The method \`${method}\` has the splat parameter \`${parameter}\`, which the SDK reference does not allow in methods.`,
  },
  examples: {
    bad: [
      {
        name: "a splat",
        source: ruby`
          { methods: { join: lambda { |*parts| parts.join } } }
                       ^^^^^ splat
        `,
      },
    ],
    good: [{ name: "one array", source: ruby`{ methods: { join: lambda { |parts| parts.join } } }` }],
  },
  create: (context) => ({
    method(method) {
      const parameters = method.lambda?.parameters;
      if (parameters?.rest) context.report("splat", method, [method.name, "*"]);
      else if (parameters?.keywordRest) context.report("splat", method, [method.name, "**"]);
    },
  }),
});
