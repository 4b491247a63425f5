/** Parses and checks one file and prints the milliseconds of each, and the peak memory of the process. */
import { readFileSync } from "node:fs";
import { createChecker } from "../../checks/checker.ts";
import { makeObjectsYoung } from "../../checks/cli/load-checker.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";
import { createRubyParser } from "../../checks/ruby/parser.ts";

const source = readFileSync(process.argv[2]!);
makeObjectsYoung();
const wasm = readPrismWasm();
const parse = await createRubyParser(wasm);
const checker = await createChecker(wasm);

const start = performance.now();
parse(source.toString("utf8"));
const parsed = performance.now();
checker.check({ path: ".", file: "connector.rb", source, files: null }, { failOn: "error" });
const checked = performance.now();

const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ parse: parsed - start, check: checked - parsed, megabytes }));
