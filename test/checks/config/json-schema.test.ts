import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { configJsonSchema } from "../../../checks/config/json-schema.ts";
import { rules } from "../../../checks/rules/index.ts";

const { $id: _, ...schema } = JSON.parse(configJsonSchema(rules)) as Record<string, unknown>;
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

test.each([
  ["an empty one", {}],
  ["all keys", { extends: "strict", connectors: ["shop"], "fail-on": "warning", rules: {}, waivers: [] }],
  [
    "a rule's severity and options",
    { rules: { "usability/help": "off", "usability/sticky": { severity: "notice" } } },
  ],
  [
    "a waiver",
    { waivers: [{ rule: "usability/help", path: "actions.**", reason: "Soon", until: "2027-01-31" }] },
  ],
])("the schema accepts %s", (_name, config) => {
  expect(validate(config) || validate.errors).toBe(true);
});

test.each([
  ["an unknown key", { extend: "strict" }],
  ["an unknown rule", { rules: { "usability/hlep": "off" } }],
  ["an unknown severity", { rules: { "usability/help": "fatal" } }],
  ["a waiver without a reason", { waivers: [{ rule: "usability/help" }] }],
])("the schema refuses %s", (_name, config) => {
  expect(validate(config)).toBe(false);
});
