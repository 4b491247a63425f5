/** Controls in which values of a type are surely entered wrongly, by type. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  date_time: ["text", "text-area", "integer", "number", "checkbox", "date"],
  timestamp: ["text", "text-area", "integer", "number", "checkbox", "date"],
  date: ["text", "text-area", "integer", "number", "checkbox", "date-time"],
  integer: ["date", "date-time", "checkbox", "email", "url", "phone"],
  number: ["checkbox", "email", "url", "phone"],
  boolean: ["integer", "number", "date", "date-time", "email", "url", "phone", "text-area"],
};

const right: Readonly<Record<string, string>> = {
  date_time: "date_time",
  timestamp: "date_time",
  date: "date",
  integer: "integer",
  number: "number",
  boolean: "checkbox",
};

/** The control for values of a type, where the one given is surely wrong; null where it may be right. */
export function betterControl(type: string, control: string): string | null {
  return wrong[type]?.includes(control.replaceAll("_", "-")) ? right[type]! : null;
}
