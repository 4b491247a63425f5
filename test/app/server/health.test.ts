import { afterEach, expect, test } from "vitest";
import { createHealth, createReadiness } from "../../../app/server/health.ts";
import { type RunningServer, startServer } from "../../../app/server/server.ts";

const empty = { waiting: 0, running: 0, dead: 0 };
let server: RunningServer | null = null;

afterEach(() => server?.close());

async function ask(path: string, ready: Parameters<typeof createReadiness>[0]) {
  server = await startServer({
    host: "127.0.0.1",
    port: 0,
    routes: new Map([
      ["/healthz", createHealth()],
      ["/readyz", createReadiness(ready)],
    ]),
    onError: () => {},
  });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}?probe`);
  return [response.status, (await response.text()).trim()];
}

test("is alive as long as it answers", async () => {
  const broken = { queue: { stats: () => Promise.reject(new Error("gone")) }, isStopping: () => true };

  expect(await ask("/healthz", broken)).toEqual([200, "ok"]);
});

test.each([
  ["ready while the queue answers", async () => empty, false, [200, "ready"]],
  [
    "not ready while the queue does not answer",
    () => Promise.reject(new Error("gone")),
    false,
    [503, "the queue does not answer"],
  ],
  ["not ready while it stops", async () => empty, true, [503, "stopping"]],
])("is %s", async (_what, stats, stopping, answer) => {
  expect(await ask("/readyz", { queue: { stats }, isStopping: () => stopping })).toEqual(answer);
});

test("says in one line that a port is taken", async () => {
  server = await startServer({ host: "127.0.0.1", port: 0, routes: new Map(), onError: () => {} });
  const again = startServer({ host: "127.0.0.1", port: server.port, routes: new Map(), onError: () => {} });

  await expect(again).rejects.toThrow(
    /^cannot listen on 127\.0\.0\.1:\d+ \(.*EADDRINUSE.*\); set HOST and PORT to others$/,
  );
});

test("answers a defect with 500 and says nothing of it", async () => {
  const errors: unknown[] = [];
  const routes = new Map([["/", async () => Promise.reject(new Error("inner workings"))]]);
  server = await startServer({ host: "127.0.0.1", port: 0, routes, onError: (error) => errors.push(error) });

  const response = await fetch(`http://127.0.0.1:${server.port}/`);

  expect([response.status, await response.text()]).toEqual([500, "something went wrong here\n"]);
  expect(errors).toEqual([new Error("inner workings")]);
});
