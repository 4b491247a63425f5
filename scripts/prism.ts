/**
 * Makes the two halves of the Ruby parser in `checks/ruby/generated/` from those in `@ruby/prism`:
 * - `prism.wasm`, the parser itself, optimised for speed;
 * - `deserialize.ts`, the reader of what it gives: what it knows of nodes is the same, but the bytes are read by
 *   `serialization-buffer.ts`, and what nothing asks for is skipped.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { optimiseParser } from "./prism/optimise-parser.ts";
import { adaptDeserializer, fieldsIn } from "./prism/adapt-deserializer.ts";
import { readArguments } from "./read-arguments.ts";

readArguments("prism", "Makes the Ruby parser in checks/ruby/generated/.");

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@ruby/prism/src/${name}`)), "utf8");
const generated = (name: string) =>
  fileURLToPath(new URL(`../checks/ruby/generated/${name}`, import.meta.url));

optimiseParser(generated("prism.wasm"));
writeFileSync(
  generated("deserialize.ts"),
  adaptDeserializer(read("deserialize.js"), fieldsIn(read("nodes.js"))),
);
