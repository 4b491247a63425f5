import { z } from "zod";

import type { Rule } from "../engine/rule.ts";
import { createConfigSchema } from "./config.ts";
import { configSchemaUrl } from "./schema-url.ts";

/** The JSON Schema of `.github/connector-gate.yml` of authors, as committed in `docs/schemas/config.json`. */
export function configJsonSchema(rules: readonly Rule[]): string {
  const { $schema, ...schema } = z.toJSONSchema(createConfigSchema(rules), { io: "input" });
  return `${JSON.stringify({ $schema, $id: configSchemaUrl, ...schema }, null, 2)}\n`;
}
