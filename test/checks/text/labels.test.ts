import { describe, expect, test } from "vitest";

import { badWordIn, betterLabel, derivedLabel } from "../../../checks/text/labels.ts";

describe("derivedLabel", () => {
  test.each([
    ["splits at underscores", "first_name", "First name"],
    ["splits where capitals begin", "firstName", "First name"],
    ["writes ids and addresses in capitals", "customer_id", "Customer ID"],
    ["writes an address in capitals", "websiteUrl", "Website URL"],
    ["keeps words in capitals", "SKU", "SKU"],
    ["splits between capitals and a word", "XMLFile", "XML file"],
    ["splits at digits", "address1", "Address 1"],
    ["gives nothing for nothing", "__", ""],
    ["leaves accents as they are", "prénom", "Prénom"],
  ])("%s", (_name, name, label) => {
    expect(derivedLabel(name)).toBe(label);
  });
});

describe("badWordIn", () => {
  test.each([
    ["an acronym in small letters", "Send sms", { word: "sms", better: "SMS", kind: "acronym" }],
    ["a shortened word", "Cust name", { word: "Cust", better: "customer", kind: "short" }],
    ["several of an acronym", "Job ids", { word: "ids", better: "IDs", kind: "acronym" }],
    ["nothing in plain words", "First name", null],
    ["nothing in capitals", "API key", null],
  ])("finds %s", (_name, label, expected) => {
    expect(badWordIn(label)).toEqual(expected);
  });
});

test("betterLabel writes bad words out, in sentence case", () => {
  expect(betterLabel("Cust addr")).toBe("Customer address");
  expect(betterLabel("Api key")).toBe("API key");
});
