import type { Rule } from "../../engine/rule.ts";
import { applyMissing } from "./apply-missing.ts";
import { arrayWithoutOf } from "./array-without-of.ts";
import { connectionMissing } from "./connection-missing.ts";
import { connectionPickList } from "./connection-pick-list.ts";
import { curlyQuotes } from "./curly-quotes.ts";
import { customAuthAcquireOutput } from "./custom-auth-acquire-output.ts";
import { dedupMissing } from "./dedup-missing.ts";
import { discardedRequest } from "./discarded-request.ts";
import { dslInPlainLambda } from "./dsl-in-plain-lambda.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { duplicateFieldKey } from "./duplicate-field-key.ts";
import { duplicateFieldName } from "./duplicate-field-name.ts";
import { executeMissing } from "./execute-missing.ts";
import { executeOutput } from "./execute-output.ts";
import { fieldNameCharacters } from "./field-name-characters.ts";
import { fieldNameMissing } from "./field-name-missing.ts";
import { fileSize } from "./file-size.ts";
import { httpInWebhookNotification } from "./http-in-webhook-notification.ts";
import { lambdaArity } from "./lambda-arity.ts";
import { methodCallArity } from "./method-call-arity.ts";
import { methodSplat } from "./method-splat.ts";
import { mixedWebhookKinds } from "./mixed-webhook-kinds.ts";
import { multiAuthOptions } from "./multi-auth-options.ts";
import { multiselectDelimiter } from "./multiselect-delimiter.ts";
import { oauth2Incomplete } from "./oauth2-incomplete.ts";
import { oauth2NoRefresh } from "./oauth2-no-refresh.ts";
import { objectDefinitionCycle } from "./object-definition-cycle.ts";
import { objectDefinitionShape } from "./object-definition-shape.ts";
import { objectWithoutProperties } from "./object-without-properties.ts";
import { parameterOrder } from "./parameter-order.ts";
import { pickListFormat } from "./pick-list-format.ts";
import { pickListParams } from "./pick-list-params.ts";
import { pickListParamsField } from "./pick-list-params-field.ts";
import { pollForever } from "./poll-forever.ts";
import { pollOutput } from "./poll-output.ts";
import { propertiesOnScalar } from "./properties-on-scalar.ts";
import { reinvokeArguments } from "./reinvoke-arguments.ts";
import { rootHash } from "./root-hash.ts";
import { ruby27Syntax } from "./ruby-27-syntax.ts";
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
import { undefinedStream } from "./undefined-stream.ts";
import { unknownAuthType } from "./unknown-auth-type.ts";
import { unknownControlType } from "./unknown-control-type.ts";
import { unknownConverter } from "./unknown-converter.ts";
import { unknownFieldType } from "./unknown-field-type.ts";
import { unknownKey } from "./unknown-key.ts";
import { utf8Source } from "./utf8-source.ts";
import { webhookKeysMissing } from "./webhook-keys-missing.ts";
import { webhookResponseOptions } from "./webhook-response-options.ts";
import { webhookSubscribePair } from "./webhook-subscribe-pair.ts";
import { wrongValueKind } from "./wrong-value-kind.ts";

/** The rules of the family, sorted by id. */
export const structureRules: readonly Rule[] = [
  applyMissing,
  arrayWithoutOf,
  connectionMissing,
  connectionPickList,
  curlyQuotes,
  customAuthAcquireOutput,
  dedupMissing,
  discardedRequest,
  dslInPlainLambda,
  duplicateEntry,
  duplicateFieldKey,
  duplicateFieldName,
  executeMissing,
  executeOutput,
  fieldNameCharacters,
  fieldNameMissing,
  fileSize,
  httpInWebhookNotification,
  lambdaArity,
  methodCallArity,
  methodSplat,
  mixedWebhookKinds,
  multiAuthOptions,
  multiselectDelimiter,
  oauth2Incomplete,
  oauth2NoRefresh,
  objectDefinitionCycle,
  objectDefinitionShape,
  objectWithoutProperties,
  parameterOrder,
  pickListFormat,
  pickListParams,
  pickListParamsField,
  pollForever,
  pollOutput,
  propertiesOnScalar,
  reinvokeArguments,
  rootHash,
  ruby27Syntax,
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
  undefinedStream,
  unknownAuthType,
  unknownControlType,
  unknownConverter,
  unknownFieldType,
  unknownKey,
  utf8Source,
  webhookKeysMissing,
  webhookResponseOptions,
  webhookSubscribePair,
  wrongValueKind,
];
