import type { Rule } from "../../engine/rule.ts";
import { connectionMissing } from "./connection-missing.ts";
import { connectionPickList } from "./connection-pick-list.ts";
import { dedupMissing } from "./dedup-missing.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { duplicateFieldKey } from "./duplicate-field-key.ts";
import { executeMissing } from "./execute-missing.ts";
import { fieldNameMissing } from "./field-name-missing.ts";
import { fileSize } from "./file-size.ts";
import { lambdaArity } from "./lambda-arity.ts";
import { methodCallArity } from "./method-call-arity.ts";
import { methodSplat } from "./method-splat.ts";
import { objectDefinitionShape } from "./object-definition-shape.ts";
import { parameterOrder } from "./parameter-order.ts";
import { rootHash } from "./root-hash.ts";
import { schemaLambdasMissing } from "./schema-lambdas-missing.ts";
import { selectWithoutList } from "./select-without-list.ts";
import { syntaxError } from "./syntax-error.ts";
import { testMissing } from "./test-missing.ts";
import { toggleIncomplete } from "./toggle-incomplete.ts";
import { toggleOptionalMismatch } from "./toggle-optional-mismatch.ts";
import { triggerSourceMissing } from "./trigger-source-missing.ts";
import { undefinedMethodCall } from "./undefined-method-call.ts";
import { undefinedObjectDefinition } from "./undefined-object-definition.ts";
import { undefinedPickList } from "./undefined-pick-list.ts";
import { unknownControlType } from "./unknown-control-type.ts";
import { unknownFieldType } from "./unknown-field-type.ts";
import { unknownKey } from "./unknown-key.ts";
import { utf8Source } from "./utf8-source.ts";
import { wrongValueKind } from "./wrong-value-kind.ts";

/** The rules of the family, sorted by id. */
export const structureRules: readonly Rule[] = [
  connectionMissing,
  connectionPickList,
  dedupMissing,
  duplicateEntry,
  duplicateFieldKey,
  executeMissing,
  fieldNameMissing,
  fileSize,
  lambdaArity,
  methodCallArity,
  methodSplat,
  objectDefinitionShape,
  parameterOrder,
  rootHash,
  schemaLambdasMissing,
  selectWithoutList,
  syntaxError,
  testMissing,
  toggleIncomplete,
  toggleOptionalMismatch,
  triggerSourceMissing,
  undefinedMethodCall,
  undefinedObjectDefinition,
  undefinedPickList,
  unknownControlType,
  unknownFieldType,
  unknownKey,
  utf8Source,
  wrongValueKind,
];
