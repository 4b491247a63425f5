/**
 * Makes what is in `checks/ruby/generated/` from `@ruby/prism`:
 * - `prism.wasm`, the parser itself, optimised for speed;
 * - `nodes.ts`, the classes of the syntax nodes, with what the checks ask of them;
 * - `read-node.ts`, which reads them from the parser's memory.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { optimiseParser } from "./prism/optimise-parser.ts";
import { readErrorTypes, readNodeClasses } from "./prism/read-package.ts";
import { writeNodes } from "./prism/write-nodes.ts";
import { writeReader } from "./prism/write-reader.ts";
import { readArguments } from "./read-arguments.ts";

readArguments("prism", "Makes the Ruby parser in checks/ruby/generated/.");

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@ruby/prism/src/${name}`)), "utf8");
const generated = (name: string) =>
  fileURLToPath(new URL(`../checks/ruby/generated/${name}`, import.meta.url));

const deserialize = read("deserialize.js");
const classes = readNodeClasses(deserialize, read("nodes.js"));
optimiseParser(generated("prism.wasm"));
writeFileSync(generated("nodes.ts"), writeNodes(classes));
writeFileSync(generated("read-node.ts"), writeReader(classes, readErrorTypes(deserialize)));
