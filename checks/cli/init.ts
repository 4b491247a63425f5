import { isatty } from "node:tty";
import type { ConnectorProject } from "../project.ts";
import { firstManifest, type FirstManifest } from "../listing/first-manifest.ts";
import { manifestFile } from "../listing/parse-manifest.ts";
import { manifestPath } from "../listing/project-manifest.ts";
import { toOneLine } from "../report/escape.ts";
import { type Given, hasOption } from "./arguments.ts";
import { askManifest } from "./ask-manifest.ts";
import { exitCodes } from "./exit-codes.ts";
import { findConnectors } from "./find-connectors.ts";
import type { Host } from "./host.ts";
import { readProject } from "./read-project.ts";
import { UserError } from "./user-error.ts";
import { configText, workflowText } from "./workflow-text.ts";
import { writeNew } from "./write-new.ts";

/** `connector-gate init`: writes the first files of a project. A file that is there is never changed. */
export async function runInit(given: Given, { root, terminal }: Host): Promise<number> {
  const asks = !hasOption(given, "yes");
  if (asks && !(isatty(0) && isatty(1))) {
    throw new UserError("`init` asks questions, and this is no terminal; add `--yes` to write what is known");
  }
  const { checker, connectors, problems } = await findConnectors(root, ["."]);
  const projects = connectors.filter(({ isProject }) => isProject);
  if (projects.length === 0) {
    throw new UserError(
      problems[0] ?? "no `connector.rb` here; name the connector's file so, and run this again",
    );
  }

  const written: [file: string, isNew: boolean][] = [];
  for (const { file, isProject } of projects) {
    const read = readProject(root, file, isProject);
    if (!read.ok) throw new UserError(`${toOneLine(file)}: ${read.problem}`);
    const { project } = read;
    const target = manifestPath(project);
    const exists = project.files?.has(manifestFile) ?? false;
    const known = factsOf(project, checker.inspect(file, project.source));
    const answers = asks && !exists ? await askManifest(target, known) : {};
    if (answers === null) throw new UserError("cancelled; nothing more was written");
    written.push([target, writeNew(root, target, firstManifest({ ...known, ...answers }))]);
  }
  const config = configText(projects.map(({ file }) => folderOf(file)));
  written.push([".github/connector-gate.yml", writeNew(root, ".github/connector-gate.yml", config)]);
  const workflow = ".github/workflows/connector-gate.yml";
  written.push([workflow, writeNew(root, workflow, workflowText)]);

  for (const [file, isNew] of written) {
    terminal.write(isNew ? `wrote ${toOneLine(file)}\n` : `kept  ${toOneLine(file)}, which was there\n`);
  }
  terminal.write("Next: `connector-gate check` says what is missing in listing.yml.\n");
  if (written.some(([file, isNew]) => isNew && file === workflow)) {
    terminal.write(
      "The workflow submits releases once the repository has the variable LISTINGS_REPOSITORY and the secret LISTINGS_TOKEN.\n",
    );
  }
  return exitCodes.passed;
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
}

function factsOf(
  { files }: ConnectorProject,
  inspection: {
    readonly title: string | null;
    readonly actions: object | null;
    readonly triggers: object | null;
  } | null,
): FirstManifest {
  const readme = files?.get("README.md")?.bytes;
  return {
    title: inspection?.title ?? null,
    actions: Object.keys(inspection?.actions ?? {}),
    triggers: Object.keys(inspection?.triggers ?? {}),
    readme: readme ? new TextDecoder().decode(readme) : null,
    logo: files?.has("logo.svg") && !files.has("logo.png") ? "logo.svg" : "logo.png",
  };
}
