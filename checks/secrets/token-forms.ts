/** A form that nothing but tokens of one kind has. */
export interface TokenForm {
  /** As in "The text is …". */
  readonly what: string;
  readonly pattern: RegExp;
  /** Where the vendor says so. */
  readonly source: string;
}

/** Tokens of applications that connectors are often made for, and that the scanner does not know. */
export const tokenForms: readonly TokenForm[] = [
  {
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/gu,
    source: "https://www.rfc-editor.org/rfc/rfc7468",
  },
  {
    what: "an AWS access key",
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  },
  {
    what: "a GitHub token",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,251})\b/gu,
    source:
      "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
  },
  {
    what: "a Slack token",
    pattern: /\bxox[abposre]-[A-Za-z0-9-]{10,250}/gu,
    source: "https://docs.slack.dev/authentication/tokens",
  },
  {
    what: "a Stripe key",
    pattern: /\b[sr]k_live_[A-Za-z0-9]{16,250}/gu,
    source: "https://docs.stripe.com/keys",
  },
  {
    what: "a Google API key",
    pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/gu,
    source: "https://cloud.google.com/docs/authentication/api-keys",
  },
  {
    what: "a Google client secret",
    pattern: /\bGOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/gu,
    source: "https://developers.google.com/identity/protocols/oauth2",
  },
  {
    what: "a Mailchimp key",
    pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/gu,
    source: "https://mailchimp.com/developer/marketing/docs/fundamentals/",
  },
  {
    what: "a HubSpot token",
    pattern: /\bpat-(?:na|eu)\d-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gu,
    source: "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
  },
  {
    what: "an Atlassian token",
    pattern: /\bATATT3[A-Za-z0-9_=-]{60,400}/gu,
    source:
      "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  },
  {
    what: "an Airtable token",
    pattern: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/gu,
    source: "https://airtable.com/developers/web/guides/personal-access-tokens",
  },
  {
    what: "a JSON Web Token",
    pattern: /\beyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,4000}/gu,
    source: "https://www.rfc-editor.org/rfc/rfc7519",
  },
];
