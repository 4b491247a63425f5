import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { accountCommandTable } from "../../app/account/commands.ts";
import { isAccountForm, parseForm } from "../../app/account/form.ts";
import { formatAccount, parseAccount } from "../../checks/listing/account.ts";
import { parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { rules } from "../../checks/rules/index.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const bytes = (text: string) => new TextEncoder().encode(text);
const document = read("docs/accounts.md");

interface Template {
  readonly labels: readonly string[];
  readonly body: readonly { readonly type: string; readonly attributes: { readonly label?: string } }[];
}

test("docs/accounts.md shows the commands as the app's own help does", () => {
  const table = /<!-- account-commands -->\n\n([\s\S]*?)\n\n<!-- \/account-commands -->/.exec(document)?.[1];

  expect(table).toBe(accountCommandTable());
});

test("docs/accounts.md shows an account's file as the app writes it", () => {
  const text = /^# yaml-language-server[\s\S]*?(?=^```$)/m.exec(document)?.[0] ?? "";
  const account = parseAccount(bytes(text));

  expect(account.ok && formatAccount(account.value)).toBe(text);
});

test("the model's issue form is understood, field by field", () => {
  const template = parse(read("examples/listings/.github/ISSUE_TEMPLATE/developer-account.yml")) as Template;
  const labels = template.body.flatMap(({ attributes }) => attributes.label ?? []);
  const body = labels.map((label) => `### ${label}\n\nvalue of ${label}`).join("\n\n");

  expect(isAccountForm(body)).toBe(true);
  expect(parseForm(body)).toEqual({
    company: "value of Company name",
    name: "value of Your name",
    email: "value of Work email",
    owner: "value of GitHub organisation or user",
    overview: "value of Overview",
  });
  expect(template.labels).toEqual(["account: requested"]);
  for (const label of labels) expect(document).toContain(`| ${label} |`);
});

test("the model's policy is strict about rules that there are", () => {
  const text = read("examples/listings/.github/connector-gate.yml");

  expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/docs\/schemas\/policy\.json\n/);
  expect(
    parseListingsPolicy(
      bytes(text),
      rules.map(({ id }) => id),
    ),
  ).toMatchObject({ ok: true });
});
