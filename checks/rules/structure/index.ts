import type { Rule } from "../../engine/rule.ts";
import { arrayWithoutOf } from "./array-without-of.ts";
import { connectionMissing } from "./connection-missing.ts";
import { connectionPickList } from "./connection-pick-list.ts";
import { dedupMissing } from "./dedup-missing.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { duplicateFieldKey } from "./duplicate-field-key.ts";
import { duplicateFieldName } from "./duplicate-field-name.ts";
import { executeMissing } from "./execute-missing.ts";
import { fieldNameCharacters } from "./field-name-characters.ts";
import { fieldNameMissing } from "./field-name-missing.ts";
import { fileSize } from "./file-size.ts";
import { lambdaArity } from "./lambda-arity.ts";
import { methodCallArity } from "./method-call-arity.ts";
import { methodSplat } from "./method-splat.ts";
import { multiselectDelimiter } from "./multiselect-delimiter.ts";
import { objectDefinitionCycle } from "./object-definition-cycle.ts";
import { objectDefinitionShape } from "./object-definition-shape.ts";
import { objectWithoutProperties } from "./object-without-properties.ts";
import { parameterOrder } from "./parameter-order.ts";
import { pickListFormat } from "./pick-list-format.ts";
import { pickListParams } from "./pick-list-params.ts";
import { pickListParamsField } from "./pick-list-params-field.ts";
import { propertiesOnScalar } from "./properties-on-scalar.ts";
import { rootHash } from "./root-hash.ts";
import { schemaLambdasMissing } from "./schema-lambdas-missing.ts";
import { selectWithoutList } from "./select-without-list.ts";
import { subdomainUrl } from "./subdomain-url.ts";
import { syntaxError } from "./syntax-error.ts";
import { testMissing } from "./test-missing.ts";
import { titleMissing } from "./title-missing.ts";
import { toggleIncomplete } from "./toggle-incomplete.ts";
import { toggleOptionalMismatch } from "./toggle-optional-mismatch.ts";
import { triggerSourceMissing } from "./trigger-source-missing.ts";
import { undefinedMethodCall } from "./undefined-method-call.ts";
import { undefinedObjectDefinition } from "./undefined-object-definition.ts";
import { undefinedPickList } from "./undefined-pick-list.ts";
import { unknownControlType } from "./unknown-control-type.ts";
import { unknownConverter } from "./unknown-converter.ts";
import { unknownFieldType } from "./unknown-field-type.ts";
import { unknownKey } from "./unknown-key.ts";
import { utf8Source } from "./utf8-source.ts";
import { wrongValueKind } from "./wrong-value-kind.ts";

/** The rules of the family, sorted by id. */
export const structureRules: readonly Rule[] = [
  arrayWithoutOf,
  connectionMissing,
  connectionPickList,
  dedupMissing,
  duplicateEntry,
  duplicateFieldKey,
  duplicateFieldName,
  executeMissing,
  fieldNameCharacters,
  fieldNameMissing,
  fileSize,
  lambdaArity,
  methodCallArity,
  methodSplat,
  multiselectDelimiter,
  objectDefinitionCycle,
  objectDefinitionShape,
  objectWithoutProperties,
  parameterOrder,
  pickListFormat,
  pickListParams,
  pickListParamsField,
  propertiesOnScalar,
  rootHash,
  schemaLambdasMissing,
  selectWithoutList,
  subdomainUrl,
  syntaxError,
  testMissing,
  titleMissing,
  toggleIncomplete,
  toggleOptionalMismatch,
  triggerSourceMissing,
  undefinedMethodCall,
  undefinedObjectDefinition,
  undefinedPickList,
  unknownControlType,
  unknownConverter,
  unknownFieldType,
  unknownKey,
  utf8Source,
  wrongValueKind,
];
