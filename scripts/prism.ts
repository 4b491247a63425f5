/**
 * Writes `checks/ruby/generated/deserialize.ts`, the reader of what the Ruby parser gives, from the one in
 * `@ruby/prism`: what it knows of nodes is the same, but the bytes are read by `serialization-buffer.ts`, and
 * what nothing asks for is skipped.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { adaptDeserializer, fieldsIn } from "./prism/adapt-deserializer.ts";

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@ruby/prism/src/${name}`)), "utf8");
const adapted = fileURLToPath(new URL("../checks/ruby/generated/deserialize.ts", import.meta.url));

writeFileSync(adapted, adaptDeserializer(read("deserialize.js"), fieldsIn(read("nodes.js"))));
