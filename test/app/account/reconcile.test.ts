import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { email, formText, policyText, reactionsTo, type Requests, startRequests } from "./requests.ts";

let requests: Requests;

async function start(policy?: string): Promise<void> {
  requests = await startRequests(policy);
}

beforeEach(() => start());
afterEach(() => requests.github.close());

const accountFile = `# yaml-language-server: $schema=https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas/account.json
slug: tools-of-acme
company: Tools of Acme, Inc.
owners:
  - login: acme-tools
    id: OWNER
    type: Organization
approved:
  by: grace
  at: 2026-01-05
  issue: 1
`;

function expectedFile(): string {
  return accountFile.replace("OWNER", String(requests.github.world.user("acme-tools").id));
}

describe("a request", () => {
  test("that is complete hears when it is decided, by whom and what about", async () => {
    const ticket = await requests.open();

    expect(requests.told(ticket)).toHaveLength(1);
    expect(requests.told(ticket)[0])
      .toBe(`**This request is complete.** It is decided by **Thursday, 8 January 2026**.

| What | As the app reads it |
| :-- | :-- |
| Company | Tools of Acme, Inc. |
| Submits from | the organisation [acme-tools](https://github.example/acme-tools), number ${requests.github.world.user("acme-tools").id} on GitHub |
| Asked by | \`ann\`, who is not shown as a member of it |
| Account | \`tools-of-acme\`, unless those who decide name another |

\`@programme/partners\`, \`@zoe\` decide with \`/approve-account [slug]\` or \`/decline-account <reason>\`.
`);
    expect(ticket.labels).toEqual(["account: requested"]);
    expect(ticket.state).toBe("open");
  });

  test("with more comments than are read is written to no more", async () => {
    const ticket = await requests.open();
    for (let index = 0; index < 1000; index++) requests.listings.comment(ticket, "mallory", "Me, too!");
    await requests.say(ticket, "grace", "/approve-account");
    expect(requests.told(ticket)[0]).toContain("more comments than the app reads");
    requests.setTime("2026-01-09T10:00:00Z");

    expect(await requests.look(ticket)).toMatchObject({ kind: "done", writes: 0 });
    expect(requests.told(ticket)).toHaveLength(1);
  });

  test("that lacks something hears what, in one comment that follows every edit", async () => {
    const ticket = await requests.open({ email: "ann@gmail.com", owner: "", overview: "A connector." });

    expect(requests.told(ticket)[0]).toContain(`- **Work email** is with a provider that takes anyone;`);
    expect(requests.told(ticket)[0]).toContain("- **GitHub organisation or user** is missing.");
    expect(requests.told(ticket)[0]).toContain("- **Overview** is too short to decide by;");
    expect(ticket.labels).toEqual(["account: requested"]);

    requests.setTime("2026-01-09T10:00:00Z");
    requests.listings.editIssue(ticket, "ann", formText());
    await requests.look(ticket);

    expect(requests.told(ticket)).toHaveLength(1);
    expect(requests.told(ticket)[0]).toContain("It is decided by **Tuesday, 13 January 2026**.");
  });

  test("for somebody who is not on GitHub, or has an account, says so", async () => {
    const nobody = await requests.open({ owner: "acme-tolls" });
    expect(requests.told(nobody)[0]).toContain("- **GitHub organisation or user** is nobody on GitHub;");

    const first = await requests.open();
    await requests.say(first, "grace", "/approve-account");
    const second = await requests.open({ owner: "https://github.com/Acme-Tools/" }, "bob");

    expect(requests.told(second)[0]).toContain("has an account already: `tools-of-acme`");
  });

  test("for an owner that is asked for already waits, and is looked at again once that is over", async () => {
    const first = await requests.open();
    const second = await requests.open({ owner: "ACME-TOOLS" }, "bob");
    expect(requests.told(second)[0]).toContain("is asked for in #1 already");
    expect(requests.told(first)[0]).toContain("This request is complete");

    await requests.say(first, "grace", "/decline-account Not you.");

    expect(requests.told(second)[0]).toContain("This request is complete");
  });

  test("is told apart from other issues, from pull requests, and from issues elsewhere", async () => {
    const other = requests.listings.openIssue("ann", "A question", "### Company name\n\nAcme");
    await requests.look(other);
    await start("role: connectors\n");
    const elsewhere = await requests.open();

    expect(requests.told(other)).toEqual([]);
    expect(requests.told(elsewhere)).toEqual([]);
  });

  test("is still one when its author takes the form away", async () => {
    const ticket = await requests.open();
    requests.listings.editIssue(ticket, "ann", "Never mind.");
    await requests.look(ticket);

    expect(requests.told(ticket)[0]).toContain("- **Company name** is missing.");
  });

  test("writes nothing the second time", async () => {
    const ticket = await requests.open();
    requests.github.forget();
    const outcome = await requests.look(ticket);

    expect(requests.github.count().writes).toBe(0);
    expect(outcome).toMatchObject({ kind: "done", writes: 0 });
    expect(requests.github.count().reads).toBeLessThanOrEqual(14);
  });

  test("hears that nobody is named, that a team is hidden, and that an account's file is broken", async () => {
    requests.listings.commit("main", {
      ".github/connector-gate.yml": 'role: listings\naccounts: { decided-by: ["@programme/nobody"] }\n',
      "accounts/old.yml": "slug: old\n",
      "accounts/README.md": "# Accounts\n",
    });
    const ticket = await requests.open();
    expect(requests.told(ticket)[0]).toContain("⚠️ The members of `@programme/nobody` cannot be read");
    expect(requests.told(ticket)[0]).toContain("⚠️ `accounts/old.yml` is no account: line 1: ");

    await requests.say(ticket, "grace", "/approve-account");
    expect(requests.told(ticket)[1]).toContain("cannot be read, so the app cannot tell who may decide");

    requests.listings.commit("main", { ".github/connector-gate.yml": "role: listings\n" });
    await requests.look(ticket);
    expect(requests.told(ticket)[0]).toContain("⚠️ **Nobody is named to decide.**");
  });

  test("waits while the policy cannot be used, and nothing is decided then", async () => {
    await start(`${policyText}reviewer: {}\n`);
    const ticket = await requests.open();
    const approval = await requests.say(ticket, "grace", "/approve-account");

    expect(requests.told(ticket)[0]).toContain(
      "`.github/connector-gate.yml`, cannot be used, so nothing can be decided until its maintainers mend it. Line 4: &#96;reviewer&#96; is not a known key",
    );
    expect(reactionsTo(approval)).toEqual(["confused"]);
    expect(requests.told(ticket)[1]).toContain("The policy cannot be used; nothing is decided");
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
  });
});

describe("an approval", () => {
  test("writes the account, welcomes and closes", async () => {
    const ticket = await requests.open();
    const approval = await requests.say(ticket, "grace", "Looks good.\n\n/approve-account");

    expect(requests.file("accounts/tools-of-acme.yml")).toBe(expectedFile());
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
    expect(requests.told(ticket)).toHaveLength(2);
    expect(requests.told(ticket)[0]).toContain("**This request is approved**, by `grace`");
    expect(requests.told(ticket)[1]).toContain("with `publisher: tools-of-acme`");
    expect(reactionsTo(approval)).toEqual(["+1"]);
  });

  test("takes another slug, and refuses one that is none or taken", async () => {
    const first = await requests.open();
    await requests.say(first, "zoe", "/approve-account `acme`");
    expect(requests.file("accounts/acme.yml")).toContain("by: zoe");

    requests.github.world.user("other", "Organization");
    const second = await requests.open({ owner: "other" }, "bob");
    const taken = await requests.say(second, "grace", "/approve-account acme");
    await requests.say(second, "grace", "/approve-account ../evil");

    expect(reactionsTo(taken)).toEqual(["confused"]);
    expect(requests.told(second)[1]).toContain(
      "`accounts/acme.yml` is another account. Name another slug, such as `/approve-account acme-2`.",
    );
    expect(requests.told(second)[2]).toContain("`../evil` must be 2 to 50 lowercase letters");
    expect(second.state).toBe("open");

    await requests.say(second, "grace", "/approve-account other");
    expect(second.state).toBe("closed");
  });

  test("gives nobody the slug of a publisher whose account is gone", async () => {
    const index = { schemaVersion: 1, listings: [{ slug: "x", publisher: { slug: "tools-of-acme" } }] };
    requests.listings.commit("main", { "listings/index.json": JSON.stringify(index) });
    const ticket = await requests.open({ owner: "acme-tools" }, "eve");

    await requests.say(ticket, "grace", "/approve-account");

    expect(ticket.state).toBe("open");
    expect(requests.told(ticket)[1]).toContain(
      "`tools-of-acme` publishes connectors that are listed, and its account is gone. Name another slug, such as `/approve-account tools-of-acme-2`",
    );
  });

  test("may overrule what is for people to weigh, but not what no account can be made of", async () => {
    const free = await requests.open({ email: "ann@gmail.com" });
    await requests.say(free, "grace", "/approve-account");
    expect(free.state).toBe("closed");

    const nobody = await requests.open({ owner: "not-there" }, "bob");
    await requests.say(nobody, "grace", "/approve-account");
    expect(nobody.state).toBe("open");
    expect(requests.told(nobody)[1]).toContain("No account can be made of this request yet");
  });

  test.each<readonly [string, string, string]>([
    ["of a stranger", "mallory", "is for those whom the policy names"],
    ["of the requester", "ann", "is for those whom the policy names"],
  ])("%s counts for nothing, and is told so once", async (_, author, text) => {
    const ticket = await requests.open();
    const command = await requests.say(ticket, author, "/approve-account");
    await requests.say(ticket, author, "/approve-account please");

    expect(reactionsTo(command)).toEqual(["-1"]);
    expect(requests.told(ticket)).toHaveLength(2);
    expect(requests.told(ticket)[1]).toContain(text);
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
  });

  test("of somebody who decides counts for nothing on a request of their own", async () => {
    const ticket = await requests.open({}, "grace");
    await requests.say(ticket, "grace", "/approve-account");
    expect(requests.told(ticket)[1]).toContain("Nobody decides on a request of their own");
    expect(ticket.state).toBe("open");

    await requests.say(ticket, "henry", "/approve-account");
    expect(ticket.state).toBe("closed");
  });

  test("counts for nothing once it was edited, and is void where it was deleted before it was seen", async () => {
    const ticket = await requests.open();
    const edited = requests.listings.comment(ticket, "grace", "Hm.");
    requests.listings.editComment(edited, "mallory", "/approve-account");
    await requests.look(ticket);
    const deleted = requests.listings.comment(ticket, "grace", "/approve-account");
    requests.listings.deleteComment(deleted, "grace");
    await requests.look(ticket);

    expect(requests.told(ticket)[1]).toContain("An edited comment decides nothing.");
    expect(ticket.state).toBe("open");
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
  });

  test("stays what it is when its comment is edited or deleted afterwards", async () => {
    const ticket = await requests.open();
    const approval = await requests.say(ticket, "grace", "/approve-account");
    requests.listings.editComment(approval, "grace", "/decline-account No!");
    await requests.look(ticket);
    requests.listings.deleteComment(approval, "grace");
    requests.github.forget();
    await requests.look(ticket);

    expect(requests.github.count().writes).toBe(0);
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
  });

  test("counts for nothing where the requester changed the request while it was written", async () => {
    const ticket = await requests.open();
    requests.github.world.user("evil", "Organization");
    requests.listings.editIssue(ticket, "ann", formText({ owner: "evil" }));
    const approval = await requests.say(ticket, "grace", "/approve-account");

    expect(reactionsTo(approval)).toEqual(["confused"]);
    expect(requests.told(ticket)[1]).toContain("The request changed while you wrote");
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();

    await requests.say(ticket, "grace", "/approve-account");
    expect(requests.file("accounts/tools-of-acme.yml")).toContain("login: evil");
  });

  test("gives way to a decline, whoever was first", async () => {
    const ticket = await requests.open();
    const decline = requests.listings.comment(ticket, "henry", "/decline-account Not a customer.");
    const approval = requests.listings.comment(ticket, "grace", "/approve-account");
    await requests.look(ticket);

    expect(ticket).toMatchObject({ state: "closed", labels: ["account: declined"] });
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
    expect(reactionsTo(decline)).toEqual(["+1"]);
    expect(reactionsTo(approval)).toEqual(["confused"]);
  });

  test("is carried out once, however often it is given and looked at", async () => {
    const ticket = await requests.open();
    requests.listings.comment(ticket, "grace", "/approve-account");
    requests.listings.comment(ticket, "henry", "/approve-account acme");
    await Promise.all([requests.look(ticket), requests.look(ticket)]);
    const head = requests.listings.state.refs.get("refs/heads/main");
    await requests.look(ticket);

    expect(requests.listings.state.refs.get("refs/heads/main")).toBe(head);
    expect(requests.file("accounts/tools-of-acme.yml")).toBe(expectedFile());
    expect(requests.file("accounts/acme.yml")).toBeNull();
    expect(requests.told(ticket)).toHaveLength(2);
  });

  test("makes one account where two processes carry it out at once", async () => {
    const ticket = await requests.open();
    requests.listings.comment(ticket, "grace", "/approve-account");
    const outcomes = await Promise.all([
      requests.look(ticket),
      requests.lookElsewhere(ticket),
      requests.lookElsewhere(ticket),
    ]);
    await requests.look(ticket);

    expect(outcomes.some(({ kind }) => kind === "done")).toBe(true);
    const commits = requests.github.requests.filter(
      ({ method, path, status }) =>
        method === "PATCH" && path.endsWith("/git/refs/heads/main") && status === 200,
    );
    expect(commits).toHaveLength(1);
    expect(requests.file("accounts/tools-of-acme.yml")).toBe(expectedFile());
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
    expect(requests.listings.state.tickets.size).toBe(1);
  });

  test("of two requests for one owner at once makes one account", async () => {
    const first = await requests.open();
    const second = await requests.open({ company: "Other" }, "bob");
    requests.listings.comment(first, "grace", "/approve-account");
    requests.listings.comment(second, "grace", "/approve-account");
    await Promise.all([requests.look(first), requests.lookElsewhere(second)]);
    for (const ticket of [first, second, first, second]) await requests.look(ticket);

    const made = ["accounts/tools-of-acme.yml", "accounts/other.yml"].filter(
      (path) => requests.file(path) !== null,
    );
    expect(made).toHaveLength(1);
    expect([first.state, second.state].toSorted()).toEqual(["closed", "open"]);
  });

  test.each([
    ["the commit", /\/git\/commits$/],
    ["the branch", /\/git\/refs\/heads/],
    ["the answer", /\/issues\/comments\/\d+$/],
    ["the label", /\/issues\/\d+\/labels$/],
    ["the end", /\/issues\/\d+$/],
    ["the welcome", /\/issues\/\d+\/comments$/],
    ["the reaction", /\/reactions$/],
  ])("is completed by the next look where GitHub fails at %s, before or after the work", async (_, path) => {
    for (const after of [false, true]) {
      await start();
      const ticket = await requests.open();
      requests.listings.comment(ticket, "grace", "/approve-account");
      requests.github.fault({
        status: 502,
        after,
        when: (request) => request.method !== "GET" && path.test(request.path),
      });
      expect(await requests.look(ticket)).toMatchObject({ kind: "retry" });
      await requests.look(ticket);

      expect(requests.file("accounts/tools-of-acme.yml")).toBe(expectedFile());
      expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
      expect(requests.told(ticket).filter((text) => text.includes("Welcome"))).toHaveLength(1);
      requests.github.forget();
      await requests.look(ticket);
      expect(requests.github.count().writes).toBe(0);
      await requests.github.close();
    }
    await start();
  });

  test("leaves an approved request open that somebody opens again", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/approve-account");
    requests.listings.setIssueState(ticket, "zoe", "open");
    await requests.look(ticket);
    await requests.say(ticket, "zoe", "/decline-account Sold.");

    expect(ticket.state).toBe("open");
    expect(requests.told(ticket).at(-1)).toContain("The account exists. To take it away, remove its file");
  });
});

describe("a protected default branch", () => {
  beforeEach(() => {
    requests.listings.state.protectedBranches.add("main");
  });

  test("gets the account by a pull request, after which the request is closed", async () => {
    const ticket = await requests.open();
    const approval = await requests.say(ticket, "grace", "/approve-account");

    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
    expect(requests.file("accounts/tools-of-acme.yml", "connector-gate/account-1")).toBe(expectedFile());
    expect(requests.told(ticket)[0]).toContain("The account is there once #2 is merged");
    expect(reactionsTo(approval)).toEqual(["+1"]);
    requests.github.forget();
    await requests.look(ticket);
    expect(requests.github.count().writes).toBe(0);

    requests.listings.state.protectedBranches.delete("main");
    await requests.github.client("programme").request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
      owner: "programme",
      repo: "listings",
      pull_number: 2,
    });
    await requests.look(ticket);
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
    expect(requests.told(ticket).at(-1)).toContain("Welcome");
  });

  test("needs the pull request no more where somebody adds the file", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/approve-account");
    requests.listings.commit("main", { "accounts/tools-of-acme.yml": expectedFile() });
    await requests.look(ticket);

    expect(requests.listings.state.tickets.get(2)?.state).toBe("closed");
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
  });

  test("lets a decline take the pull request back", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/approve-account");
    await requests.say(ticket, "henry", "/decline-account We were wrong.");

    expect(requests.listings.state.tickets.get(2)?.state).toBe("closed");
    expect(ticket).toMatchObject({ state: "closed", labels: ["account: declined"] });
  });

  test("says what to do where not even that is allowed", async () => {
    const ticket = await requests.open();
    requests.github.fault({ method: "POST", path: /\/pulls$/, status: 403, times: 5 });
    const approval = await requests.say(ticket, "grace", "/approve-account");

    expect(reactionsTo(approval)).toEqual(["confused"]);
    expect(requests.told(ticket)[1]).toContain(
      "GitHub does not let the app write to `main`, nor propose it.",
    );
    expect(requests.told(ticket)[1]).toContain("slug: tools-of-acme\n");
    expect(ticket.state).toBe("open");
  });
});

describe("a decline", () => {
  test("closes with the reason", async () => {
    const ticket = await requests.open();
    const command = await requests.say(ticket, "grace", "/decline-account Not a customer of @acme.");

    expect(ticket).toMatchObject({ state: "closed", labels: ["account: declined"] });
    expect(requests.told(ticket)[1]).toContain(
      "`grace` declines this request:\n\n> Not a customer of @&#8203;acme.",
    );
    expect(reactionsTo(command)).toEqual(["+1"]);
  });

  test("needs a reason", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/decline-account");

    expect(ticket.state).toBe("open");
    expect(requests.told(ticket)[1]).toContain("Say why, such as");
  });

  test("is over once somebody opens the request again", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/decline-account Not a customer.");
    requests.listings.setIssueState(ticket, "grace", "open");
    await requests.look(ticket);

    expect(ticket).toMatchObject({ state: "open", labels: ["account: requested"] });
    expect(requests.told(ticket)[0]).toContain("This request is complete");
    await requests.say(ticket, "henry", "/approve-account");
    expect(requests.file("accounts/tools-of-acme.yml")).toContain("by: henry");
  });

  test.each([
    ["the label", /\/labels$/],
    ["the end", /\/issues\/\d+$/],
    ["the reason", /\/issues\/\d+\/comments$/],
    ["the reaction", /\/reactions$/],
  ])("is completed by the next look where GitHub fails at %s", async (_, path) => {
    const ticket = await requests.open();
    requests.listings.comment(ticket, "grace", "/decline-account Not a customer.");
    requests.github.fault({
      status: 502,
      when: (request) => request.method !== "GET" && path.test(request.path),
    });
    await requests.look(ticket);
    await requests.look(ticket);

    expect(ticket).toMatchObject({ state: "closed", labels: ["account: declined"] });
    expect(requests.told(ticket).filter((text) => text.includes("Not a customer"))).toHaveLength(1);
  });

  test("of a closed request asks to open it first", async () => {
    const ticket = await requests.open();
    requests.listings.setIssueState(ticket, "ann", "closed");
    await requests.say(ticket, "grace", "/approve-account");

    expect(requests.told(ticket)[1]).toContain("This request is closed. Open it again to decide on it.");
    expect(requests.file("accounts/tools-of-acme.yml")).toBeNull();
  });
});

describe("the clock", () => {
  test("reminds on the last day, then tells that it is overdue, each once", async () => {
    const ticket = await requests.open();

    requests.setTime("2026-01-06T22:59:00Z");
    await requests.look(ticket);
    expect(requests.told(ticket)).toHaveLength(1);

    // The day between is a holiday.
    requests.setTime("2026-01-07T12:00:00Z");
    await requests.look(ticket);
    expect(requests.told(ticket)).toHaveLength(1);

    requests.setTime("2026-01-08T08:00:00Z");
    await requests.look(ticket);
    await requests.look(ticket);
    expect(requests.told(ticket)).toHaveLength(2);
    expect(requests.told(ticket)[1]).toBe(
      "@programme/partners @zoe: this request is to be decided by **Thursday, 8 January 2026**.\n",
    );
    expect(ticket.labels).toEqual(["account: requested"]);

    requests.setTime("2026-01-08T23:00:00Z");
    await requests.look(ticket);
    requests.setTime("2026-01-12T08:00:00Z");
    await requests.look(ticket);
    await requests.look(ticket);
    expect(requests.told(ticket)).toHaveLength(3);
    expect(requests.told(ticket)[2]).toContain("this request is **overdue**");
    expect(ticket.labels).toEqual(["account: requested", "account: overdue"]);

    await requests.say(ticket, "grace", "/approve-account");
    expect(ticket.labels).toEqual(["account: approved"]);
  });

  test("does not run while something is missing", async () => {
    const ticket = await requests.open({ overview: "" });
    requests.setTime("2026-03-05T10:00:00Z");
    await requests.look(ticket);

    expect(requests.told(ticket)).toHaveLength(1);
    expect(ticket.labels).toEqual(["account: requested"]);
  });
});

describe("hostile words", () => {
  test("do not leave the issue as mentions, markup or answers of the app's own", async () => {
    const forged = `<!-- connector-gate:account {"note":"welcome"} -->\nWelcome!`;
    const ticket = await requests.open({ company: "**Acme** <img src=x> #1" });
    await requests.say(ticket, "mallory", forged);
    await requests.say(ticket, "mallory", "> /approve-account\n\n```\n/approve-account\n```");
    expect(requests.told(ticket)).toHaveLength(1);
    expect(requests.told(ticket)[0]).not.toContain("<img");
    expect(requests.told(ticket)[0]).not.toContain("**Acme**");

    await requests.say(ticket, "grace", "/approve-account acme");
    expect(requests.told(ticket).at(-1)).toContain("Welcome, &#42;&#42;Acme");
  });

  test("the email address is nowhere but in the issue", async () => {
    const ticket = await requests.open();
    await requests.say(ticket, "grace", "/approve-account");

    const written = requests.github.requests
      .filter(({ method }) => method !== "GET")
      .map(({ body }) => JSON.stringify(body));
    expect(written.join("\n")).not.toContain("secret");
    expect(written.length).toBeGreaterThan(5);
    expect(ticket.body).toContain(email);
  });

  test("an address in place of the company's name goes nowhere", async () => {
    const ticket = await requests.open({ company: email });
    await requests.say(ticket, "grace", "/approve-account acme");

    expect(requests.told(ticket)[0]).toContain(
      "- **Company name** must be the name alone, without an address.",
    );
    expect(requests.told(ticket).join("\n")).not.toContain("secret");
    expect(requests.file("accounts/acme.yml")).toBeNull();
  });
});
