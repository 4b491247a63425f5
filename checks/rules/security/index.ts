import type { Rule } from "../../engine/rule.ts";
import { codeExecution } from "./code-execution.ts";
import { committedSecrets } from "./committed-secrets.ts";
import { credentialOutput } from "./credential-output.ts";
import { foreignHost } from "./foreign-host.ts";
import { gitignoreMasterKey } from "./gitignore-master-key.ts";
import { oauthNoopener } from "./oauth-noopener.ts";
import { passwordControl } from "./password-control.ts";
import { pathInjection } from "./path-injection.ts";
import { plainCassettes } from "./plain-cassettes.ts";
import { plainHttp } from "./plain-http.ts";
import { queryInjection } from "./query-injection.ts";
import { rawNetwork } from "./raw-network.ts";
import { secretDefault } from "./secret-default.ts";
import { secretInCode } from "./secret-in-code.ts";
import { secretInUrl } from "./secret-in-url.ts";
import { tlsVerification } from "./tls-verification.ts";
import { urlCredentials } from "./url-credentials.ts";
import { userUrl } from "./user-url.ts";
import { webhookSignature } from "./webhook-signature.ts";

/** The rules of the family, sorted by id. */
export const securityRules: readonly Rule[] = [
  codeExecution,
  committedSecrets,
  credentialOutput,
  foreignHost,
  gitignoreMasterKey,
  oauthNoopener,
  passwordControl,
  pathInjection,
  plainCassettes,
  plainHttp,
  queryInjection,
  rawNetwork,
  secretDefault,
  secretInCode,
  secretInUrl,
  tlsVerification,
  urlCredentials,
  userUrl,
  webhookSignature,
];
