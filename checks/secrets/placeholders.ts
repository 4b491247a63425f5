/*
 * What people write where a secret is to be put, or was taken out. One list for all rules that look for secrets, so
 * that what one of them takes for a placeholder is none of the others' business either.
 */

const whole =
  /^(?:x+|\*+|\.+|-+|_+|<.*>|\{.*\}|\$\{.*|\$[A-Z_]+|%.*%|\[.*\]|#\{.*|null|nil|none|~|n\/a|todo|tbd|changeme|change_me|(?:your|my|our|some|any|insert|enter|replace|test|dummy|fake|mock|sample|example|demo|foo|bar)(?![a-z0-9]{8})[\w .-]*|(.)\1+)$/iu;
/** The first is the subject 1234567890 of a token, as in the sample that https://jwt.io has. */
const part =
  /eyJzdWIiOiIxMjM0NTY3ODkw|xox[a-z]-(?:test|fake|dummy)|example|placeholder|redacted|filtered|sanitized|change.?me|your[_ -]?\w|x{4,}|\*{3,}|<[\w ]+>|\.\.\.|(?:_|\b)here\b/iu;
/** A secret is not called by its own name, and nobody's secret is counted up. */
const named =
  /^(?:(?:the|a|api|client|access|auth|app|user|bearer|basic|private|public|secret|refresh)?[_ -]?(?:pass(?:word|phrase)?|passwd|pwd|secret|token|key|credentials?|api_?key|id)s?\d{0,3}|abc(?:def)?.*|0?123(?:4.*)?)$/iu;

/** Whether a value stands for a secret, and is none. */
export function isPlaceholder(value: string): boolean {
  return value === "" || whole.test(value) || part.test(value) || named.test(value);
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
