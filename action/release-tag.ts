import { isTag } from "../checks/listing/tag.ts";
import type { RunContext } from "./run-context.ts";
import { UserError } from "./user-error.ts";

const publishedActions = ["published", "released", "prereleased"];

/** The tag whose push, release or dispatch started the run; any other event, and any fork, is refused. */
export function releaseTag(context: RunContext): string {
  const { eventName, event, ref, repository } = context;
  if (eventName.startsWith("pull_request")) {
    throw new UserError(
      `The mode submit never runs for ${eventName}: start it from a tag or a published release.`,
    );
  }
  if (event.repository?.fork === true) {
    throw new UserError(
      `${repository} is a fork: a connector is submitted from the repository it belongs to.`,
    );
  }
  const tag = tagOf(context);
  if (tag === null) {
    throw new UserError(
      `The mode submit needs a tag, and this is the event ${eventName}${action(event.action)} for ${ref || "no reference"}: ` +
        "start it by `on: release: types: [published]` or `on: push: tags`.",
    );
  }
  if (!isTag(tag)) {
    throw new UserError(
      `The tag ${JSON.stringify(tag.slice(0, 100))} can't be submitted: only letters, digits and . _ + - / @ are taken in tags.`,
    );
  }
  return tag;
}

function tagOf({ eventName, event, ref }: RunContext): string | null {
  if (eventName === "release") {
    const published = publishedActions.includes(event.action ?? "") && event.release?.draft !== true;
    return published ? (event.release?.tag_name ?? null) : null;
  }
  if (eventName !== "push" && eventName !== "workflow_dispatch") return null;
  if (event.deleted === true) return null;
  return ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : null;
}

function action(name: string | undefined): string {
  return name === undefined ? "" : ` (${name})`;
}
