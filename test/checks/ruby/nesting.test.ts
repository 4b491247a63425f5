import { describe, expect, test } from "vitest";
import { createIsAround, createIsWithin } from "../../../checks/ruby/nesting.ts";
import { isInside } from "../../../checks/ruby/source.ts";
import { array, assert, nat, property, tuple } from "../../support/properties.ts";

const span = tuple(nat(20), nat(6)).map(([start, length]) => ({ start, end: start + length }));

describe("looking up spans", () => {
  test("finds what a look at each of them finds", () => {
    assert(
      property(array(span), span, (spans, one) => {
        expect(createIsWithin(spans)(one)).toBe(spans.some((outer) => isInside(one, outer)));
        expect(createIsAround(spans)(one)).toBe(spans.some((inner) => isInside(inner, one)));
      }),
    );
  });

  test("does not look at each of very many", () => {
    const spans = Array.from({ length: 100_000 }, (_, at) => ({ start: 2 * at, end: 2 * at + 1 }));
    const isWithin = createIsWithin(spans);
    const isAround = createIsAround(spans);

    expect(spans.every((one) => isWithin(one) && isAround(one))).toBe(true);
  });
});
