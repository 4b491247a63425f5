import { z } from "zod";

import { Manifest } from "./manifest.ts";

/** Where editors find the schema of `listing.yml`; the file's first line names it. */
export const manifestSchemaUrl =
  "https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas/listing.json";

/** The JSON Schema of `listing.yml`, as committed in `docs/schemas/listing.json`. */
export function manifestJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(Manifest, { io: "input" });
  return `${JSON.stringify({ $schema, $id: manifestSchemaUrl, ...schema }, null, 2)}\n`;
}
