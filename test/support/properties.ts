/*
 * fast-check with a seed of ours, so that a run of the tests says the same of the same code each time.
 * `PROPERTY_SEED=7 npx vitest run <file>` tries others.
 */
import { configureGlobal } from "fast-check";

configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 1) });

export * from "fast-check";
