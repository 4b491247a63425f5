import { defineRule, ruby } from "../../engine/rule.ts";

export const sampleOutputRequests = defineRule({
  id: "usability/sample-output-requests",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  options: {
    most: {
      kind: "integer",
      default: 2,
      minimum: 0,
      summary: "The number of requests for a sample that is still fine.",
    },
  },
  docs: {
    summary: "Takes a sample from few requests.",
    why: "The editor waits for the sample each time that a step is opened.",
    remedy: "Return a literal hash, or what a single small request gives.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output",
    ],
  },
  messages: {
    several: (name: string, count: number) => `The sample output of \`${name}\` takes ${count} requests.`,
  },
  examples: {
    bad: [
      {
        name: "three requests, one after the other",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, _i) {
            ^^^^^^^^^^^^^^ several
              list = get('/lists').first
              id = get('/leads', list: list)['ids'].first
              get('/leads', id: id)
            }
          } } }
        `,
      },
    ],
    good: [
      {
        name: "one request",
        source: ruby`{ title: 'Acme', actions: { get_lead: { sample_output: ->(_c, _i) { get('/leads').first } } } }`,
      },
      {
        name: "one of two requests",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, i) { i['a'] ? get('/leads').first : get('/contacts').first }
          } } }
        `,
      },
    ],
  },
  create: (context) => {
    const counts = new Map<string, { before: number; last: boolean }>();
    return {
      request({ lambda, fact }) {
        if (lambda?.key !== "sample_output") return;
        const count = counts.get(lambda.path) ?? { before: 0, last: false };
        counts.set(lambda.path, count);
        // A request that is the result itself may be one of several branches.
        if (fact.chainUsage === "tail") count.last = true;
        else count.before++;
      },
      end() {
        for (const operation of context.connector.operations) {
          const property = operation.get("sample_output");
          const lambda = operation.lambda("sample_output");
          const count = lambda && counts.get(lambda.path);
          if (!property || !count || operation.deprecated) continue;
          const requests = count.before + (count.last ? 1 : 0);
          if (requests > context.options.most)
            context.report("several", property, [operation.name, requests]);
        }
      },
    };
  },
});
