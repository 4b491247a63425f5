import { z } from "zod";
import { indexPath } from "../../checks/listing/catalogue/catalogue-index.ts";
import type { GitFilePort } from "../github/git-files.ts";

/** As much of the index as matters here, whatever version wrote it. */
const Index = z.object({ listings: z.array(z.object({ publisher: z.object({ slug: z.string() }) })) });

/** The accounts that the catalogue names as publishers, also those whose file is gone. */
export async function readPublishers(
  commit: string,
  files: Pick<GitFilePort, "find">,
): Promise<ReadonlySet<string>> {
  const found = await files.find(indexPath, commit);
  if (!found) return new Set();
  try {
    const parsed = Index.safeParse(JSON.parse(new TextDecoder().decode(found.bytes)));
    return new Set(parsed.success ? parsed.data.listings.map(({ publisher }) => publisher.slug) : []);
  } catch {
    return new Set();
  }
}
