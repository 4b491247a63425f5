import providers from "email-providers/all.json" with { type: "json" };
import common from "email-providers/common.json" with { type: "json" };

/** Providers of mail for anyone, free or thrown away: https://www.npmjs.com/package/email-providers */
const open = new Set<string>([
  ...providers,
  // Relays and providers that the list does not have.
  "users.noreply.github.com",
  "privaterelay.appleid.com",
  "duck.com",
  "mozmail.com",
  "tutanota.com",
  "tutanota.de",
  "tuta.com",
  "tuta.io",
]);

/** Those whose subdomains are theirs as well. */
const large = new Set<string>(common);

const addressPattern =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,10}[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

export type EmailKind = "work" | "free" | "malformed";

/** What an address is, as far as it tells by itself: of a company, of a provider that takes anyone, or none at all. */
export function kindOfEmail(text: string): EmailKind {
  const address = text.replace(/^<(?:mailto:)?([^<>]*)>$/i, "$1");
  const domain = address.length > 254 ? undefined : addressPattern.exec(address)?.[1]?.toLowerCase();
  if (domain === undefined) return "malformed";
  if (open.has(domain)) return "free";
  const labels = domain.split(".");
  const parents = labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join("."));
  return parents.some((parent) => large.has(parent)) ? "free" : "work";
}
