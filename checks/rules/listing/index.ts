import type { Rule } from "../../engine/rule.ts";
import { appName } from "./app-name.ts";
import { categories } from "./categories.ts";
import { changelog } from "./changelog.ts";
import { description } from "./description.ts";
import { licence } from "./licence.ts";
import { logo } from "./logo.ts";
import { manifest } from "./manifest.ts";
import { recipes } from "./recipes.ts";
import { shareLink } from "./share-link.ts";
import { smallFirst } from "./small-first.ts";
import { supportContact } from "./support-contact.ts";
import { testers } from "./testers.ts";
import { tests } from "./tests.ts";
import { useCases } from "./use-cases.ts";
import { version } from "./version.ts";

/** The rules of the family, sorted by id. */
export const listingRules: readonly Rule[] = [
  appName,
  categories,
  changelog,
  description,
  licence,
  logo,
  manifest,
  recipes,
  shareLink,
  smallFirst,
  supportContact,
  testers,
  tests,
  useCases,
  version,
];
