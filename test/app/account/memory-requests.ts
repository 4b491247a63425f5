import type { AccountPorts } from "../../../app/account/ports.ts";
import type { Comment, Reaction } from "../../../app/github/comments.ts";
import type { Issue } from "../../../app/github/issues.ts";
import { policyText } from "./requests.ts";

interface Remark extends Comment {
  readonly issue: number;
  readonly reactions: Set<Reaction>;
}

/** GitHub as far as requests for accounts see it, in memory: fast enough for thousands of stories. */
export interface MemoryRequests {
  readonly ports: AccountPorts;
  readonly issues: Map<number, Issue>;
  readonly remarks: Remark[];
  readonly files: Map<string, string>;
  writes(): number;
  /** The n-th write from now fails, before or after it is done; everything after it works again. */
  failAt(write: number, isDone: boolean): void;
  openIssue(author: string, body: string): Issue;
  change(number: number, changes: Partial<Issue>): void;
  say(number: number, author: string, body: string): Remark;
  edit(remark: Remark, body: string): void;
  remove(remark: Remark): void;
}

const app = "connector-gate[bot]";
export const owners = new Map([
  ["acme-tools", { login: "acme-tools", id: 42, type: "Organization" as const }],
  ["evil", { login: "evil", id: 666, type: "Organization" as const }],
  ["ann", { login: "ann", id: 7, type: "User" as const }],
]);

export function createMemoryRequests(): MemoryRequests {
  const issues = new Map<number, Issue>();
  let remarks: Remark[] = [];
  const files = new Map([[".github/connector-gate.yml", policyText]]);
  let time = Date.parse("2026-01-05T09:00:00Z") / 1000;
  let lastId = 100;
  let commits = 0;
  let writes = 0;
  let failure: { at: number; isDone: boolean } | null = null;

  const branch = () => ({ name: "main", sha: `commit-${commits}` });

  async function write<Result>(work: () => Result): Promise<Result> {
    writes++;
    time++;
    const fault = failure?.at === writes ? failure : null;
    if (fault) failure = null;
    if (fault && !fault.isDone) throw Object.assign(new Error("Bad Gateway"), { status: 502 });
    const result = work();
    if (fault) throw Object.assign(new Error("Bad Gateway"), { status: 502 });
    return result;
  }

  function addRemark(issue: number, author: string, body: string): Remark {
    const isOurs = author === app;
    const remark: Remark = {
      id: ++lastId,
      nodeId: `IC_${lastId}`,
      issue,
      author,
      body,
      isOurs,
      isBot: isOurs,
      isEdited: false,
      createdAt: ++time,
      updatedAt: time,
      answers: 0,
      reactions: new Set(),
    };
    remarks.push(remark);
    return remark;
  }

  function replace(remark: Remark, changes: Partial<Remark>): void {
    remarks = remarks.map((other) => (other.id === remark.id ? { ...other, ...changes } : other));
  }

  function change(number: number, changes: Partial<Issue>): void {
    const issue = issues.get(number);
    if (issue) issues.set(number, { ...issue, ...changes });
    time++;
  }

  const ports: AccountPorts = {
    issues: {
      read: async (number) => issues.get(number) ?? null,
      open: async () => [...issues.values()].filter(({ isOpen }) => isOpen),
      create: () => Promise.reject(new Error("nobody asks for this")),
      edit: () => Promise.reject(new Error("nobody asks for this")),
      reopen: () => Promise.reject(new Error("nobody asks for this")),
      close: (number) => write(() => change(number, { isOpen: false })),
    },
    comments: {
      list: async (number) => remarks.filter(({ issue }) => issue === number),
      create: (number, body) => write(() => void addRemark(number, app, body)),
      update: (id, body) =>
        write(() => {
          const remark = remarks.find((other) => other.id === id);
          if (remark) replace(remark, { body, isEdited: true, updatedAt: time });
        }),
      react: (id, reaction) =>
        write(() => {
          const remark = remarks.find((other) => other.id === id);
          remark?.reactions.add(reaction);
          if (remark) replace(remark, { answers: remark.reactions.size });
        }),
      isAnswered: async (id) => (remarks.find((other) => other.id === id)?.reactions.size ?? 0) > 0,
      permissionOf: async () => "read",
    },
    labels: {
      add: (number, { name }) =>
        write(() => change(number, { labels: [...(issues.get(number)?.labels ?? []), name] })),
      remove: (number, name) =>
        write(() =>
          change(number, { labels: issues.get(number)?.labels.filter((label) => label !== name) ?? [] }),
        ),
    },
    files: {
      find: async (path) => toFile(files.get(path)),
      read: async ({ sha }) => new TextEncoder().encode(files.get(sha) ?? ""),
    },
    branches: {
      defaultBranch: async () => branch(),
      find: async () => branch(),
      folder: async (path) =>
        [...files.keys()]
          .filter((name) => name.startsWith(`${path}/`))
          .map((name) => ({ name: name.slice(path.length + 1), sha: name })),
      point: () => Promise.reject(new Error("nobody asks for this")),
      pullFrom: async () => null,
      propose: () => Promise.reject(new Error("nobody asks for this")),
    },
    commits: {
      commit: ({ parent, files: added }) =>
        write(() => {
          if (parent !== branch().sha) throw Object.assign(new Error("not a fast forward"), { status: 422 });
          for (const { path, bytes } of added) files.set(path, new TextDecoder().decode(bytes));
          commits++;
          return { sha: branch().sha };
        }),
    },
    merges: { close: () => Promise.reject(new Error("nobody asks for this")) },
    organisations: {
      find: async (login) => owners.get(login.toLowerCase()) ?? null,
      isPublicMember: async () => false,
    },
    teams: { members: async () => new Set(["grace", "henry"]) },
  };

  return {
    ports,
    issues,
    get remarks() {
      return remarks;
    },
    files,
    writes: () => writes,
    failAt(at, isDone) {
      failure = { at: writes + at, isDone };
    },
    openIssue(author, body) {
      const number = issues.size + 1;
      const issue: Issue = {
        number,
        url: `https://github.com/programme/listings/issues/${number}`,
        title: "Developer account",
        body,
        author,
        isOurs: false,
        isOpen: true,
        createdAt: ++time,
        labels: [],
      };
      issues.set(number, issue);
      return issue;
    },
    change,
    say: addRemark,
    edit: (remark, body) => replace(remark, { body, isEdited: true, updatedAt: ++time }),
    remove(remark) {
      remarks = remarks.filter((other) => other.id !== remark.id);
    },
  };
}

function toFile(text: string | undefined) {
  return text === undefined ? null : { sha: text, bytes: new TextEncoder().encode(text) };
}
