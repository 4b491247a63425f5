import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ProjectResult } from "../../../checks/checker.ts";
import { shorten, toOneLine } from "../../../checks/report/escape.ts";
import { renderHtml } from "../../../checks/report/html.ts";
import type { ReportWaiver } from "../../../checks/report/report.ts";
import { array, assert, constantFrom, oneof, property, record, string } from "../../support/properties.ts";
import { sampleResult, sampleRules } from "./sample.ts";

const source = "{\n  title: 'Shop',\n  actions: {\n    search: 1,\n    create: 2\n  }\n}\n";
const one = source.indexOf("1,");
const pages = "https://github.com/connector-gate/connector-gate/blob/main/docs/rules/";

const shop = sampleResult({
  source,
  findings: [
    {
      ruleId: "usability/action-title",
      message: "Action `search` has no `title`.",
      at: "search",
      path: "actions.search",
      fix: {
        title: "Add a title",
        safety: "safe",
        edits: [{ span: { start: one, end: one + 1 }, text: "{ title: 'Search' }" }],
      },
    },
    { ruleId: "security/secret", message: "A secret.", at: null },
    {
      ruleId: "usability/action-title",
      message: "Action `create` has no `title`.",
      at: "create",
      related: [{ span: { start: one, end: one + 1 }, message: "The one before." }],
    },
  ],
});

const waiver: ReportWaiver = {
  ruleId: "usability/field-hint",
  source: "code",
  file: "shop/connector.rb",
  line: 3,
  reason: "Everybody knows.",
  until: "2027-03-31",
  state: "used",
  count: 1,
};

function withWaivers(result: ProjectResult, waivers: readonly ReportWaiver[]): ProjectResult {
  return { ...result, report: { ...result.report, waivers } };
}

function render(results: readonly ProjectResult[], maxLength?: number): string {
  return renderHtml(results, { rules: sampleRules, ...(maxLength === undefined ? {} : { maxLength }) });
}

const known =
  /^(?:html|head|meta|title|style|body|header|main|footer|section|h[123]|p|ul|li|b|bdi|i|a|code|pre|mark|del|ins|span|strong|table|caption|thead|tbody|tr|th|td|details|summary)$/;
const attribute = /\s+(?<name>[a-z-]+)="(?<value>[^"<>]*)"/y;

/** Reads a page as strictly as XML, and throws where anything is not as our templates write it. */
function readPage(page: string): { readonly headings: string; readonly links: readonly string[] } {
  const open: string[] = [];
  const links: string[] = [];
  const ids = new Set<string>();
  let headings = "";
  const body = page.replace("<!doctype html>", "").replace(/<style>[^<]*<\/style>/, "");
  for (const [index, piece] of body.split("<").entries()) {
    if (index === 0) continue;
    const [, end, name, attributes, text] = /^(\/?)([a-z0-9]+)([^>]*)>([^>]*)$/s.exec(piece)!;
    expect(name).toMatch(known);
    expect(text).not.toMatch(/&(?!#\d+;)/);
    if (!end && name !== "meta") open.push(name!);
    expect(end ? open.pop() : name).toBe(name);
    if (!end && /^h\d/.test(name!)) headings += name![1];
    let at = 0;
    for (const { groups, 0: all } of attributes!.matchAll(new RegExp(attribute, "gy"))) {
      at += all.length;
      expect(groups!["name"]).toMatch(/^(?:lang|charset|name|content|http-equiv|class|id|href|scope)$/);
      if (groups!["name"] === "href") links.push(groups!["value"]!);
      if (groups!["name"] !== "id") continue;
      expect(ids).not.toContain(groups!["value"]);
      ids.add(groups!["value"]!);
    }
    expect(at).toBe(attributes!.length);
  }
  expect(open).toEqual([]);
  for (const link of links) {
    const rule = link.startsWith(pages) && sampleRules.has(link.slice(pages.length, -".md".length));
    expect(rule || link === "#top" || ids.has(link.slice(1))).toBe(true);
  }
  return { headings, links };
}

/** What a reader sees of each element with a class. */
function texts(page: string, name: string): readonly string[] {
  return [...page.matchAll(new RegExp(`<p class="${name}">(.*?)</p>`, "g"))].map(([, inner]) =>
    inner!
      .replace(/<[^>]*>/g, "")
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  );
}

describe("renderHtml", () => {
  test("tells each connector's findings by rule, the worst first", () => {
    const page = render([shop]);

    expect(page).toContain('<h1><b class="badge fail">fail</b> 1 error, 2 warnings</h1>');
    expect(page).toContain('<h2><b class="badge fail">fail</b> <bdi>Shop</bdi>: 1 error, 2 warnings</h2>');
    expect(page.match(/<h3>.*<\/h3>/g)).toEqual([
      `<h3><b class="badge error">error</b> <a href="${pages}security/secret.md">security/secret</a></h3>`,
      `<h3><b class="badge warning">warning</b> <a href="${pages}usability/action-title.md">usability/action-title</a> (2)</h3>`,
    ]);
    expect(texts(page, "message")).toEqual([
      "A secret.",
      "Action search has no title.",
      "Action create has no title.",
    ]);
    expect(texts(page, "place")).toEqual([
      "shop/connector.rb",
      "shop/connector.rb:4:5 in actions.search",
      "shop/connector.rb:5:5",
      "See shop/connector.rb:4:13 The one before.",
    ]);
    expect(page).toContain("Everybody can read the code. <strong>Fix:</strong> Move it to the connection.");
    expect(page).toContain("# connector-gate:disable-next-line usability/action-title -- the reason");
    expect(readPage(page).headings).toBe("1233");
  });

  test("marks the place, and shows a fix as a diff", () => {
    const page = render([shop]);

    expect(page).toContain('<pre class="line"><i>4</i>    <mark>search</mark>: 1,\n</pre>');
    expect(page).toContain(
      "<span>    actions: {</span><del>-     search: 1,</del>" +
        "<ins>+     search: { title: &#39;Search&#39; },</ins><span>      create: 2</span>",
    );
  });

  test("shows no diff that nobody would read, and none of edits that do not fit together", () => {
    const overlapping = [0, 1].map((start) => ({ span: { start, end: start + 2 }, text: "" }));
    const long = [{ span: { start: 0, end: 0 }, text: "x\n".repeat(200) }];
    for (const edits of [[], overlapping, long]) {
      const fix = { title: "Fix it", safety: "unsafe", edits } as const;
      const page = render([
        sampleResult({
          source,
          findings: [{ ruleId: "security/secret", message: "Odd.", at: "title", fix }],
        }),
      ]);
      expect(texts(page, "place")).toContain("Fix: Fix it. --fix-unsafe does it, for you to look at.");
    }
  });

  test("says that there is nothing to say, and calls a connector without a title by its file", () => {
    const page = render([sampleResult({ source, title: null, findings: [] })]);

    expect(page).toContain('<h1><b class="badge pass">pass</b> no findings</h1>');
    expect(page).toContain("<bdi>shop/connector.rb</bdi>: no findings</h2>");
    expect(readPage(page)).toEqual({ headings: "12", links: [] });
  });

  test("lists several connectors, and links them", () => {
    const page = render([
      shop,
      sampleResult({ source, file: "till/connector.rb", title: "Till", findings: [] }),
    ]);

    expect(page).toContain('<h1><b class="badge fail">1 fail</b> 1 error, 2 warnings in 2 connectors</h1>');
    expect(page).toContain(
      '<a href="#c2"><bdi>Till</bdi></a> <code>till/connector.rb</code></th><td class="none">0</td>',
    );
    expect(readPage(page).links).toContain("#c1");
  });

  test("tells only what is new where it was compared", () => {
    const { report } = shop;
    const baseline = { unchanged: report.findings, fixed: report.findings.slice(1) };
    const page = render([{ ...shop, report: { ...report, baseline } }]);

    expect(page).toContain("1 error, 2 warnings, new</h1>");
    expect(page).toContain("<li>2 fixed, 3 as before</li>");
  });

  test("folds what waivers set aside, and what is wrong with them", () => {
    const bad = {
      ...waiver,
      ruleId: "made/up",
      reason: null,
      until: null,
      state: "unknown-rule",
      count: 0,
    } as const;
    const finding = { ...shop.findings[0]!, ruleId: waiver.ruleId, message: "No hint." };
    const page = render([
      { ...withWaivers(shop, [waiver, bad]), waived: [{ finding, source: "code", reason: waiver.reason }] },
    ]);

    expect(page).toContain("<summary>2 waivers: 1 finding set aside</summary>");
    expect(page).toContain("<td>1 finding, until 2027-03-31</td><td>Everybody knows.</td>");
    expect(page).toContain(
      "<td><code>made/up</code></td><td><code>shop/connector.rb:3</code></td><td>unknown rule</td><td></td>",
    );
    expect(texts(page, "message")).toContain("No hint.");
    readPage(page);
  });

  test("folds many findings of a rule, keeps to its length and counts what is left out", () => {
    const findings = Array.from({ length: 1000 }, (_, index) => ({
      ruleId: "security/secret",
      message: `Secret number ${index}.`,
      at: "title",
    }));
    const result = sampleResult({ source, findings });

    expect(render([result])).toContain("<summary>990 more</summary>");
    const page = render([withWaivers(result, [waiver])], 5000);
    const shown = texts(page, "message");
    expect(shown.join("").length).toBeLessThan(5000);
    expect(page).toContain(`<p>${1001 - shown.length} more findings did not fit here`);
    readPage(page);
  });

  test("runs nothing and loads nothing", () => {
    const page = render([shop]);
    const style = /<style>([^<]*)<\/style>/.exec(page)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");

    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\sstyle=|\son\w+=/);
  });

  const markup = array(
    constantFrom(...Array.from("<>\"'`&#;=/!- \n\t\0\u202e\ud800é😀a"), "</pre>", "<script>", "-->"),
    {
      maxLength: 20,
    },
  ).map((pieces) => pieces.join(""));
  const text = oneof(markup, string({ unit: "binary", maxLength: 30 }));

  test("lets any text in any field be nothing but text", () => {
    const fields = record({
      code: text,
      file: text,
      title: text,
      message: text,
      path: text,
      fix: text,
      inserted: text,
      related: text,
      reason: text,
      until: text,
      rule: text,
    });
    assert(
      property(
        fields,
        ({ code, file, title, message, path, fix, inserted, related, reason, until, rule }) => {
          const size = Buffer.byteLength(code);
          const span = { start: Math.floor(size / 3), end: size };
          const result = sampleResult({
            file,
            title,
            source: code,
            findings: [
              {
                ruleId: "security/secret",
                message,
                at: span,
                path,
                fix: { title: fix, safety: "safe", edits: [{ span, text: inserted }] },
                related: [{ span, message: related }],
              },
            ],
          });
          const finding = { ...result.report.findings[0]!, ruleId: rule };
          const page = render([
            {
              ...result,
              report: {
                ...result.report,
                findings: [...result.report.findings, finding],
                waivers: [{ ...waiver, ruleId: rule, file, reason, until }],
              },
              waived: [{ finding: { ...result.findings[0]!, ruleId: rule }, source: "code", reason }],
            },
          ]);

          readPage(page);
          // oxlint-disable-next-line no-control-regex -- just these
          expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\ud800](?![\udc00-\udfff])/);
          expect(texts(page, "message")[0]!.replaceAll("`", "")).toBe(
            toOneLine(shorten(message, 600)).replaceAll("`", ""),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
