import { createServer } from "node:http";
import { createNodeMiddleware, createProbot, type Probot } from "probot";

/** What most apps do: Probot's own middleware, and a handler that creates the check run inside of the request. */
function stockApp(app: Probot): void {
  app.on(["pull_request.opened", "pull_request.synchronize"], async ({ octokit, payload }) => {
    await octokit.rest.checks.create({
      owner: payload.repository.owner.login,
      repo: payload.repository.name,
      name: "Connector guidelines",
      head_sha: payload.pull_request.head.sha,
      status: "queued",
    });
  });
}

const middleware = await createNodeMiddleware(stockApp, { probot: createProbot() });
const server = createServer((request, response) => void middleware(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ msg: "listening", port })}\n`);
});
process.on("SIGTERM", () => process.exit(0));
