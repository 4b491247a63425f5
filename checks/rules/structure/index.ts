import type { Rule } from "../../engine/rule.ts";
import { fileSize } from "./file-size.ts";
import { rootHash } from "./root-hash.ts";
import { syntaxError } from "./syntax-error.ts";
import { utf8Source } from "./utf8-source.ts";

/** The rules of the family, sorted by id. */
export const structureRules: readonly Rule[] = [fileSize, rootHash, syntaxError, utf8Source];
