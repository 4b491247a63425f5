import type { Place, Property } from "../../connector/dsl-hash.ts";
import type { Value } from "../../connector/value.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, onAttribute, type ReportOptions, ruby } from "../../engine/rule.ts";
import { byteLength } from "../../text/bytes.ts";
import { type Tag, isElement, readMarkup, unbalancedTag } from "../../text/html.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { hole, prosesOf, quoted } from "../../text/prose.ts";
import { rareElements, withoutComments } from "./rare-markup.ts";

export const hintHtml = defineRule({
  id: "usability/hint-html",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Writes HTML in hints, help and descriptions that the editor can show.",
    why: "A tag that is not closed, or a word in angle brackets, makes the editor hide text or show it wrongly.",
    remedy:
      "Close every tag and quote, give links an `href` and `target='_blank'`, and write `&lt;` for an angle bracket.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#attribute-description",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints",
    ],
  },
  messages: {
    unbalanced: (tag: string) => `The tag \`${tag}\` has no counterpart in this text.`,
    broken: (start: string) =>
      `The tag that begins with \`${start}\` does not end: a quote or a \`>\` is missing.`,
    notHtml: (tag: string) => `The editor takes \`${tag}\` for a tag and does not show it.`,
    noAddress: () => "The link has no `href`.",
    relative: (address: string) =>
      `The link's address \`${address}\` does not begin with \`https://\`, so it leads into Workato.`,
    plain: (address: string) =>
      `The link's address \`${address}\` begins with \`http://\` instead of \`https://\`.`,
    target: (target: string) =>
      `The link has the target \`${target}\`, the name of one tab for all such links; \`_blank\` opens a new one.`,
    noTarget: () => "The link has no `target='_blank'`, so it leads users away from what they are editing.",
  },
  examples: {
    bad: [
      {
        name: "a tag that is not closed",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <b>Settings.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ unbalanced
        `,
      },
      {
        name: "a quote that is not closed",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "See <a href='https://acme.com>here</a>." }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken
        `,
      },
      {
        name: "a placeholder in angle brackets",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'As in https://acme.com/<account>/home.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ notHtml
        `,
      },
      {
        name: "a link without an address",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <a>here</a>.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ noAddress
        `,
      },
      {
        name: "an address without a scheme",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='acme.com' target='_blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ relative
        `,
      },
      {
        name: "an address that is not encrypted",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='http://acme.com' target='_blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain
        `,
      },
      {
        name: "another target",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target
        `,
        fixed: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `,
      },
      {
        name: "no target",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noTarget
        `,
        fixed: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `,
      },
    ],
    good: [
      {
        name: "elements that are rare, and comments",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: '<del>Old</del> <cite>new</cite><!-- <b> --><a name="top"></a>' }] } }
        `,
      },
      {
        name: "a link with attributes that are not known",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "See <a #{link}>here</a>." }] } }
        `,
      },
      {
        name: "a step that is deprecated",
        source: ruby`
          { title: 'Acme', actions: { create: { deprecated: true, input_fields: ->(_) { [{ name: 'key', hint: '<b>Key' }] } } } }
        `,
      },
      {
        name: "a link in a new tab",
        source: ruby`
          { title: 'Acme', connection: { fields: [
            { name: 'key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>.<br>It is <b>secret</b>." }
          ] } }
        `,
      },
      {
        name: "arrows and comparisons",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'Go to Settings -> Keys, if x < 5 and y > 3.' }] } }
        `,
      },
      {
        name: "a text of which a part is not known",
        source: ruby`
          { title: 'Acme', actions: { create: { description: ->(input) { "<b>#{input['a']}" } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const judged = new Set<Value["node"]>();
    return {
      attribute: onAttribute(["hint"], (field, hint) => {
        if (!field.isInput && !field.isConfig && !field.isConnection) return;
        if (field.isCurrent) judge(hint.value, hint.valuePlace);
      }),
      operation(operation) {
        if (operation.deprecated) return;
        for (const key of ["help", "description"]) {
          const property = operation.get(key);
          const value = shownValue(operation, key);
          const body = value?.kind === "hash" ? value.entries.get("body")?.value : value;
          if (property && body) judge(body, placeOf(property, body));
        }
      },
    };

    function judge(value: Value, place: Place): void {
      if (value.kind === "choice" || judged.has(value.node)) return;
      if (value.node) judged.add(value.node);
      for (const { text, whole } of prosesOf(value)) {
        if (!text.includes("<")) continue;
        const { tags, broken } = readMarkup(withoutComments(text));
        const strange = tags.find((tag) => !isElement(tag.name) && !rareElements.has(tag.name));
        const wrong = whole && broken === null ? unbalancedTag(tags) : null;
        if (broken !== null && whole) context.report("broken", place, [quoted(broken, 30)]);
        else if (strange) context.report("notHtml", place, [quoted(strange.source, 30)]);
        else if (wrong) context.report("unbalanced", place, [quoted(wrong.source, 30)]);
        else
          judgeLinks(
            tags.filter((tag) => tag.name === "a" && !tag.closing),
            place,
          );
      }
    }

    function judgeLinks(links: readonly Tag[], place: Place): void {
      const astray: Tag[] = [];
      const misled: Tag[] = [];
      for (const link of links) {
        const address = link.attributes.get("href")?.trim() ?? "";
        const target = link.attributes.get("target");
        if (hasUnknownAttributes(link)) continue;
        if (address === "") {
          if (!link.attributes.has("name") && !link.attributes.has("id"))
            context.report("noAddress", place, []);
        } else if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(address))
          context.report("relative", place, [quoted(address, 40)]);
        else if (/^http:\/\/[\w-]+\.[\w.-]*[a-z]/i.test(address))
          context.report("plain", place, [quoted(address, 40)], { severity: "notice" });
        else if (/^https?:/i.test(address) && target === undefined) astray.push(link);
        else if (target !== undefined && /^(?:blank|_blanc|new|blank_)$/i.test(target.trim()))
          misled.push(link);
      }
      const [first] = misled;
      if (first) {
        const edits = misled.flatMap((link) => edited(link, place, withBlank(link.source)));
        context.report("target", place, [first.attributes.get("target")!], {
          severity: "notice",
          ...fixOf(edits, misled),
        });
      } else if (astray.length > 0) {
        const edits = astray.flatMap((link) => edited(link, place, withTarget(link.source)));
        context.report("noTarget", place, [], { severity: "notice", ...fixOf(edits, astray) });
      }
    }

    /** The tag in the source as it is in the text, if it is there once, and quotes of both kinds may be used. */
    function edited(tag: Tag, place: Place, better: string): Edit[] {
      const literal = context.source.slice(place.span);
      const at = literal.indexOf(tag.source);
      const added = better.includes("'") && !tag.source.includes("'");
      const clash = better === tag.source || (added && !literal.startsWith('"')) || tag.source.includes(hole);
      if (at === -1 || literal.indexOf(tag.source, at + 1) !== -1 || clash) return [];
      const start = place.span.start + byteLength(literal.slice(0, at));
      const end = start + byteLength(tag.source);
      return [{ span: { start, end }, text: better }];
    }
  },
});

/** Whether a part of the tag, other than the value of an attribute, is not known. */
function hasUnknownAttributes(tag: Tag): boolean {
  return tag.source.replace(/"[^"]*"|'[^']*'/g, "").includes(hole);
}

function withTarget(tag: string): string {
  return `${tag.slice(0, -1).trimEnd()} target='_blank'>`;
}

function withBlank(tag: string): string {
  return tag.replace(/(target\s?=\s?["']?)[^"'>\s]+/i, "$1_blank");
}

function fixOf(edits: readonly Edit[], links: readonly Tag[]): ReportOptions {
  return edits.length === links.length ? { fix: { title: "Open the link in a new tab", edits } } : {};
}

function placeOf(property: Property, value: Value): Place {
  return value.node ? { span: spanOf(value.node), path: property.path } : property.valuePlace;
}
