import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";

import { compareVersions, isPrerelease, parseVersion } from "../../../checks/listing/version.ts";

const version = (text: string) => parseVersion(text)!;

describe("parseVersion", () => {
  test.each(["0.0.0", "1.2.3", "1.0.0-rc.1", "1.0.0-0a", "1.0.0+build.5", "10.20.30-x-y.7+sha.ab"])(
    "accepts %s",
    (text) => {
      expect(parseVersion(text)?.text).toBe(text);
    },
  );

  test.each([
    "",
    "1",
    "1.2",
    "01.2.3",
    "1.2.3-",
    "1.2.3-01",
    "v1.2.3",
    "1.2.3 ",
    "1.2.3\n",
    "1.2.3-é",
    `1.2.${"9".repeat(200)}`,
  ])("refuses %j", (text) => {
    expect(parseVersion(text)).toBeNull();
  });
});

describe("compareVersions", () => {
  test("follows the order that SemVer gives as its example", () => {
    const ordered = [
      "0.9.9",
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-rc.1",
      "1.0.0",
      "1.0.1",
      "1.2.0",
      "1.10.0",
      "2.0.0",
    ];

    for (const [i, a] of ordered.entries()) {
      for (const [j, b] of ordered.entries()) {
        expect(Math.sign(compareVersions(version(a), version(b)))).toBe(Math.sign(i - j));
      }
    }
  });

  test("does not look at build metadata", () => {
    expect(compareVersions(version("1.0.0+a"), version("1.0.0+b"))).toBe(0);
  });

  test("is an order", () => {
    const part = fc.constantFrom("0", "1", "2", "10");
    const identifier = fc.constantFrom("0", "2", "11", "a", "b", "a-1");
    const versions = fc
      .tuple(part, part, part, fc.array(identifier, { maxLength: 3 }))
      .map(([a, b, c, pre]) => version(`${a}.${b}.${c}${pre.length > 0 ? `-${pre.join(".")}` : ""}`));

    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
        const [first, , last] = [a, b, c].sort(compareVersions);
        expect(compareVersions(first!, last!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test("knows pre-releases", () => {
  expect(isPrerelease(version("1.0.0-rc.1"))).toBe(true);
  expect(isPrerelease(version("1.0.0+build"))).toBe(false);
});
