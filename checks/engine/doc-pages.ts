const sdk = "https://docs.workato.com/en/developing-connectors/sdk";

/** The public pages that rules come from. */
export const pages = {
  reference: `${sdk}/sdk-reference.html`,
  actions: `${sdk}/sdk-reference/actions.html`,
  triggers: `${sdk}/sdk-reference/triggers.html`,
  connection: `${sdk}/sdk-reference/connection.html`,
  authorization: `${sdk}/sdk-reference/connection/authorization.html`,
  test: `${sdk}/sdk-reference/test.html`,
  schema: `${sdk}/sdk-reference/schema.html`,
  pickLists: `${sdk}/sdk-reference/picklists.html`,
  objectDefinitions: `${sdk}/sdk-reference/object_definitions.html`,
  methods: `${sdk}/sdk-reference/methods.html`,
  streams: `${sdk}/sdk-reference/streams.html`,
  http: `${sdk}/sdk-reference/http.html`,
  ruby: `${sdk}/sdk-reference/whitelist-removal.html`,
  bestPractices: `${sdk}/guides/best-practices.html`,
  triggerLimits: `${sdk}/guides/trigger-limit.html`,
  staticWebhooks: `${sdk}/guides/building-triggers/static-webhook.html`,
  dynamicWebhooks: `${sdk}/guides/building-triggers/dynamic-webhook.html`,
  hybridTriggers: `${sdk}/guides/building-triggers/hybrid-triggers.html`,
  multistepActions: `${sdk}/guides/building-actions/multistep-actions.html`,
  waitForResume: `${sdk}/guides/building-actions/wait-for-resume-actions.html`,
  multiAuth: `${sdk}/guides/authentication/multi_auth.html`,
  codePatterns: `${sdk}/guides/advanced-connector-guide/connector-building-code-patterns.html`,
  limits: `${sdk}/limits.html`,
  /** The source of the SDK that runs connectors on the command line. */
  gem: "https://github.com/workato/workato-connector-sdk",
} as const;
