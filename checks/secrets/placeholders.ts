/*
 * What people write where a secret is to be put, or was taken out. One list for all rules that look for secrets, so
 * that what one of them takes for a placeholder is none of the others' business either.
 */

const whole =
  /^(?:x+|\*+|\.+|-+|_+|<.*>|\{.*\}|\$\{.*|\$[A-Z_]+|%.*%|\[.*\]|#\{.*|null|nil|none|~|n\/a|todo|tbd|changeme|change_me|(?:your|my|our|some|any|insert|enter|replace|test|dummy|fake|mock|sample|example|demo|foo|bar)(?![a-z0-9]{8})[\w .-]*|(.)\1+)$/iu;
const part =
  /^(?:dummy|fake|insert|replace|sample)|xox[a-z]-(?:test|fake|dummy)|example|placeholder|redacted|filtered|sanitized|change.?me|your[_ -]?\w|x{4,}|\*{3,}|<[\w ]+>|\.\.\.|(?:_|\b)here\b/iu;
/** A secret is not called by its own name, and nobody's secret is counted up. */
const named =
  /^(?:(?:the|a|api|client|access|auth|app|user|bearer|basic|private|public|secret|refresh)?[_ -]?(?:pass(?:word|phrase)?|passwd|pwd|secret|token|key|credentials?|api_?key|id)s?\d{0,12}|qwerty.*|a1b2c3d4.*|abc(?:def)?.*|0?123(?:4.*)?)$/iu;

/** What documents show: RFC 6749, RFC 6750 and RFC 7617, a name and a password in Base64, and GitHub's. */
const documented =
  /^(?:2YotnFZFEjr1zCsicMWpAA|tGzv3JOkF0XG5Qx2TlKWIA|SplxlOBeZQQYbYS6WxSbIA|czZCaGRSa3F0MzpnWDFmQmF0M2JW|mF_9\.B5f-4\.1JqM|QWxhZGRpbjpvcGVuIHNlc2FtZQ==|dXNlcm5hbWU6cGFzc3dvcmQ=?|dXNlcjpwYXNzd29yZA(?:==)?|gh\w_16C7e42F292c6912E7710c838347Ae178B4a)$/u;
/** Whom the tokens of samples are for, as that of https://jwt.io and that of RFC 7519. */
const sampleClaims = /1234567890|j(?:ohn|ane)[ ._]?doe|example\.(?:com|org|net)/iu;

/** Whether a value stands for a secret, and is none. */
export function isPlaceholder(value: string): boolean {
  if (value === "" || whole.test(value) || part.test(value) || named.test(value)) return true;
  return documented.test(value) || isSampleToken(value);
}

/** Whether it is a JSON Web Token of somebody made up. */
function isSampleToken(value: string): boolean {
  const claims = /\.(?<claims>eyJ[\w-]+)/u.exec(value)?.groups?.["claims"] ?? "";
  const bytes = claims.slice(0, claims.length - (claims.length % 4));
  return sampleClaims.test(atob(bytes.replace(/-/gu, "+").replace(/_/gu, "/")));
}

/** Whether a value looks like something that a machine made up: long enough, of letters and digits, of many kinds. */
export function looksRandom(value: string, least: number): boolean {
  if (value.length < least || value.length > 4096 || !/^[\w.~=+/:-]+$/u.test(value)) return false;
  if (!/\d/u.test(value) || !/[a-z]/iu.test(value) || isPlaceholder(value)) return false;
  return new Set(value).size >= 6 && !areWords(value);
}

/** Whether it is a name of words, such as `get_all_of_v2`. */
function areWords(value: string): boolean {
  const words = value.split(/[_-]/u);
  return words.length > 1 && words.every((word) => /^(?:[A-Za-z]+\d{0,2}|\d{1,4})$/u.test(word));
}
