/**
 * Writes `checks/ruby/generated/deserialize.ts`, the reader of what the Ruby parser gives, from the one in
 * `@ruby/prism`: what it knows of nodes is the same to the letter, but the bytes are read by `serialization-buffer.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { adaptDeserializer } from "./prism/adapt-deserializer.ts";

const original = fileURLToPath(import.meta.resolve("@ruby/prism/src/deserialize.js"));
const adapted = fileURLToPath(new URL("../checks/ruby/generated/deserialize.ts", import.meta.url));

writeFileSync(adapted, adaptDeserializer(readFileSync(original, "utf8")));
