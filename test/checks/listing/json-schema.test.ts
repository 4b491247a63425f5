import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";

import { manifestJsonSchema } from "../../../checks/listing/json-schema.ts";
import { manifestText } from "./manifests.ts";

const committed = new URL("../../../docs/schemas/listing.json", import.meta.url);

test("the committed schema of listing.yml is fresh; `npm run docs` makes it again", () => {
  expect(readFileSync(committed, "utf8")).toBe(manifestJsonSchema());
});

test("the schema takes what the parser takes, and refuses unknown keys", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(manifestJsonSchema()),
  );

  expect(validate(parse(manifestText()))).toBe(true);
  expect(validate(parse(manifestText({ sumary: "x" })))).toBe(false);
  expect(validate(parse(manifestText({ slug: "A" })))).toBe(false);
});
