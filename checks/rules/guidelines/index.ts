import type { Rule } from "../../engine/rule.ts";
import { baseUri } from "./base-uri.ts";
import { connectionMutation } from "./connection-mutation.ts";
import { debugOutput } from "./debug-output.ts";
import { destructiveAction } from "./destructive-action.ts";
import { errorSwallowed } from "./error-swallowed.ts";
import { hardcodedCallback } from "./hardcoded-callback.ts";
import { objectDefinitionArguments } from "./object-definition-arguments.ts";
import { pollCursor } from "./poll-cursor.ts";
import { refreshSignals } from "./refresh-signals.ts";
import { retrySettings } from "./retry-settings.ts";
import { sleep } from "./sleep.ts";
import { testRequest } from "./test-request.ts";
import { unusedMethod } from "./unused-method.ts";
import { unusedObjectDefinition } from "./unused-object-definition.ts";
import { unusedPickList } from "./unused-pick-list.ts";
import { unusedVariable } from "./unused-variable.ts";
import { waiver } from "./waiver.ts";
import { workspaceDependency } from "./workspace-dependency.ts";

/** The rules of the family, sorted by id. */
export const guidelinesRules: readonly Rule[] = [
  baseUri,
  connectionMutation,
  debugOutput,
  destructiveAction,
  errorSwallowed,
  hardcodedCallback,
  objectDefinitionArguments,
  pollCursor,
  refreshSignals,
  retrySettings,
  sleep,
  testRequest,
  unusedMethod,
  unusedObjectDefinition,
  unusedPickList,
  unusedVariable,
  waiver,
  workspaceDependency,
];
