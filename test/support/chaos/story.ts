import { readFileSync } from "node:fs";
import type { FakeGitHub, FakeRepository } from "../fake-github.ts";

/** What people do to repositories, step by step; the same seed tells the same story. */
export interface Story {
  readonly steps: readonly (() => void)[];
  readonly repositories: readonly FakeRepository[];
}

export interface StoryOptions {
  readonly seed: number;
  readonly pulls: number;
  /** Installations with a repository each; the pull requests are spread over them. */
  readonly owners: number;
  readonly pushes: number;
}

const helpdesk = readFileSync(new URL("../../../examples/helpdesk/connector.rb", import.meta.url), "utf8");

/** Mulberry32: small, and the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A connector that differs from others in its title, and in how many findings it has. */
function connector(random: () => number): string {
  const lines = helpdesk.split("\n");
  const removed = Math.floor(random() * lines.length);
  const broken = random() < 0.1;
  const text = broken ? lines.slice(0, removed).join("\n") : helpdesk;
  return `# edition ${Math.floor(random() * 1e9)}\n${text}`;
}

export function createStory(github: FakeGitHub, { seed, pulls, owners, pushes }: StoryOptions): Story {
  const random = createRandom(seed);
  const repositories = Array.from({ length: owners }, (_, index) => {
    github.install(`owner-${index}`);
    return github.repository(`owner-${index}/shop`, { files: { "README.md": "# Shop\n" } });
  });
  const repositoryOf = (pull: number) => repositories[pull % owners] as FakeRepository;
  const opening = Array.from({ length: pulls }, (_, pull) => {
    const text = connector(random);
    return () => {
      const repository = repositoryOf(pull);
      const head = `change-${pull}`;
      repository.commit(head, { "connector.rb": text }, { from: "main" });
      repository.openPull({ head, base: "main", author: "ann" });
    };
  });
  const pushing = Array.from({ length: pushes }, () => {
    const pull = Math.floor(random() * pulls);
    const text = connector(random);
    return () => void repositoryOf(pull).commit(`change-${pull}`, { "connector.rb": text });
  });
  return { steps: [...opening, ...pushing], repositories };
}
