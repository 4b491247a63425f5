import type { Rule } from "../../engine/rule.ts";
import { baseUri } from "./base-uri.ts";
import { connectionMutation } from "./connection-mutation.ts";
import { debugOutput } from "./debug-output.ts";
import { errorSwallowed } from "./error-swallowed.ts";
import { objectDefinitionArguments } from "./object-definition-arguments.ts";
import { pollCursor } from "./poll-cursor.ts";
import { sleep } from "./sleep.ts";
import { unusedMethod } from "./unused-method.ts";
import { unusedObjectDefinition } from "./unused-object-definition.ts";
import { unusedPickList } from "./unused-pick-list.ts";
import { waiver } from "./waiver.ts";
import { workspaceDependency } from "./workspace-dependency.ts";

/** The rules of the family, sorted by id. */
export const guidelinesRules: readonly Rule[] = [
  baseUri,
  connectionMutation,
  debugOutput,
  errorSwallowed,
  objectDefinitionArguments,
  pollCursor,
  sleep,
  unusedMethod,
  unusedObjectDefinition,
  unusedPickList,
  waiver,
  workspaceDependency,
];
