import { type Command, helpOption, type Option } from "./arguments.ts";
import { formats } from "./outputs.ts";

const formatOption: Option = {
  name: "format",
  short: "f",
  value: "FORMAT",
  choices: formats,
  summary: "How to print the report.",
};

const modelFormatOption: Option = {
  name: "format",
  short: "f",
  value: "FORMAT",
  choices: ["text", "json"],
  summary: "How to print it.",
};

const failOnOption: Option = {
  name: "fail-on",
  value: "SEVERITY",
  choices: ["error", "warning", "notice", "never"],
  summary: "Fail on findings this bad or worse [default: error].",
};

const configOption: Option = {
  name: "config",
  value: "FILE",
  summary: "The configuration [default: .github/connector-gate.yml, here or further up].",
};

const noWaiversOption: Option = {
  name: "no-waivers",
  summary: "Ignore waivers in the code and the configuration.",
};

const outputOption: Option = {
  name: "output",
  short: "o",
  value: "[FORMAT:]FILE",
  summary:
    "Write a report to FILE as well; repeat for more. Its format is the one in front (`sarif:out.log`), that of the --format right before it, or that of its extension (.sarif, .json, .md, .html).",
};

const check: Command = {
  name: "check",
  operands: "[path...]",
  summary: "Check connectors and report what a reviewer would say.",
  details: [
    "A path is a connector's file, a connector project's folder, or a tree of them: every `connector.rb`, and every other `.rb` file that holds a connector. Without a path, the current folder. `-` reads a connector from standard input.",
    "Not looked into: folders named node_modules, vendor or spec, hidden folders, and symbolic links.",
  ],
  options: [
    formatOption,
    outputOption,
    failOnOption,
    { name: "fix", summary: "Apply safe fixes to the files, and report what is left." },
    { name: "fix-unsafe", summary: "Apply also fixes that may change what the connector does." },
    { name: "dry-run", summary: "With a fix option: show the changes as a diff, write nothing." },
    {
      name: "base",
      value: "REF",
      summary: "Report, and fail on, only what is new since this commit of git.",
    },
    {
      name: "baseline",
      value: "FILE",
      summary: "Report, and fail on, only what is new since this file (see `connector-gate baseline`).",
    },
    noWaiversOption,
    configOption,
  ],
  examples: [
    ["connector-gate check", "all connectors in the current folder"],
    ["connector-gate check shop --fail-on warning", "one project, strictly"],
    ["connector-gate check --output report.sarif --output report.html", "text here, and two files"],
    ["connector-gate check --format json - < connector.rb", "standard input, for a program"],
    ["connector-gate check --base origin/main", "only what this branch brings"],
    ["connector-gate check --fix --dry-run", "what the safe fixes would change"],
  ],
  arity: [0, Infinity],
};

const baseline: Command = {
  name: "baseline",
  operands: "create|check [path...]",
  summary: "Remember the findings of now, and later tell only those that are new.",
  details: [
    "`create` writes the findings to a file; `check` is `check --baseline` with that file. Findings are known again by rule, place in the connector and message, so moving or reordering code changes nothing, nor does renaming an action.",
  ],
  options: [
    {
      name: "baseline",
      value: "FILE",
      summary: "The file to write or to compare with [default: connector-gate-baseline.json].",
    },
    formatOption,
    outputOption,
    failOnOption,
    noWaiversOption,
    configOption,
  ],
  examples: [
    ["connector-gate baseline create", "remember all connectors in the current folder"],
    ["connector-gate baseline check", "what has come since"],
  ],
  arity: [1, Infinity],
};

const inspect: Command = {
  name: "inspect",
  operands: "<path>",
  summary: "Show what a connector consists of, as the checks see it.",
  details: [
    "Keys, titles and fields as far as they are known without running the connector; what is not is shown as `?` (`null` in JSON).",
  ],
  options: [modelFormatOption],
  examples: [
    ["connector-gate inspect shop/connector.rb", "an overview"],
    ["connector-gate inspect shop --format json", "the whole model"],
  ],
  arity: [1, 1],
};

const rules: Command = {
  name: "rules",
  operands: "",
  summary: "List all rules.",
  details: [],
  options: [modelFormatOption],
  examples: [["connector-gate rules", "by family, with their severity"]],
  arity: [0, 0],
};

const explain: Command = {
  name: "explain",
  operands: "<rule>",
  summary: "Explain a rule: why it is one, what breaks it, and how to fix that.",
  details: [],
  options: [modelFormatOption],
  examples: [["connector-gate explain usability/action-title", "by its id"]],
  arity: [1, 1],
};

const init: Command = {
  name: "init",
  operands: "",
  summary: "Write a first listing.yml, configuration and workflow.",
  details: [
    "For every connector project of the current folder; what is known is filled in, and what only you know is asked for. A file that is there is kept as it is.",
  ],
  options: [{ name: "yes", short: "y", summary: "Ask nothing; leave a comment for what is not known." }],
  examples: [["connector-gate init --yes", "the files, with comments for what is missing"]],
  arity: [0, 0],
};

const submit: Command = {
  name: "submit",
  operands: "[path]",
  summary: "Show what a release would submit for listing.",
  details: [
    "Shows the pull request and the record that the action would make in its mode `submit`, by the default policy. What only GitHub knows is left out.",
  ],
  options: [
    { name: "dry-run", summary: "Show it, and send nothing; the action is what submits." },
    {
      name: "tag",
      value: "TAG",
      summary: "The release tag [default: v and the newest version in the changelog].",
    },
    { ...modelFormatOption, summary: "`json` prints the record alone." },
  ],
  examples: [["connector-gate submit --dry-run --tag v1.2.0", "the submission of that tag"]],
  arity: [0, 1],
};

const catalogue: Command = {
  name: "catalogue",
  operands: "build|check [folder]",
  summary: "Check a listings repository, and write the index of its catalogue.",
  details: [
    "Looks at the policy, at every account and at every listing, and says what is wrong, a line each. `build` then writes listings/index.json, which always has the same bytes for the same listings; `check` fails where that file is out of date. The folder is a checkout of the repository [default: the current folder].",
  ],
  options: [
    {
      name: "ignore-index",
      summary:
        "With `check`: take any listings/index.json, as on pull requests, since it is built after the merge.",
    },
    {
      name: "format",
      short: "f",
      value: "FORMAT",
      choices: ["text", "github"],
      summary: "How to print what is wrong.",
    },
  ],
  examples: [
    ["connector-gate catalogue check", "all that is wrong here"],
    ["connector-gate catalogue build", "the index, where nothing is wrong"],
  ],
  arity: [1, 2],
};

export const commands: readonly Command[] = [
  check,
  baseline,
  init,
  submit,
  catalogue,
  inspect,
  rules,
  explain,
];

/** What can stand in place of a command. */
export const mainOptions: readonly Option[] = [
  helpOption,
  { name: "version", short: "V", summary: "Show the version." },
];
