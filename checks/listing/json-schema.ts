import { z } from "zod";

import { Account } from "./account.ts";
import { CatalogueIndex } from "./catalogue/catalogue-index.ts";
import { createListingsPolicy } from "./listings-policy.ts";
import { Manifest } from "./manifest.ts";
import { accountSchemaUrl, catalogueSchemaUrl, policySchemaUrl } from "./schema-urls.ts";

/** Where editors find the schema of `listing.yml`; the file's first line names it. */
export const manifestSchemaUrl =
  "https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas/listing.json";

/** The JSON Schema of `listing.yml`, as committed in `docs/schemas/listing.json`. */
export function manifestJsonSchema(): string {
  return jsonSchema(Manifest, manifestSchemaUrl);
}

/** The JSON Schema of a listings repository's `.github/connector-gate.yml`, as in `docs/schemas/policy.json`. */
export function policyJsonSchema(): string {
  return jsonSchema(createListingsPolicy(), policySchemaUrl);
}

/** The JSON Schema of `accounts/<slug>.yml`, as in `docs/schemas/account.json`. */
export function accountJsonSchema(): string {
  return jsonSchema(Account, accountSchemaUrl);
}

/** The JSON Schema of `listings/index.json`, for programs that read it, as in `docs/schemas/catalogue.json`. */
export function catalogueJsonSchema(): string {
  return jsonSchema(CatalogueIndex, catalogueSchemaUrl);
}

function jsonSchema(type: z.ZodType, url: string): string {
  const { $schema, ...schema } = z.toJSONSchema(type, { io: "input" });
  return `${JSON.stringify({ $schema, $id: url, ...schema }, null, 2)}\n`;
}
