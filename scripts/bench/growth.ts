import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Measured {
  readonly parse: number;
  readonly check: number;
  readonly megabytes: number;
}

const script = fileURLToPath(new URL("./measure.ts", import.meta.url));

/** Time and memory for connectors of growing size, each in a process of its own. */
export function benchGrowth(): string {
  const folder = mkdtempSync(join(tmpdir(), "connector-gate-bench-"));
  const lines = [1_000, 10_000, 100_000].map((count) => {
    const file = join(folder, `${count}.rb`);
    writeFileSync(file, generate(count));
    const { stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    const { parse, check, megabytes } = JSON.parse(stdout) as Measured;
    const perLine = ((check * 1000) / count).toFixed(1);
    return `  ${String(count).padStart(7)} lines  parse ${parse.toFixed(0).padStart(6)} ms  check ${check.toFixed(0).padStart(6)} ms  ${perLine.padStart(6)} µs a line  ${megabytes.toFixed(0).padStart(5)} MB`;
  });
  rmSync(folder, { recursive: true });
  return `Growth, cold, parse and check in one process, and its peak memory:\n${lines.join("\n")}\n`;
}

/** A connector of about so many lines, with actions, methods and fields as people write them. */
function generate(lines: number): string {
  const actions: string[] = [];
  const methods: string[] = [];
  const definitions: string[] = [];
  const perPart = 36;
  for (let index = 0; index * perPart < lines - 12; index++) {
    actions.push(action(index));
    methods.push(
      `    fetch_${index}: lambda do |id|\n      get("/things_${index}/#{id}").after_error_response(/.*/) { |_, body, _, message| error("#{message}: #{body}") }\n    end,`,
    );
    definitions.push(definition(index));
  }
  return [
    "{",
    "  title: 'Generated',",
    "  connection: {",
    "    fields: [{ name: 'key', label: 'Key', control_type: 'password', optional: false, hint: 'From your settings.' }],",
    "    authorization: { type: 'api_key', apply: ->(connection) { headers('Authorization': connection['key']) } },",
    "    base_uri: ->(_connection) { 'https://api.example.com' }",
    "  },",
    "  test: ->(_connection) { get('/me') },",
    `  actions: {\n${actions.join("\n")}\n  },`,
    `  object_definitions: {\n${definitions.join("\n")}\n  },`,
    `  methods: {\n${methods.join("\n")}\n  }`,
    "}",
    "",
  ].join("\n");
}

function action(index: number): string {
  return `    get_thing_${index}: {
      title: 'Get thing ${index}',
      subtitle: 'Gets a thing from the shop',
      description: "Get <span class='provider'>thing ${index}</span> in the shop",
      input_fields: lambda do |object_definitions|
        object_definitions['thing_${index}'].only('id').required('id')
      end,
      execute: lambda do |_connection, input|
        call('fetch_${index}', input['id'])
      end,
      output_fields: lambda do |object_definitions|
        object_definitions['thing_${index}']
      end,
      sample_output: lambda do |_connection, _input|
        { id: 1, name: 'A thing', created_at: '2026-01-01' }
      end
    },`;
}

function definition(index: number): string {
  return `    thing_${index}: {
      fields: lambda do |_connection, _config_fields|
        [
          { name: 'id', label: 'ID', type: 'integer', control_type: 'integer', hint: 'Find it in the address bar.' },
          { name: 'name', label: 'Name', type: 'string', control_type: 'text', optional: false },
          {
            name: 'lines', label: 'Lines', type: 'array', of: 'object',
            properties: [
              { name: 'sku', label: 'SKU', sticky: true },
              { name: 'amount', label: 'Amount', type: 'number' }
            ]
          },
          { name: 'created_at', label: 'Created at', type: 'date_time' }
        ]
      end
    },`;
}
