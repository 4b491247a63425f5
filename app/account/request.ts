import { isLogin } from "../../checks/listing/people.ts";
import { escapeUnseen } from "../../checks/report/escape.ts";
import type { AccountField, AccountForm } from "./form.ts";
import { kindOfEmail } from "./work-email.ts";

/** Something that a request lacks. */
export interface RequestProblem {
  readonly field: AccountField;
  /** Markdown, to be read after the field's name. Never holds what was written there. */
  readonly text: string;
  /** Whether no account can be made of the request; the other problems are for people to weigh. */
  readonly isHard: boolean;
}

/** What can be told of a request by its text alone. */
export interface AccountRequest {
  /** Null where it is not usable. */
  readonly company: string | null;
  /** The name on GitHub, as it was written, without `@` and address. Null where it is not usable. */
  readonly ownerName: string | null;
  readonly overview: string | null;
  readonly problems: readonly RequestProblem[];
}

/** Shorter texts tell nobody enough to decide by, in letters and digits. */
const minOverview = 80;

export function readRequest({ company, name, email, owner, overview }: AccountForm): AccountRequest {
  const ownerName = owner === null ? null : ownerNameOf(owner);
  const faults: readonly (readonly [AccountField, string | null, boolean])[] = [
    ["company", companyFault(company), true],
    ["name", lineFault(name), false],
    ["email", emailFault(email), false],
    ["owner", owner === null ? missing : ownerName === null ? notOwner : null, true],
    ["overview", overviewFault(overview), false],
  ];
  return {
    company: companyFault(company) === null ? company : null,
    ownerName,
    overview,
    problems: faults.flatMap(([field, text, isHard]) => (text === null ? [] : [{ field, text, isHard }])),
  };
}

const missing = "is missing";
const notOwner = "is not a name on GitHub; write the organisation's or user's name alone, such as `acme`";

function lineFault(text: string | null): string | null {
  if (text === null) return missing;
  if (text.length > 100) return "is too long: at most 100 characters";
  return escapeUnseen(text) === text ? null : "must be one line without invisible characters";
}

function companyFault(text: string | null): string | null {
  const fault = lineFault(text);
  if (fault !== null || text === null) return fault;
  // It goes into a file that everybody can read.
  if (text.includes("@") || /:\/\//.test(text)) return "must be the name alone, without an address";
  return /[\p{L}\p{N}]/u.test(text) ? null : "is not a name";
}

function emailFault(text: string | null): string | null {
  if (text === null) return missing;
  switch (kindOfEmail(text)) {
    case "malformed":
      return "is not an email address";
    case "free":
      return "is with a provider that takes anyone; give the address that your company gave you. If it gives none, say so in the overview: people decide";
    case "work":
      return null;
  }
}

function ownerNameOf(text: string): string | null {
  const name = text
    .replace(/^https:\/\/github\.com\//i, "")
    .replace(/^(?:orgs\/)?@?/, "")
    .replace(/\/$/, "");
  return isLogin(name) ? name : null;
}

function overviewFault(text: string | null): string | null {
  if (text === null) return missing;
  let weight = 0;
  // One letter of these scripts says as much as a few of others.
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? [])
    weight += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter) ? 3 : 1;
  if (weight >= minOverview) return null;
  return "is too short to decide by; say in a few sentences what the company does, what the connector is for, and who will use it";
}
