import { expect, test } from "vitest";
import { createPatientFetch } from "../../../app/queue/patient-fetch.ts";

/** A source that answers when the test says so. */
function createSource() {
  const asked: PromiseWithResolvers<string | undefined>[] = [];
  const givenBack: string[] = [];
  const patient = createPatientFetch<string>(
    (block) => {
      const question = Promise.withResolvers<string | undefined>();
      if (block) asked.push(question);
      else question.resolve(undefined);
      return question.promise;
    },
    async (item) => void givenBack.push(item),
  );
  return { patient, asked, givenBack };
}

test("asks again until there is something", async () => {
  const { patient, asked } = createSource();
  const next = patient.next(new AbortController().signal);
  asked[0]?.resolve(undefined);
  await new Promise((resolve) => setImmediate(resolve));
  asked[1]?.resolve("a");

  expect(await next).toBe("a");
  expect(asked).toHaveLength(2);
});

test("gives back what comes after the asker left", async () => {
  const { patient, asked, givenBack } = createSource();
  const leave = new AbortController();
  const next = patient.next(leave.signal);
  leave.abort();
  asked[0]?.resolve("a");
  await new Promise((resolve) => setImmediate(resolve));

  expect(await next).toBeNull();
  expect(givenBack).toEqual(["a"]);
});

test("hands the answer to who asks after the first asker left, and only to them", async () => {
  const { patient, asked, givenBack } = createSource();
  const leave = new AbortController();
  const first = patient.next(leave.signal);
  leave.abort();
  const second = patient.next(new AbortController().signal);
  asked[0]?.resolve("a");

  expect([await first, await second]).toEqual([null, "a"]);
  expect(givenBack).toEqual([]);
  expect(asked).toHaveLength(1);
});

test("passes a failure on and can be asked again", async () => {
  const { patient, asked } = createSource();
  const first = patient.next(new AbortController().signal);
  asked[0]?.reject(new Error("connection lost"));
  await expect(first).rejects.toThrow("connection lost");

  const second = patient.next(new AbortController().signal);
  asked[1]?.resolve("a");

  expect(await second).toBe("a");
});

test("looks once without a signal, and never again once it is closed", async () => {
  const { patient, asked } = createSource();
  const once = await patient.next();
  const waiting = patient.next(new AbortController().signal);
  patient.close();

  expect([once, await waiting, await patient.next()]).toEqual([null, null, null]);
  expect(asked).toHaveLength(1);
});
