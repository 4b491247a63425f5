import { expect, test } from "vitest";

import { findSecrets } from "../../../checks/secrets/find-secrets.ts";

/** Text of letters and digits that no person would write; put together here, so that no scanner stumbles over it. */
function random(length: number, alphabet = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7"): string {
  return Array.from({ length }, (_, index) => alphabet[(index * 7 + length) % alphabet.length]).join("");
}

const hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

test.each([
  ["a Slack token", `xoxb-${"1".repeat(6)}23456-${"7".repeat(6)}89012-${random(24)}`],
  ["a GitHub token", `ghp_${random(36)}`],
  ["a GitHub token", `github_pat_${random(22)}_${random(59)}`],
  ["a Stripe key", `sk_live_${random(24)}`],
  ["a Google API key", `AIza${random(35)}`],
  ["a Google client secret", `GOCSPX-${random(28)}`],
  ["a Mailchimp key", `${hex}-us12`],
  [
    "a HubSpot token",
    `pat-na1-${hex.slice(0, 8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8, 12)}-${hex.slice(0, 12)}`,
  ],
  ["an Airtable token", `pat${random(14)}.${hex}${hex}`],
  ["a JSON Web Token", `eyJ${random(20)}.eyJ${random(30)}.${random(40)}`],
  ["a SendGrid key", `SG.${random(22)}.${random(43)}`],
  ["a Shopify token", `shpat_${hex}`],
  ["a GitLab token", `glpat-${random(20)}`],
  ["an npm token", `npm_${random(36)}`],
  ["a Figma token", `figd_${random(40)}`],
  ["a Linear key", `lin_api_${random(40)}`],
  ["an address with credentials", `https://joe:${random(12)}@api.acme.com/v1`],
  ["an address of a database with its password", `mysql://joe:${random(12)}@db.acme.com/shop`],
  [
    "a private key",
    `-----BEGIN PRIVATE KEY-----\n  ${random(64)}\n  ${random(40)}\n-----END PRIVATE KEY-----`,
  ],
])("finds %s", (what, secret) => {
  const before = "é first line\nkey = '";
  const text = `${before}${secret}' # the end\n`;

  const [found, ...more] = findSecrets(text);

  expect(found?.what).toBe(what);
  expect(found?.start).toBe(before.length);
  expect(secret.startsWith(text.slice(found?.start, found?.end))).toBe(true);
  expect(more).toEqual([]);
});

test.each([
  ["names", "call('oauth2_v2_token_of_account', payload.hmac_sha256(key).encode_hex)"],
  ["an identifier", "id: '8f14e45f-ceea-467f-a8d5-5c3e5f2a9b10', sha: '0f1e2d3c4b5a69788796a5b4c3d2e1f0'"],
  ["the example of a vendor's documentation", "AKIAIOSFODNN7EXAMPLE"],
  [
    "an address with a port, and one with placeholders",
    "https://a.acme.com:8443/x, https://user:password@host/",
  ],
  [
    "a key without its lines",
    "Begin with -----BEGIN PRIVATE KEY----- and end with -----END PRIVATE KEY-----",
  ],
])("takes %s for no secret", (_what, text) => {
  expect(findSecrets(text)).toEqual([]);
});

test("looks at long lines in pieces, and at no more than it can", () => {
  const secret = `sk_live_${random(24)}`;

  expect(findSecrets(`${" ".repeat(9000)}${secret}`)).toEqual([
    { what: "a Stripe key", start: 9000, end: 9000 + secret.length },
  ]);
  expect(findSecrets(`${"a1".repeat(3000)}\n`.repeat(200))).toEqual([]);
});
