/** The attributes of a field. The last three are known to the SDK, but not documented. */
export const fieldKeys: ReadonlySet<string> = new Set([
  "name",
  "label",
  "optional",
  "type",
  "hint",
  "help",
  "of",
  "properties",
  "control_type",
  "toggle_hint",
  "toggle_field",
  "default",
  "pick_list",
  "pick_list_params",
  "options",
  "delimiter",
  "sticky",
  "convert_input",
  "convert_output",
  "change_on_blur",
  "support_pills",
  "custom",
  "extends_schema",
  "schema_neutral",
  "list_mode",
  "list_mode_toggle",
  "item_label",
  "add_field_label",
  "empty_schema_message",
  "empty_list_title",
  "empty_list_text",
  "sample_data_type",
  "ngIf",
  "tree_options",
  "url",
  "multiline",
  "render_input",
  "parse_output",
  "runtime_optional",
]);

/** The values of a field's `type`. Those of `of` are the same without `array`. */
export const fieldTypes: ReadonlySet<string> = new Set([
  "string",
  "integer",
  "number",
  "date_time",
  "date",
  "timestamp",
  "boolean",
  "object",
  "array",
]);

/** The values of `control_type`, with the types of fields that each is meant for. */
export const controlTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["text", ["string"]],
  ["text-area", ["string"]],
  ["plain-text", ["string"]],
  ["plain-text-area", ["string"]],
  ["password", ["string"]],
  ["integer", ["integer"]],
  ["number", ["number"]],
  ["url", ["string"]],
  ["select", ["string", "integer", "number", "boolean"]],
  ["checkbox", ["boolean"]],
  ["multiselect", ["string", "array"]],
  ["date", ["date"]],
  ["date_time", ["date_time", "timestamp"]],
  ["phone", ["string"]],
  ["email", ["string"]],
  ["subdomain", ["string"]],
  ["tree", ["string", "array"]],
  ["schema-designer", ["string"]],
  ["key_value", ["array"]],
]);

/** The attributes that a control does not work without. Lists may be given as `pick_list` or as `options`. */
export const controlNeeds: ReadonlyMap<string, readonly string[]> = new Map([
  ["select", ["pick_list"]],
  ["multiselect", ["pick_list", "delimiter"]],
  ["tree", ["pick_list"]],
  ["subdomain", ["url"]],
  ["schema-designer", ["extends_schema"]],
  ["key_value", ["properties"]],
]);

/** The name of a control without its size: `small-text` and `medium-text` are `text`. */
export function plainControl(control: string): string {
  return control.replace(/^(?:small|medium)-/, "");
}

/** The converters that come with the SDK; others are methods of the connector. */
export const converters: ReadonlySet<string> = new Set([
  "integer_conversion",
  "float_conversion",
  "boolean_conversion",
  "date_conversion",
  "date_iso8601_conversion",
  "date_time_conversion",
  "date_time_iso8601_conversion",
  "convert_to_datetime",
  "convert_to_datetime_wo_tz",
  "convert_date_time",
  "item_array_wrap",
  "parse_iso8601_timestamp",
  "render_iso8601_timestamp",
  "parse_iso8601_date",
  "render_iso8601_date",
  "parse_epoch_time",
  "render_epoch_time",
  "parse_float_epoch_time",
  "render_float_epoch_time",
  "parse_date_time_epoch_millis",
  "render_date_time_epoch_millis",
  "parse_date_output",
  "render_date_input",
  "implicit_utc_time",
  "implicit_utc_iso8601_time",
]);
