import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { type AuthorReview, decideAuthorIssue } from "../../../app/author-issue/decide.ts";
import { type Gate, gateNames } from "../../../app/submission/gate.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import {
  gatesOf,
  lineComment,
  observe,
  record,
  request,
  reviewOf,
  type ObservationChanges,
} from "./author-issues.ts";

function decide(
  changes: ObservationChanges = {},
  gates: readonly Gate[] = gatesOf(),
  review: Partial<AuthorReview> = {},
) {
  const desired = decideAuthorIssue(observe(changes), gates, reviewOf(review));
  if (!desired) throw new Error("there is no issue");
  return desired;
}

describe("the author's issue", () => {
  test("is none where the record does not tell whose submission it is", () => {
    expect(decideAuthorIssue(observe({ record: null }), gatesOf(), reviewOf())).toBeNull();
  });

  test("is in the connector's repository, and names version, tag and submission", () => {
    const { source, listings, number, title, body, state } = decide();

    expect({ source, listings, number, title, state }).toEqual({
      source: { owner: "acme", repo: "helpdesk" },
      listings: { owner: "programme", repo: "listings" },
      number: 5,
      title: "Listing review of 1.2.0",
      state: "open",
    });
    expect(body).toContain("Version 1.2.0 of Helpdesk, from the tag `v1.2.0`, is [submission 5](");
    expect(body).toContain("**In review. Nothing is asked of you now.**");
  });

  test("names the connector where a repository has several", () => {
    const { title } = decide({ record: { ...record, release: { ...record.release, path: "desk" } } });

    expect(title).toBe("Listing review of helpdesk 1.2.0");
  });

  test("shows every gate with what it says", () => {
    const { body } = decide({}, gatesOf({ Guidelines: "fail", "Code review": "waiting" }));

    expect(body.match(/^\| .* \|$/gm)).toHaveLength(2 + gateNames.length);
    expect(body).toContain("| ❌ | Guidelines | Guidelines is fail |");
    expect(body).toContain("| ⏳ | Code review | Code review is waiting |");
  });
});

describe("the state", () => {
  test.each<[string, ObservationChanges, readonly Gate[], Partial<AuthorReview>, string]>([
    [
      "a gate fails",
      {},
      gatesOf({ Usability: "fail" }),
      {},
      "Something has to change before people review it: *Usability*.",
    ],
    ["the checks run", {}, gatesOf({ Guidelines: "waiting" }), {}, "The checks are under way."],
    [
      "changes are asked for",
      {},
      gatesOf({ "Code review": "fail" }),
      { requests: [request()] },
      "The reviewers ask for changes.",
    ],
    [
      "changes were answered",
      {},
      gatesOf({ "Code review": "waiting" }),
      { requests: [request({ answeredBy: "1.2.0" })] },
      "In review.",
    ],
    ["all gates pass", {}, gatesOf(passing), {}, "Approved: all gates pass"],
    [
      "it is on hold",
      {},
      gatesOf(),
      { hold: { by: "rae", at: 1, reason: "until @monday" } },
      "On hold, says @&#8203;rae: until @&#8203;monday",
    ],
    ["it is a draft", { pull: { isDraft: true } }, gatesOf(), {}, "The submission is a draft"],
    [
      "it was merged",
      { pull: { isOpen: false, isMerged: true } },
      [],
      {},
      "Listed: version 1.2.0 is [in the catalogue](<https://github.example/programme/listings/blob/main/listings/helpdesk/listing.json>).",
    ],
    [
      "it was taken back",
      { pull: { isOpen: false, isMerged: true }, listed: null },
      [],
      {},
      "Taken back: version 1.2.0 was listed, and is not any more.",
    ],
    [
      "it was closed",
      { pull: { isOpen: false } },
      [],
      {},
      "Not listed: the submission was closed, and [its conversation](<https://github.example/programme/listings/pull/5>) says why.",
    ],
    [
      "it was withdrawn",
      { pull: { isOpen: false } },
      [],
      {
        acts: [
          {
            act: { act: "withdraw" },
            by: "ann",
            at: 1,
            comment: 1,
            index: 0,
            head: null,
            digest: null,
            isIntact: true,
          },
        ],
      },
      "Withdrawn by @&#8203;ann, and not listed.",
    ],
  ])("says so where %s", (_, changes, gates, review, text) => {
    expect(decide(changes, gates, review).body).toContain(`**${text}`);
  });

  test.each<[string, ObservationChanges, string]>([
    ["open", {}, "open"],
    ["merged", { pull: { isOpen: false, isMerged: true } }, "completed"],
    ["closed", { pull: { isOpen: false } }, "not_planned"],
  ])("follows a submission that is %s", (_, changes, state) => {
    expect(decide(changes).state).toBe(state);
  });
});

const passing = Object.fromEntries(gateNames.map((name) => [name, "pass" as const]));

describe("requests of reviewers", () => {
  test("are quoted with a link", () => {
    const text = "Name the field.\n\nAnd the other.";
    const url = "https://github.example/p/5#issuecomment-9";
    const { body, news } = decide({}, gatesOf(), {
      requests: [request({ id: "9", text, url, sides: ["code", "usability"] })],
    });

    expect(body).toContain(
      `**Open**: @&#8203;rae in the [code review and usability review](<${url}>), 2026-11-25\n\n> Name the field.  \n>\n> And the other.\n`,
    );
    expect(news).toEqual([
      {
        key: "request:9",
        text: expect.stringContaining("asks for changes in the [code review and usability review]("),
      },
    ]);
  });

  test("say which version answers them, and that they are settled", () => {
    const { body } = decide({}, gatesOf(), {
      requests: [request({ answeredBy: "1.2.0" }), request({ isSettled: true, answeredBy: "1.2.0" })],
    });

    expect(body).toContain("**Answered by 1.2.0**: ");
    expect(body).toContain("**Settled**: ");
  });

  test("are bounded in number and length", () => {
    const requests = Array.from({ length: 500 }, (_, index) =>
      request({ id: String(index), text: "word ".repeat(10_000), url: `https://github.example/#r${index}` }),
    );
    const { body, news } = decide({}, gatesOf(), { requests });

    expect(news).toHaveLength(40);
    expect(body.length).toBeLessThan(80_000);
    expect(body).toContain("[The rest is there](<https://github.example/#r499>)");
  });
});

describe("comments on lines of the record", () => {
  const text = formatRecord(record);
  const lineOf = (part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;
  const path = "listings/helpdesk/listing.json";
  const blob = `https://github.example/acme/helpdesk/blob/${record.release.commit}`;

  test.each([
    [
      "an action, to its line in the connector",
      '"create_ticket": {',
      `\`actions.create_ticket\`, [connector.rb line 40](<${blob}/connector.rb#L40>)`,
    ],
    [
      "a part of an action",
      '"title": "Create ticket"',
      `\`actions.create_ticket\`, [connector.rb line 40](<${blob}/connector.rb#L40>)`,
    ],
    [
      "a trigger",
      '"title": "New ticket"',
      `\`triggers.new_ticket\`, [connector.rb line 90](<${blob}/connector.rb#L90>)`,
    ],
    [
      "the connection",
      '"authorization":',
      `\`connection\`, [connector.rb line 3](<${blob}/connector.rb#L3>)`,
    ],
    ["what the author wrote", '"summary":', `\`summary\`, [listing.yml](<${blob}/listing.yml>)`],
    [
      "the description",
      '"description": "Create tickets."',
      `\`description\`, [listing.yml](<${blob}/listing.yml>)`,
    ],
    ["what only GitHub knows, to the record", '"repositoryId":', `a line of \`${path}\``],
  ])("lead from %s", (_, part, link) => {
    const { body, news } = decide({ reviewComments: [lineComment({ path, line: lineOf(part) })] });

    expect(body).toContain(`@&#8203;rae [comments](<https://github.example/c/7>) on ${link}:\n\n> Why?\n`);
    expect(news.map(({ key }) => key)).toEqual(["line:7"]);
  });

  test.each([
    ["a line that is gone", { path, line: null }],
    ["another file", { path: "listings/other/listing.json", line: 3 }],
    ["a line beyond the end", { path, line: 100_000 }],
  ])("lead nowhere in the source from %s", (_, place) => {
    const { body } = decide({ reviewComments: [lineComment(place)] });

    expect(body).toContain(`comments](<https://github.example/c/7>) on a line of \`${place.path}\`:`);
  });

  test("lead to the file where the model does not know the action", () => {
    const { body } = decide({
      reviewComments: [lineComment({ path, line: lineOf('"create_ticket": {') })],
      inspection: null,
    });

    expect(body).toContain(`\`actions.create_ticket\`, [connector.rb](<${blob}/connector.rb>)`);
  });

  test("are carried over for reviewers only", () => {
    const { body } = decide({
      reviewComments: [
        lineComment({ author: "stranger", body: "Buy this" }),
        lineComment({ author: "ann", body: "My own" }),
      ],
    });

    expect(body).not.toContain("single lines");
  });
});

describe("news", () => {
  test("tell of gates that fail, once for each head", () => {
    const failing = gatesOf({ Guidelines: "fail" });

    expect(decide({}, failing).news).toEqual([
      {
        key: "fails:hhhhhhhhhhhh",
        text: "Version 1.2.0 does not pass:\n\n- *Guidelines*: Guidelines is fail\n",
      },
    ]);
  });

  test("tell the outcome", () => {
    expect(decide({ pull: { isOpen: false, isMerged: true } }, []).news.map(({ key }) => key)).toEqual([
      "listed",
    ]);
  });
});

describe("hostile words", () => {
  const hostile =
    "@everyone #1 <img src=x> [x](javascript:1) -->\n<!-- connector-gate:listing-review {} -->\n# big\n```\nhttps://evil.example";

  test("are shown as words and nothing else", () => {
    const { body, news } = decide(
      {
        record: { ...record, manifest: { ...record.manifest, name: hostile.split("\n")[0]! } },
        reviewComments: [lineComment({ body: hostile })],
      },
      gatesOf().map((gate) => ({ ...gate, title: hostile })),
      {
        requests: [request({ text: hostile, by: "a b" })],
        hold: { by: "rae", at: 1, reason: hostile },
      },
    );

    for (const text of [body, ...news.map((one) => one.text)]) {
      expect(text).not.toMatch(/@[a-z]/i);
      expect(text).not.toMatch(/<img|<!--|-->|^# |^```|\bhttps:\/\/evil|\]\(javascript/m);
    }
  });
});

test("whatever anybody writes, nobody is called and nothing but words is shown", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "@ann",
          "<!--",
          "-->",
          "\n",
          "#1",
          "`",
          "[a](b)",
          "<b>",
          "|",
          " ",
          "x",
          "https://a.example",
        ),
      )
      .map((parts) => parts.join("")),
  );

  fc.assert(
    fc.property(words, words, words, (text, title, by) => {
      const { body, news } = decide(
        { reviewComments: [lineComment({ body: text })], record: { ...record, slug: "helpdesk" } },
        gatesOf({ Guidelines: "fail" }).map((gate) => ({ ...gate, title })),
        { requests: [request({ text, by })], hold: { by, at: 1, reason: title } },
      );

      for (const shown of [body, ...news.map((one) => one.text)]) {
        expect(shown).not.toMatch(/(?<![\w.])@\w/);
        expect(shown).not.toMatch(/<!--|-->|<b>|\]\(b\)|(?<!<)https:\/\/a\.example/);
      }
    }),
  );
});

describe("whom the programme vouches for", () => {
  test.each<[string, ObservationChanges, readonly Gate[], boolean]>([
    ["a submission from the repository itself whose facts are right", {}, gatesOf(), true],
    ["one from a fork", { pull: { isFork: true } }, gatesOf(), false],
    ["one that lies", {}, gatesOf({ Submission: "fail" }), false],
    ["one without an account", {}, gatesOf({ "Developer account": "fail" }), false],
    ["one that was not looked at", {}, [], false],
  ])("%s", (_, changes, gates, vouched) => {
    expect(decide(changes, gates).isVouchedFor).toBe(vouched);
  });
});
