import {
  accountPath,
  accountsFolder,
  type Account,
  parseAccount,
  slugOfAccountPath,
} from "../../checks/listing/account.ts";
import type { BranchPort, FolderFile } from "../github/branches.ts";
import type { GitFilePort } from "../github/git-files.ts";
import type { KnownAccounts } from "./observation.ts";

/** So many files are read at a time; after the first look, nearly all of them are known. */
const batch = 8;

/** Reads all accounts of a commit. What is no account is told apart, and what is named like none is left alone. */
export async function readAccounts(
  commit: string,
  branches: Pick<BranchPort, "folder">,
  files: Pick<GitFilePort, "read">,
): Promise<KnownAccounts> {
  const accounts: Account[] = [];
  const broken: { path: string; reason: string }[] = [];
  const found = (await branches.folder(accountsFolder, commit)).filter(({ name }) => /\.ya?ml$/i.test(name));

  async function readOne({ name, sha }: FolderFile): Promise<void> {
    const path = `${accountsFolder}/${name}`;
    const slug = slugOfAccountPath(path);
    if (slug === null) {
      broken.push({ path, reason: "its name must be a slug and `.yml`" });
      return;
    }
    const parsed = parseAccount(await files.read({ sha }));
    if (!parsed.ok) {
      const [problem] = parsed.problems;
      broken.push({ path, reason: `line ${problem?.line ?? 1}: ${problem?.message ?? "it cannot be read"}` });
    } else if (parsed.value.slug === slug) {
      accounts.push(parsed.value);
    } else {
      broken.push({ path, reason: `its slug must be that of its name, \`${slug}\`` });
    }
  }

  for (let start = 0; start < found.length; start += batch)
    await Promise.all(found.slice(start, start + batch).map(readOne));
  return {
    accounts: accounts.toSorted((a, b) => (accountPath(a.slug) < accountPath(b.slug) ? -1 : 1)),
    broken: broken.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
