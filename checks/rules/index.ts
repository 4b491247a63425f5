import type { Rule } from "../engine/rule.ts";
import { fileSize } from "./structure/file-size.ts";
import { rootHash } from "./structure/root-hash.ts";
import { syntaxError } from "./structure/syntax-error.ts";
import { utf8Source } from "./structure/utf8-source.ts";

/** All rules, sorted by id within their family. `npm run new-rule` adds to the list. */
export const rules: readonly Rule[] = [fileSize, rootHash, syntaxError, utf8Source];
