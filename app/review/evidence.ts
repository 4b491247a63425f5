import { countOf } from "../../checks/report/counts.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import { linkTo } from "../../checks/report/markdown-parts.ts";
import type {
  InspectedAction,
  InspectedField,
  InspectedTrigger,
  Inspection,
} from "../../checks/connector/inspect.ts";
import type { Account } from "../../checks/listing/account.ts";
import { compareCapabilities } from "../../checks/listing/capabilities.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { inline } from "./text.ts";

/** What the evidence of a checklist is taken from. */
export interface EvidenceSources {
  readonly inspection: Inspection;
  readonly record: SubmissionRecord;
  /** What is listed now; null for a first version. */
  readonly listed: SubmissionRecord | null;
  readonly account: Account | null;
}

/** What is known of one connector about an item of a checklist, as whole lines of Markdown; empty where nothing is. */
export function evidenceFor(item: string, sources: EvidenceSources): readonly string[] {
  return Object.hasOwn(makers, item) ? (makers[item]?.(sources) ?? []) : [];
}

interface NamedOperation {
  readonly kind: "action" | "trigger";
  readonly key: string;
  readonly operation: InspectedAction | InspectedTrigger;
}

function operations({ actions, triggers }: Inspection): readonly NamedOperation[] {
  return [
    ...Object.entries(triggers ?? {}).map(([key, operation]) => ({
      kind: "trigger" as const,
      key,
      operation,
    })),
    ...Object.entries(actions ?? {}).map(([key, operation]) => ({ kind: "action" as const, key, operation })),
  ];
}

const makers: Readonly<Record<string, (sources: EvidenceSources) => readonly string[]>> = {
  "guidelines/validate-inputs": ({ inspection }) =>
    operations(inspection).flatMap(({ key, operation }) => {
      const fields = operation.inputFields ?? [];
      const pairs = fields.filter(({ name }) => isBound(name ?? ""));
      const notes = [
        ...(fields.length > 1 && fields.every(({ optional }) => optional !== false && optional !== "false")
          ? ["all inputs are optional"]
          : []),
        ...(pairs.length > 1 ? [`depend on each other: ${names(pairs)}`] : []),
      ];
      return notes.length === 0 ? [] : [`- ${markdownCode(key)}: ${notes.join("; ")}\n`];
    }),
  "guidelines/metadata-in-object-definitions": ({ inspection }) => objectDefinitions(inspection),
  "guidelines/dry": ({ inspection: { objectDefinitions: definitions, methods } }) => [
    `- ${countOf(Object.keys(definitions ?? {}).length, "object definition")}: ${codes(Object.keys(definitions ?? {}))}\n`,
    `- ${countOf(Object.keys(methods ?? {}).length, "method")}: ${codes(Object.keys(methods ?? {}))}\n`,
  ],
  "guidelines/large-data": ({ inspection }) =>
    operations(inspection).flatMap(({ key, operation }) => {
      const fields = [...(operation.inputFields ?? []), ...(operation.outputFields ?? [])];
      const files = fields.filter(({ name }) => /file|content|attachment|document/i.test(name ?? ""));
      const isFile = files.length > 0 || /file|upload|download|export|import/.test(key);
      return isFile ? [`- ${markdownCode(key)}${files.length > 0 ? `: ${names(files)}` : ""}\n`] : [];
    }),
  "guidelines/api-version": ({ record: { manifest } }) =>
    manifest.api === undefined
      ? []
      : [
          `- ${linkTo("documentation of the API", manifest.api.documentation)}${manifest.api.version === undefined ? ", no version is named" : `, version ${inline(manifest.api.version, 60)}`}\n`,
        ],
  "guidelines/pagination": ({ inspection }) =>
    described(
      inspection,
      ({ key, operation }) =>
        /^(?:search|list|find|get_all)/.test(key) || /^(?:search|list|find)/i.test(operation.title ?? ""),
    ),
  "guidelines/delete-table": ({ inspection }) =>
    described(
      inspection,
      ({ key, operation }) =>
        /delete|remove|drop|purge|truncate/.test(key) || /delete|remove/i.test(operation.title ?? ""),
    ),
  "guidelines/rate-limit": ({ inspection: { triggers } }) =>
    Object.entries(triggers ?? {})
      .filter(([, { kind }]) => kind === null || kind === "polling" || kind === "hybrid")
      .map(
        ([key, { kind, title }]) => `- ${markdownCode(key)} (${kind ?? "kind not known"})${titled(title)}\n`,
      ),
  "security/least-privilege": ({ inspection: { connection }, record: { manifest } }) => [
    `- authorization: ${connection.authorization.type === null ? "not known" : markdownCode(connection.authorization.type)}\n`,
    ...(connection.fields ?? []).map((field) => `- connection field ${fieldWords(field)}\n`),
    ...(manifest.connection?.scopes ?? []).map((scope) => `- scope ${markdownCode(scope)}\n`),
  ],
  "listing/owner": ({ record: { manifest, release }, account }) => [
    `- publisher ${markdownCode(manifest.publisher)}: ${account === null ? "no account" : inline(account.company, 100)}\n`,
    `- source ${markdownCode(release.repository)}\n`,
    ...(manifest.website === undefined ? [] : [`- website ${webLink(manifest.website)}\n`]),
  ],
  "listing/app-api-only": ({ record: { manifest } }) =>
    manifest.api === undefined ? [] : [`- the API is documented at ${webLink(manifest.api.documentation)}\n`],
  "usability/recipe-view": ({ inspection }) =>
    operations(inspection).map(({ kind, key, operation: { title, subtitle, description } }) => {
      const words = [title, subtitle, description].map((text) =>
        text === null ? "*not known*" : inline(withoutSpans(text), 200),
      );
      return `- ${kind} ${markdownCode(key)}: ${words.join(" · ")}\n`;
    }),
  "usability/display-priority": ({ inspection, record: { manifest } }) => [
    ...(manifest.use_cases ?? []).map(
      ({ title, actions = [], triggers = [] }) =>
        `- ${inline(title, 100)}: ${codes([...triggers, ...actions])}\n`,
    ),
    `- all operations: ${codes(operations(inspection).map(({ key }) => key))}\n`,
  ],
  "usability/object-help": ({ inspection }) =>
    described(inspection, ({ operation }) => operation.keys?.includes("config_fields") ?? false),
  "usability/dynamic-schema": ({ inspection }) => [
    ...objectDefinitions(inspection),
    ...operations(inspection)
      .filter(({ operation }) => operation.inputFields === null || operation.outputFields === null)
      .map(({ key }) => `- ${markdownCode(key)}: fields are known only when it runs\n`),
  ],
  "usability/required-together": ({ inspection }) =>
    operations(inspection).flatMap(({ key, operation }) => {
      const pairs = (operation.inputFields ?? []).filter(({ name }) => isBound(name ?? ""));
      return pairs.length > 1 ? [`- ${markdownCode(key)}: ${names(pairs)}\n`] : [];
    }),
  "usability/field-hints": ({ inspection }) =>
    operations(inspection).flatMap(({ key, operation: { inputFields } }) => {
      if (inputFields === null) return [`- ${markdownCode(key)}: inputs are known only when it runs\n`];
      if (inputFields.length === 0) return [];
      return [`- ${markdownCode(key)}\n`, ...inputFields.map((field) => `  - ${fieldWords(field)}\n`)];
    }),
  "listing/breaking-change": ({ record, listed }) => {
    if (!listed) return ["- a first version: no recipe uses it yet\n"];
    const { actions, triggers, connection } = compareCapabilities(listed.capabilities, record.capabilities);
    const changes = [
      ["removed", [...triggers.removed, ...actions.removed]],
      ["changed", [...triggers.changed, ...actions.changed]],
    ] as const;
    return [
      `- ${markdownCode(listed.version)} is listed\n`,
      ...changes.flatMap(([word, keys]) => (keys.length === 0 ? [] : [`- ${word}: ${codes(keys)}\n`])),
      ...(connection ? ["- the connection changed\n"] : []),
    ];
  },
  "listing/landing-page": ({ record: { manifest } }) =>
    [manifest.website, manifest.documentation, manifest.support.documentation, manifest.support.help_centre]
      .filter((url) => url !== undefined)
      .map((url) => `- ${webLink(url)}\n`),
  "listing/tried": ({ record: { manifest } }) => {
    const { share_link: shareLink, recipes = [] } = manifest.testing ?? {};
    return [
      `- share link: ${shareLink === undefined ? "none is given" : webLink(shareLink)}\n`,
      ...recipes.map(({ name, url }) => `- recipe ${inline(name, 100)}: ${webLink(url)}\n`),
    ];
  },
};

/** Names that come in pairs or bound each other. */
function isBound(name: string): boolean {
  return /(?:^|_)(?:start|end|from|to|since|until|before|after|min|max|amount|currency|latitude|longitude)(?:_|$)/i.test(
    name,
  );
}

function objectDefinitions({ objectDefinitions: definitions }: Inspection): readonly string[] {
  return Object.keys(definitions ?? {}).length === 0
    ? []
    : [`- object definitions: ${codes(Object.keys(definitions ?? {}))}\n`];
}

function described(
  inspection: Inspection,
  isWanted: (operation: NamedOperation) => boolean,
): readonly string[] {
  return operations(inspection)
    .filter(isWanted)
    .map(({ kind, key, operation }) => `- ${kind} ${markdownCode(key)}${titled(operation.title)}\n`);
}

/** The recipe editor's highlights would only be noise here. */
function withoutSpans(text: string): string {
  return text.replace(/<\/?span\b[^>]*>/gi, "");
}

function titled(title: string | null): string {
  return title === null ? "" : `: ${inline(title, 150)}`;
}

function fieldWords({ name, label, hint, optional }: InspectedField): string {
  const words = [
    markdownCode(name ?? "?"),
    label === undefined || label === null ? "" : `“${inline(label, 100)}”`,
    optional === false || optional === "false" ? "(required)" : "",
    hint === undefined || hint === null ? "" : `: ${inline(hint, 250)}`,
  ];
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replace(" :", ":");
}

function names(fields: readonly InspectedField[]): string {
  return codes(fields.flatMap(({ name }) => name ?? []));
}

const maxCodes = 60;

function codes(keys: readonly string[]): string {
  const shown = keys.slice(0, maxCodes).map(markdownCode).join(", ");
  return keys.length > maxCodes ? `${shown} and ${keys.length - maxCodes} more` : shown;
}

/** A link to an address that the manifest's schema has checked. */
function webLink(url: string): string {
  return linkTo(inline(url.replace(/^https:\/\//, ""), 80), url);
}
