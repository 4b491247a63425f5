import type { Rule } from "../../engine/rule.ts";
import { codeExecution } from "./code-execution.ts";
import { credentialOutput } from "./credential-output.ts";
import { oauthNoopener } from "./oauth-noopener.ts";
import { passwordControl } from "./password-control.ts";
import { plainHttp } from "./plain-http.ts";
import { rawNetwork } from "./raw-network.ts";
import { secretDefault } from "./secret-default.ts";
import { tlsVerification } from "./tls-verification.ts";
import { urlCredentials } from "./url-credentials.ts";

/** The rules of the family, sorted by id. */
export const securityRules: readonly Rule[] = [
  codeExecution,
  credentialOutput,
  oauthNoopener,
  passwordControl,
  plainHttp,
  rawNetwork,
  secretDefault,
  tlsVerification,
  urlCredentials,
];
