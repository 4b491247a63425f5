import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import type { ChangedFile } from "../../../app/github/pull-requests.ts";
import { classify } from "../../../app/submission/change.ts";

function file(
  path: string,
  status: ChangedFile["status"] = "added",
  previousPath: string | null = null,
): ChangedFile {
  return { path, status, previousPath, patch: null, sha: `sha of ${path}` };
}

function classified(files: readonly ChangedFile[], headRef = "submit/shop") {
  return classify({ mergeBaseSha: "m", isCut: false, files }, headRef);
}

const record = "listings/shop/listing.json";

describe("a pull request of a listings repository", () => {
  test.each<[string, readonly ChangedFile[], string]>([
    ["nothing", [], "other"],
    ["a policy", [file(".github/connector-gate.yml", "modified")], "other"],
    ["a folder whose name begins alike", [file("listings-old/x.json"), file("my/listings/x.json")], "other"],
    ["a record", [file(record)], "submission"],
    ["the index", [file("listings/index.json", "modified")], "submission"],
    ["a folder in capitals", [file("LISTINGS/shop/listing.json")], "submission"],
    ["a file in place of the folder", [file("listings")], "submission"],
    ["a record that leaves the folder", [file("old/listing.json", "renamed", record)], "submission"],
    ["a record that is taken away", [file(record, "removed")], "withdrawal"],
    [
      "a listing with its waivers that is taken away",
      [file(record, "removed"), file("listings/shop/waivers.json", "removed")],
      "withdrawal",
    ],
    [
      "two records that are taken away",
      [file(record, "removed"), file("listings/b2/listing.json", "removed")],
      "submission",
    ],
    [
      "a record that is taken away, and a document",
      [file(record, "removed"), file("README.md")],
      "submission",
    ],
    ["waivers alone that are taken away", [file("listings/shop/waivers.json", "removed")], "submission"],
    ["the index that is taken away", [file("listings/index.json", "removed")], "submission"],
  ])("with %s is one of the kind %s", (_, files, kind) => {
    expect(classified(files).kind).toBe(kind);
  });

  test("is about the record of its branch, and everything else strays", () => {
    const files = [file("listings/aa/listing.json"), file(record), file("README.md")];

    expect(classified(files)).toEqual({
      kind: "submission",
      slug: "shop",
      sha: `sha of ${record}`,
      strays: ["listings/aa/listing.json", "README.md"],
    });
  });

  test.each([
    "listings/a/listing.json",
    "listings/Shop/listing.json",
    "listings/../listing.json",
    "listings/shop/x/listing.json",
  ])("has no record in %s", (path) => {
    expect(classified([file(path)])).toMatchObject({ kind: "submission", slug: null });
  });

  test("is unclear where GitHub does not list all files, or knows nothing to compare with", () => {
    expect(classify({ mergeBaseSha: "m", isCut: true, files: [] }, "x")).toEqual({ kind: "unclear" });
    expect(classify(null, "x")).toEqual({ kind: "unclear" });
  });

  test("never passes for something else when it touches a listing", () => {
    const path = fc.constantFrom(record, "listings/index.json", "Listings/a", "README.md", "accounts/a.yml");
    const status = fc.constantFrom<ChangedFile["status"]>("added", "removed", "modified", "renamed");
    fc.assert(
      fc.property(fc.array(fc.tuple(path, status, fc.option(path)), { maxLength: 6 }), (entries) => {
        const files = entries.map(([name, how, before]) => file(name, how, before));
        const touches = files.some(
          (one) => /^listings/i.test(one.path) || /^listings/i.test(one.previousPath ?? ""),
        );
        expect(classified(files).kind === "other").toBe(!touches);
      }),
    );
  });
});
