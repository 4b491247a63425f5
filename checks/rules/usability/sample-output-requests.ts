import { defineRule, ruby } from "../../engine/rule.ts";
import { CaseNode, childrenOf, IfNode, type Node, OrNode, RescueNode, UnlessNode } from "../../ruby/nodes.ts";

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
        name: "one request in each of several cases",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, i) {
              rows = case i['type']
                     when 'lead' then get('/leads')
                     when 'owner' then get('/owners')
                     else get('/contacts') || get('/people')
                     end
              rows.first
            }
          } } }
        `,
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
    const sent = new Map<string, { readonly before: Set<Node>; last: boolean }>();
    return {
      request({ lambda, fact, node }) {
        if (lambda?.key !== "sample_output") return;
        const found = sent.get(lambda.path) ?? { before: new Set(), last: false };
        sent.set(lambda.path, found);
        // A request that is the result itself may be one of several branches.
        if (fact.chainUsage === "tail") found.last = true;
        else found.before.add(node);
      },
      end() {
        for (const operation of context.connector.operations) {
          const property = operation.get("sample_output");
          const lambda = operation.lambda("sample_output");
          const found = lambda && sent.get(lambda.path);
          if (!property || !found || operation.deprecated) continue;
          if (found.before.size + (found.last ? 1 : 0) <= context.options.most) continue;
          const requests = mostIn(lambda.value.node, found.before) + (found.last ? 1 : 0);
          if (requests > context.options.most)
            context.report("several", property, [operation.name, requests]);
        }
      },
    };
  },
});

/** How many of the requests are sent at most, whatever way is taken. */
function mostIn(node: Node, sent: ReadonlySet<Node>): number {
  if (node instanceof RescueNode) return 0;
  const ways = childrenOf(node).map((child) => ({ child, count: mostIn(child, sent) }));
  let [all, most] = [sent.has(node) ? 1 : 0, 0];
  for (const { child, count } of ways) {
    if (branching.some((type) => node instanceof type) && child !== predicateOf(node))
      most = Math.max(most, count);
    else all += count;
  }
  return all + most;
}

const branching = [IfNode, UnlessNode, CaseNode, OrNode];

function predicateOf(node: Node): Node | null {
  return node instanceof IfNode || node instanceof UnlessNode || node instanceof CaseNode
    ? node.predicate
    : null;
}
