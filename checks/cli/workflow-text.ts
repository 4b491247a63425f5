import { configSchemaUrl } from "../config/schema-url.ts";
import { stringify } from "yaml";

/** The configuration that `init` writes. */
export function configText(connectors: readonly string[]): string {
  const lines = connectors.map((path) => `  - ${stringify(path, { lineWidth: 0 }).trimEnd()}\n`);
  return `# yaml-language-server: $schema=${configSchemaUrl}\n# How Connector Gate checks the connectors of this repository.\nextends: recommended\nconnectors:\n${lines.join("")}`;
}

/** The workflow that `init` writes: checks on every change, and a submission for every published release. */
export const workflowText = `name: Connector Gate

on:
  pull_request:
  push:
    branches: [main]
  release:
    types: [published]

permissions: {}

jobs:
  check:
    if: github.event_name != 'release'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: connector-gate/connector-gate@v0

  submit:
    if: github.event_name == 'release'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: connector-gate/connector-gate@v0
        with:
          mode: submit
          listings-repository: \${{ vars.LISTINGS_REPOSITORY }}
          listings-token: \${{ secrets.LISTINGS_TOKEN }}
`;
