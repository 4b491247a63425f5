/** Where editors find the schema of `.github/connector-gate.yml`; the file's first line names it. */
export const configSchemaUrl =
  "https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas/config.json";
