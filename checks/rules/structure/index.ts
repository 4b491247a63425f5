import type { Rule } from "../../engine/rule.ts";
import { connectionMissing } from "./connection-missing.ts";
import { dedupMissing } from "./dedup-missing.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { duplicateFieldKey } from "./duplicate-field-key.ts";
import { executeMissing } from "./execute-missing.ts";
import { fileSize } from "./file-size.ts";
import { methodCallArity } from "./method-call-arity.ts";
import { rootHash } from "./root-hash.ts";
import { syntaxError } from "./syntax-error.ts";
import { testMissing } from "./test-missing.ts";
import { triggerSourceMissing } from "./trigger-source-missing.ts";
import { undefinedMethodCall } from "./undefined-method-call.ts";
import { unknownKey } from "./unknown-key.ts";
import { utf8Source } from "./utf8-source.ts";

/** The rules of the family, sorted by id. */
export const structureRules: readonly Rule[] = [
  connectionMissing,
  dedupMissing,
  duplicateEntry,
  duplicateFieldKey,
  executeMissing,
  fileSize,
  methodCallArity,
  rootHash,
  syntaxError,
  testMissing,
  triggerSourceMissing,
  undefinedMethodCall,
  unknownKey,
  utf8Source,
];
