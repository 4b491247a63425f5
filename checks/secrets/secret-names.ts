const secret =
  /(?:^|_)(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_key|secret_key|private_key|credentials?)$/u;
/** Names that end like a secret, but say something about one, or are a token for something else. */
const harmless =
  /(?:^|_)(?:public|key_id|page|next|sync|cursor|continuation|cancellation|csrf|xsrf|has|use|is|enable)(?:_|$)/u;

/** Whether a field, key, header or variable holds a secret, by its name: `api_key`, `clientSecret`, `X-Auth-Token`. */
export function isSecretName(name: string): boolean {
  // Hardly any name needs a closer look.
  if (!/pass|pwd|secret|token|key|credential/iu.test(name)) return false;
  const words = name
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, "_")
    .replace(/[\s.-]/gu, "_")
    .toLowerCase();
  return secret.test(words) && !harmless.test(words);
}
