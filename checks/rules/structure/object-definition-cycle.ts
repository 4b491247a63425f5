import { unconditionalReads } from "../../connector/definition-references.ts";
import type { ObjectDefinition } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { callableOf, type Node } from "../../ruby/nodes.ts";
import { addTo } from "../../groups.ts";
import { createDefinitionLookups } from "./definition-lookups.ts";

export const objectDefinitionCycle = defineRule({
  id: "structure/object-definition-cycle",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Builds object definitions without going in a circle.",
    why: "Definitions that need each other never come to an end, and raise an exception.",
    remedy: "Move the fields that both need into a third definition.",
    sources: [pages.objectDefinitions, pages.gem],
  },
  messages: {
    cycle: (path: string) => `The object definitions need each other in a circle: ${path}.`,
    self: (name: string) => `Object definition \`${name}\` needs itself.`,
  },
  examples: {
    bad: [
      {
        name: "two that need each other",
        source: ruby`
          {
            object_definitions: {
              order: { fields: ->(_c, _f, od) { [{ name: 'customer', type: 'object', properties: od['customer'] }] } },
              ^^^^^^ cycle
              customer: { fields: ->(_c, _f, od) { [{ name: 'orders', type: 'array', properties: od['order'] }] } }
            }
          }
        `,
      },
      {
        name: "one that needs itself",
        source: ruby`
          { object_definitions: { node: { fields: ->(_c, _f, od) { [{ name: 'id' }] + od['node'] } } } }
                                  ^^^^^ self
        `,
      },
    ],
    good: [
      {
        name: "a circle that a condition ends",
        source: ruby`
          {
            object_definitions: {
              order: { fields: ->(_c, f, od) { f['deep'] ? od['customer'] : [{ name: 'id' }] } },
              customer: { fields: ->(_c, _f, od) { od['order'] } }
            }
          }
        `,
      },
      {
        name: "a circle that is only there for want of anything else",
        source: ruby`
          {
            object_definitions: {
              order: { fields: ->(_c, f, od) { fields = f['fields']; fields ||= od['order']; fields } },
              line: { fields: ->(_c, _f, od) { begin; get('/line')['fields']; rescue; od['line']; end } },
              customer: { fields: ->(_c, f, od) { f['fields']&.concat(od['customer']) || [] } },
              item: { fields: ->(_c, f, od) { fields = f['fields']; fields &&= od['item']; fields || [] } },
              sum: { fields: ->(_c, _f, od) { od = od.merge('sum' => []); od['sum'] } },
              tax: { fields: ->(_c, _f, od) { defined?(od['tax']) ? [] : [] } },
              unit: { fields: ->(_c, _f, od) { begin; get('/unit'); rescue; []; else; od['unit']; end } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const edges = new Map<string, Map<string, Node[]>>();
    const references = context.shared(createDefinitionLookups);
    return {
      node: references.listeners,
      end() {
        for (const { lambda, call, isInBlock, variable, names } of references.all()) {
          // With `fetch`, a definition that nobody has asked for yet is not there.
          if (lambda.owner !== "objectDefinition" || call.name === "fetch" || isInBlock) continue;
          const name = textOf(names[0] && context.connector.evaluate(names[0]));
          if (name === null) continue;
          const targets = edges.get(lambda.ownerName) ?? new Map<string, Node[]>();
          addTo(targets, name, variable);
          edges.set(lambda.ownerName, targets);
        }
        // Only where there may be a circle is it worth to look at the conditions.
        const inCircle = new Set([...edges.keys()].filter((name) => reaches(name, name)));
        for (const name of inCircle) dropConditional(name, context.connector.objectDefinitions.get(name));
        const reported = new Set<string>();
        for (const { name, ...definition } of context.connector.objectDefinitions.entries) {
          if (!inCircle.has(name) || reported.has(name) || !reaches(name, name)) continue;
          const circle = pathBetween(name);
          for (const member of circle) reported.add(member);
          if (circle.length === 1) context.report("self", definition, [name]);
          else
            context.report("cycle", definition, [[...circle, name].map((one) => `\`${one}\``).join(" → ")]);
        }
      },
    };

    function dropConditional(name: string, definition: ObjectDefinition | undefined): void {
      const lambda = definition?.lambda("fields");
      const targets = edges.get(name);
      if (!lambda || !targets) return;
      const sure = unconditionalReads(callableOf(lambda.value.node)!);
      for (const [target, nodes] of targets)
        if (!nodes.some((node) => sure.has(node))) targets.delete(target);
    }

    function reaches(from: string, to: string): boolean {
      const seen = new Set<string>();
      const open = [...(edges.get(from)?.keys() ?? [])];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at === to) return true;
        if (seen.has(at)) continue;
        seen.add(at);
        open.push(...(edges.get(at)?.keys() ?? []));
      }
      return false;
    }

    /** The names on a way from a definition back to itself. */
    function pathBetween(name: string): string[] {
      const path = [name];
      for (let at = name; ;) {
        const next = [...(edges.get(at)?.keys() ?? [])].find(
          (one) => one === name || (!path.includes(one) && reaches(one, name)),
        );
        if (next === undefined || next === name) return path;
        path.push(next);
        at = next;
      }
    }
  },
});
