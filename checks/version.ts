/** The version of all that is released together; `package.json` says the same. */
export const version = "0.1.0";
