import { expect, test } from "vitest";

import { isSecretName } from "../../../checks/secrets/secret-names.ts";

test.each([
  "api_key",
  "apikey",
  "clientSecret",
  "X-Auth-Token",
  "sandbox password",
  "private_key",
  "Access-Key",
  "db.passwd",
])("takes %s for the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  "token_url",
  "key_id",
  "public_key",
  "next_page_token",
  "X-CSRF-Token",
  "secret_name",
  "tokens",
  "keyboard",
  "has_password",
])("takes %s for no secret", (name) => {
  expect(isSecretName(name)).toBe(false);
});
