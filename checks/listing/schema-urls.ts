/** Where editors find the schemas of the files that people write; the first line of each names its schema. */
const folder = "https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas";

export const policySchemaUrl = `${folder}/policy.json`;
export const accountSchemaUrl = `${folder}/account.json`;
export const catalogueSchemaUrl = `${folder}/catalogue.json`;
