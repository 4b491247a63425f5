import type { Command } from "./command.ts";

export const recheck: Command = {
  name: "recheck",
  summary: "Runs the checks again on the head commit.",
  usage: "/recheck",
  permission: "triage",
  // The reconciler looks for this command before it begins, and has done what it asks for by now.
  run: async () => ({ react: "+1" }),
};
