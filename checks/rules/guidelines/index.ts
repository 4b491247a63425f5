import type { Rule } from "../../engine/rule.ts";
import { authorizationUrlParameters } from "./authorization-url-parameters.ts";
import { baseUri } from "./base-uri.ts";
import { baseUriPathLost } from "./base-uri-path-lost.ts";
import { blankLineBetweenEntries } from "./blank-line-between-entries.ts";
import { connectionMutation } from "./connection-mutation.ts";
import { debugOutput } from "./debug-output.ts";
import { dedup } from "./dedup.ts";
import { destructiveAction } from "./destructive-action.ts";
import { dig } from "./dig.ts";
import { errorResponseHandled } from "./error-response-handled.ts";
import { errorSwallowed } from "./error-swallowed.ts";
import { hardCodedEnvironment } from "./hard-coded-environment.ts";
import { hardcodedCallback } from "./hardcoded-callback.ts";
import { legacyKey } from "./legacy-key.ts";
import { multistepLimit } from "./multistep-limit.ts";
import { objectDefinitionArguments } from "./object-definition-arguments.ts";
import { operationComment } from "./operation-comment.ts";
import { placeholder } from "./placeholder.ts";
import { pollCursor } from "./poll-cursor.ts";
import { pollPageSize } from "./poll-page-size.ts";
import { raiseError } from "./raise-error.ts";
import { refreshSignals } from "./refresh-signals.ts";
import { requestsInPollLoop } from "./requests-in-poll-loop.ts";
import { retrySettings } from "./retry-settings.ts";
import { sinceFallback } from "./since-fallback.ts";
import { sleep } from "./sleep.ts";
import { snakeCaseNames } from "./snake-case-names.ts";
import { stringConcatenation } from "./string-concatenation.ts";
import { suspendLimits } from "./suspend-limits.ts";
import { testRequest } from "./test-request.ts";
import { timeZone } from "./time-zone.ts";
import { unusedMethod } from "./unused-method.ts";
import { unusedObjectDefinition } from "./unused-object-definition.ts";
import { unusedPickList } from "./unused-pick-list.ts";
import { unusedVariable } from "./unused-variable.ts";
import { waiver } from "./waiver.ts";
import { workspaceDependency } from "./workspace-dependency.ts";

/** The rules of the family, sorted by id. */
export const guidelinesRules: readonly Rule[] = [
  authorizationUrlParameters,
  baseUri,
  baseUriPathLost,
  blankLineBetweenEntries,
  connectionMutation,
  debugOutput,
  dedup,
  destructiveAction,
  dig,
  errorResponseHandled,
  errorSwallowed,
  hardCodedEnvironment,
  hardcodedCallback,
  legacyKey,
  multistepLimit,
  objectDefinitionArguments,
  operationComment,
  placeholder,
  pollCursor,
  pollPageSize,
  raiseError,
  refreshSignals,
  requestsInPollLoop,
  retrySettings,
  sinceFallback,
  sleep,
  snakeCaseNames,
  stringConcatenation,
  suspendLimits,
  testRequest,
  timeZone,
  unusedMethod,
  unusedObjectDefinition,
  unusedPickList,
  unusedVariable,
  waiver,
  workspaceDependency,
];
