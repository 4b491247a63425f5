import { textOf, truthiness } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const customAction = defineRule({
  id: "usability/custom-action",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Points users of the custom action to the API's reference.",
    why: "A custom action is a request that users write themselves, which takes the documentation of the API.",
    remedy: "Add `custom_action_help` with `learn_more_url`, `learn_more_text` and a `body`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/custom-action.html"],
  },
  messages: {
    noHelp: () => "The connector offers a custom action and has no `custom_action_help`.",
    noLink: () => "The help of the custom action has no `learn_more_url`.",
    unused: () => "The connector has `custom_action_help`, and `custom_action` is not true.",
  },
  examples: {
    bad: [
      {
        name: "a custom action without help",
        source: ruby`
          { title: 'Acme', custom_action: true }
                           ^^^^^^^^^^^^^^ noHelp
        `,
      },
      {
        name: "help without a link",
        source: ruby`
          { title: 'Acme', custom_action: true, custom_action_help: { body: 'Build your own action.' } }
                                                ^^^^^^^^^^^^^^^^^^^ noLink
        `,
      },
      {
        name: "help for nothing",
        source: ruby`
          { title: 'Acme', custom_action_help: { learn_more_url: 'https://acme.com/api', body: 'Build your own.' } }
                           ^^^^^^^^^^^^^^^^^^^ unused
        `,
      },
    ],
    good: [
      {
        name: "help with a link",
        source: ruby`
          { title: 'Acme', custom_action: true,
            custom_action_help: { learn_more_url: 'https://acme.com/api', learn_more_text: 'API', body: 'Build your own.' } }
        `,
      },
      {
        name: "help with a link in its text",
        source: ruby`
          { title: 'Acme', custom_action: true,
            custom_action_help: { body: 'See the <a href="https://acme.com/api">API</a>.' } }
        `,
      },
      { name: "no custom action", source: ruby`{ title: 'Acme', custom_action: false }` },
    ],
  },
  create: (context) => ({
    connector({ root }) {
      const flag = root.get("custom_action");
      const help = root.get("custom_action_help");
      const offered = flag ? truthiness(flag.value) : root.closed ? false : null;
      if (flag && offered && !help && root.closed) context.report("noHelp", flag, []);
      if (!help) return;
      if (offered === false) {
        context.report("unused", help, []);
        return;
      }
      if (help.value.kind !== "hash" || help.value.open || help.value.entries.has("learn_more_url")) return;
      // A link in the text does as well, as may a text that is not known.
      const body = help.value.entries.get("body");
      const text = body ? textOf(body.value) : "";
      if (text !== null && !/https?:/u.test(text)) context.report("noLink", help, []);
    },
  }),
});
