import { parseArgs, type ParseArgsConfig } from "node:util";

/** The type of an option's default is that of the option; a list is of what is given any number of times. */
type Defaults = Readonly<Record<string, number | string | boolean | readonly string[]>>;

type Values<D extends Defaults> = {
  readonly [K in keyof D]: D[K] extends number
    ? number
    : D[K] extends string
      ? string
      : D[K] extends boolean
        ? boolean
        : readonly string[];
};

interface Taken<D extends Defaults> {
  readonly options?: D;
  /** What the help calls them; without it, none are taken. */
  readonly operands?: string;
}

/** Reads what `npm run <name> --` is given. Ends the process where it asks for help, and where something is wrong. */
export function readArguments<D extends Defaults = {}>(
  name: string,
  summary: string,
  { options, operands = "" }: Taken<D> = {},
): { readonly values: Values<D>; readonly operands: readonly string[] } {
  const known = Object.entries<Defaults[string]>(options ?? {});
  try {
    const { values, positionals } = parseArgs({
      options: Object.fromEntries([...known, ["help", false] as const].map(toParseOption)),
      allowPositionals: operands !== "",
    });
    if (values["help"]) {
      const taken = [...known.map(toUsage), operands].filter(Boolean);
      console.log([`npm run ${name}`, ...(taken.length > 0 ? ["--", ...taken] : [])].join(" "));
      console.log(summary);
      process.exit(0);
    }
    const read = known.map(([key, by]) => [key, toValue(key, by, values[key])] as const);
    return { values: Object.fromEntries(read) as Values<D>, operands: positionals };
  } catch (error) {
    // What follows the first sentence is not about this script.
    const [problem] = (error as Error).message.split(/\.\s/);
    console.error(`${problem}; see \`npm run ${name} -- --help\``);
    process.exit(2);
  }
}

type ParseOption = NonNullable<ParseArgsConfig["options"]>[string];

function toParseOption([key, by]: readonly [string, Defaults[string]]): [string, ParseOption] {
  return [key, { type: typeof by === "boolean" ? "boolean" : "string", multiple: Array.isArray(by) }];
}

function toUsage([key, by]: [string, Defaults[string]]): string {
  if (typeof by === "boolean") return `[--${key}]`;
  return typeof by === "number" ? `[--${key} ${by}]` : `[--${key} ...]`;
}

function toValue(key: string, by: Defaults[string], given: unknown): unknown {
  if (given === undefined) return by;
  if (typeof by !== "number") return given;
  if (!/^\d+(?:\.\d+)?$/.test(given as string))
    throw new Error(`\`--${key} ${given as string}\` is not a number`);
  return Number(given);
}
