/**
 * Connector text is hostile until shown otherwise. Each function here makes text harmless for one kind of output;
 * nothing that comes from a connector, a path or a manifest reaches an output without one of them.
 */

/**
 * Characters that cannot be seen, or change how the text around them is shown: controls, direction overrides,
 * zero-width characters, fillers, line separators, tag characters and lone surrogates. (The joiners that emoji and
 * some scripts are written with are left alone.)
 */
const unseen =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these are the very characters it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/**
 * Makes every character visible that is not: `\u{1b}` for an escape, `\u{202e}` for a direction override, as Ruby
 * writes them. Tabs and line breaks count too, so deal with those first where they mean something. Also keeps the
 * older log commands of GitHub Actions (`##[…]`, anywhere in a line) from being understood as such.
 */
export function escapeUnseen(text: string): string {
  return text.replace(unseen, toRubyEscape).replaceAll("##[", "#\\u{23}[");
}

function toRubyEscape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/** Puts text on one line: line breaks and tabs become spaces, what cannot be seen becomes visible. */
export function toOneLine(text: string): string {
  return escapeUnseen(
    text.replace(/[ \t\r\n\u2028\u2029]+/g, (blanks) => (/[^ ]/.test(blanks) ? " " : blanks)),
  );
}

/** Keeps lines from being workflow commands such as `::error::`, which GitHub finds behind blanks as well. */
export function withoutCommands(lines: string): string {
  return lines.replace(/^([ \t]*):(?=:)/gmu, "$1\\u{3a}");
}

/** Lines of a file as a terminal may show them: what cannot be seen becomes visible. */
export function toVisibleLines(lines: string): string {
  return lines.replace(/[^\t\r\n]+|\r(?!\n)/gu, escapeUnseen);
}

/** Cuts text to at most `limit` UTF-16 units, never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Text for HTML, as content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return toOneLine(text).replace(/[&<>"'`]/g, toEntity);
}

function toEntity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/**
 * A zero-width space. GitHub looks for mentions, references, links and emoji in the rendered page, where a
 * backslash or an entity no longer stands in the way; this does.
 */
const joint = "&#8203;";

const meaningful = new RegExp(
  [
    "@",
    ":(?=//|[\\w+-]+:)",
    "\\bwww(?=\\.)",
    "\\b(?:GH|CVE|GHSA)(?=-)",
    "\\b[0-9a-f]{7,}\\b",
    "#",
    "[&<>|\\\\`*~[\\]$]",
    "(?<![a-z0-9])_+|_+(?![a-z0-9])",
    "^[-+=]",
    "(?<=^\\d+)[.)]",
  ].join("|"),
  "gi",
);

/**
 * Text as Markdown that shows just this text, on one line: no markup, HTML, link, mention, issue or commit
 * reference, emoji code or formula of its own survives, be it in a paragraph, a list or a table cell.
 */
export function escapeMarkdown(text: string): string {
  return toOneLine(text).trim().replace(meaningful, neutralise);
}

function neutralise(match: string): string {
  if (match === "@" || match === ":") return match + joint;
  if (match === "#") return toEntity(match) + joint;
  // A span of its own, since formulas are found in the rendered page as well.
  if (match === "$") return "<span>&#36;</span>";
  if (/^[0-9a-f]{7,}$/i.test(match)) return breakCommit(match);
  if (/^\w+$/.test(match) && !match.startsWith("_")) return match + joint;
  return match.replace(/./g, toEntity);
}

/** Fewer than seven hexadecimal digits are never taken for a commit. */
function breakCommit(digits: string): string {
  return digits.replace(/.{6}(?=.)/g, `$&${joint}`);
}

/** Text as Markdown code, on one line; safe in table cells too. */
export function markdownCode(text: string): string {
  const line = toOneLine(text);
  if (line === "") return "";
  // In a table cell a bar ends the cell before the code is looked at, so here only entities help.
  if (line.includes("|")) return `<code>${line.replace(/[^a-z0-9 ]/gi, toEntity)}</code>`;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(line) ? " " : "";
  return fence + padding + line + padding + fence;
}

/**
 * A message, in which names stand in backticks, as Markdown. Names are the connector's and may hold anything, so
 * both what is inside and what is outside of backticks is made harmless.
 */
export function markdownMessage(message: string): string {
  const parts = message.split("`");
  const lastCode = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  let markdown = "";
  for (const [index, part] of parts.entries()) {
    if (index >= lastCode) markdown += "&#96;";
    if (index % 2 === 1 && index < lastCode) {
      markdown += markdownCode(part);
      continue;
    }
    markdown += /^\s/.test(part) ? " " : "";
    const text = escapeMarkdown(part);
    markdown += text + (text !== "" && /\s$/.test(part) ? " " : "");
  }
  return markdown.trim();
}

/** Text after the `::` of a workflow command: https://docs.github.com/actions/reference/workflow-commands */
export function escapeCommandData(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(escapeUnseen);
  return lines.join("\n").replaceAll("%", "%25").replaceAll("\n", "%0A");
}

/** The value of a property of a workflow command, such as `title` or `file`. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(toOneLine(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
