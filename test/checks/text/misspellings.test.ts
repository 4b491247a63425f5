import { expect, test } from "vitest";

import { misspellingsIn } from "../../../checks/text/misspellings.ts";

test.each([
  ["a word", "Recieve invoices", [{ word: "Recieve", right: "Receive" }]],
  [
    "two words",
    "the adress is seperate",
    [
      { word: "adress", right: "address" },
      { word: "seperate", right: "separate" },
    ],
  ],
  ["a word before a full stop", "Enter the adress.", [{ word: "adress", right: "address" }]],
  ["an apostrophe", "It doesnt matter", [{ word: "doesnt", right: "doesn't" }]],
  ["words that are right", "Receive the separate address of the licence, or license", []],
  ["a part of a name", "recieved_at, adress.line, https://acme.com/recieve and @adress", []],
  ["a part of code", "{recieve}, $recieve, %recieve%, \\recieve, recieve(), recieve[0], Reciever::Lead", []],
  ["code in backticks", "Sends `the recieved date` as it is", []],
  ["a name of a product", "Recieve® and Recieve™", []],
  ["brackets", "the adress(es)", [{ word: "adress", right: "address" }]],
  ["a name in capitals", "The field RECIEVED", []],
])("finds in %s what is misspelt", (_what, text, expected) => {
  expect(misspellingsIn(text)).toEqual(expected);
});
