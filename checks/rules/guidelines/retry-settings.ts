import { exactItems, textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html */
const mostRetries = 3;

export const retrySettings = defineRule({
  id: "guidelines/retry-settings",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Sets retries so that they take effect.",
    why: "Without `retry_on_response` nothing is retried, and more than three retries are cut to three.",
    remedy: "Name the status codes in `retry_on_response`, and keep `max_retries` at 3 or less.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html"],
  },
  messages: {
    noResponse: (key: string) => `The setting \`${key}\` does nothing without \`retry_on_response\`.`,
    tooMany: (count: number) => `The platform retries at most 3 times, not ${count}.`,
    verb: (verb: string) => `There is no verb \`${verb}\` to retry on.`,
  },
  examples: {
    bad: [
      {
        name: "retries on no response",
        source: ruby`
          { actions: { find: { max_retries: 2, execute: lambda { get('/a') } } } }
                               ^^^^^^^^^^^^ noResponse
        `,
      },
      {
        name: "ten retries",
        source: ruby`
          { actions: { find: { retry_on_response: [500], max_retries: 10, execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^ tooMany
        `,
      },
      {
        name: "a verb that is none",
        source: ruby`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['FETCH'], execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^^^^^ verb
        `,
      },
    ],
    good: [
      {
        name: "three retries of a read",
        source: ruby`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['GET'], max_retries: 3, execute: lambda { get('/a') } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    action(action) {
      for (const key of ["max_retries", "retry_on_request"]) {
        const setting = action.get(key);
        if (setting && action.closed && !action.has("retry_on_response"))
          context.report("noResponse", setting, [key]);
      }
      const most = action.get("max_retries");
      if (most?.value.kind === "number" && most.value.number > mostRetries) {
        context.report("tooMany", most, [most.value.number]);
      }
      const verbs = action.get("retry_on_request");
      for (const verb of exactItems(verbs?.value) ?? []) {
        const text = textOf(verb);
        if (text !== null && verbs && !/^(?:get|head|post|put|patch|delete|options)$/iu.test(text)) {
          context.report("verb", verbs, [text]);
        }
      }
    },
  }),
});
