import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { rules } from "../../../checks/rules/index.ts";
import { checkSource } from "../../support/checker.ts";
import { linesOf } from "../../support/marked-lines.ts";

/** Each row: the rule, what is right, and code as careful authors write it, in which nothing is to be reported. */
const rows: readonly (readonly [rule: string, what: string, source: string])[] = [
  [
    "guidelines/error-swallowed",
    "nothing that is looked at afterwards",
    `{
      methods: {
        lead: lambda do |id|
          begin
            lead = get("/leads/#{id.to_i}").presence
          rescue StandardError
            lead = nil
          end
          error('There is no such lead.') if lead.nil?
          lead
        end,
        first: lambda do |id|
          begin
            found = get("/leads/#{id.to_i}")['lead']
          rescue StandardError
            found = nil
          end
          found || get("/contacts/#{id.to_i}")['contact']
        end,
        wait: lambda do |id|
          done = false
          until done
            begin
              done = get("/exports/#{id.to_i}")['done']
            rescue StandardError
              done = false
            end
          end
        end,
        check: lambda do |id|
          begin
            lead = get("/leads/#{id.to_i}").presence
          rescue StandardError
            lead = {}
          end
          call('check_lead', lead)
        end
      }
    }`,
  ],
  [
    "guidelines/since-fallback",
    "an input that is set first, and an error that is rescued",
    `{
      triggers: {
        new_lead: {
          input_fields: lambda { [{ name: 'since', optional: true }] },
          poll: lambda do |_c, input, closure|
            input['since'] ||= 1.hour.ago
            { events: get('/a', at: (closure || input['since']).to_time) }
          end
        },
        new_deal: {
          input_fields: lambda { [{ name: 'since', optional: true }] },
          poll: lambda do |_c, input, closure|
            since = (closure || input['since']).to_time rescue 1.hour.ago
            { events: get('/b', at: since) }
          end
        },
        new_note: {
          input_fields: lambda { [{ name: 'since', optional: true }] },
          poll: lambda do |_c, input, closure|
            closure = { 'at' => 1.hour.ago } if closure.blank?
            { events: get('/c', at: (closure['at'] || input['since']).to_time) }
          end
        },
        new_task: {
          input_fields: lambda { [{ name: 'since', optional: true }] },
          poll: lambda do |_c, input, closure|
            call('check_input', input)
            { events: get('/d', at: (closure || input['since']).to_time) }
          end
        }
      }
    }`,
  ],
  [
    "guidelines/since-fallback",
    "a field that is read in some cases only",
    `{
      triggers: {
        new_lead: {
          input_fields: lambda { [{ name: 'kind' }, { name: 'since', type: 'date_time', optional: true }] },
          poll: lambda do |_connection, input, closure|
            from = input['kind'] == 'date' ? input['since'].to_time : 1.hour.ago
            leads = input['ids']&.map { |id| get("/leads/#{id}", from: from) }
            { events: leads || [], next_poll: closure || now }
          end
        },
        new_deal: {
          input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
          poll: lambda do |_connection, input, closure|
            { events: get('/deals', since: closure || input['since']&.to_time || 1.hour.ago), next_poll: now }
          end
        }
      }
    }`,
  ],
  [
    "guidelines/connection-mutation",
    "entries that a loop reads the next time, and a hash that only looks like a connection",
    `{
      actions: {
        find: {
          execute: lambda do |connection, input|
            input['ids'].each do |id|
              get("/leads/#{id}").headers(etag: connection['etag'])
              connection['etag'] = id
            end
            input['connections'].each { |connection| connection['id'] = 1 }
          end
        },
        list: {
          execute: lambda do |connection, _input|
            rows = []
            while rows.size < 100
              rows += get('/leads', page: connection['page'])['leads']
              connection['page'] = rows.size / 10
            end
            { leads: rows }
          end
        }
      }
    }`,
  ],
  [
    "security/path-injection",
    "an input that is no longer what was entered",
    `{
      actions: {
        find: {
          input_fields: lambda { [{ name: 'id' }] },
          execute: lambda do |_connection, input|
            input = call('encode_all', input)
            get("/leads/#{input['id']}")
          end
        },
        update: {
          input_fields: lambda { [{ name: 'id' }] },
          execute: lambda do |_connection, input|
            input.each { |key, value| input[key] = value.encode_url }
            put("/leads/#{input['id']}")
          end
        },
        find_all: {
          input_fields: lambda { [{ name: 'id' }] },
          execute: lambda do |_connection, input|
            input['leads'].map { |input| get("/leads/#{input['id']}") }
          end
        },
        remove: {
          input_fields: lambda { [{ name: 'id' }, { name: 'key', convert_input: 'encode' }] },
          execute: lambda do |_connection, input|
            call('check_id', input['id'])
            delete("/leads/#{input['id']}/#{input['key']}")
          end
        }
      }
    }`,
  ],
  [
    "security/path-injection",
    "a choice from a list, or a number instead",
    `{
      actions: {
        find: {
          input_fields: lambda do
            [{
              name: 'view', control_type: 'select', pick_list: 'views',
              toggle_field: { name: 'view', type: 'integer', control_type: 'plain-text' }
            }]
          end,
          execute: lambda { |_connection, input| get("/views/#{input['view']}") }
        }
      }
    }`,
  ],
  [
    "security/path-injection",
    "a method that has the value looked at first",
    `{
      actions: {
        get_lead: {
          input_fields: lambda { [{ name: 'id' }] },
          execute: lambda { |_connection, input| call('find', input) }
        }
      },
      methods: {
        find: lambda do |input|
          call('check_id', input['id'])
          get("/leads/#{input['id']}")
        end
      }
    }`,
  ],
  [
    "guidelines/requests-in-poll-loop",
    "a method of an action",
    `{
      actions: { list_leads: { execute: lambda { |_connection, input| { leads: call('leads', input) } } } },
      triggers: { new_lead: { poll: lambda { |_c, _i, at| { events: call('some', at), next_poll: now } } } },
      methods: {
        leads: lambda { |input| get('/leads', input)['leads'].map { |row| get("/leads/#{row['id']}") } },
        some: lambda { |at| get('/leads', after: at)['leads'] }
      }
    }`,
  ],
  [
    "guidelines/requests-in-poll-loop",
    "a request for each of two kinds of records",
    `{ triggers: { new: { poll: lambda { |_c, _i, at| { events: %w[a b].flat_map { |kind| get("/#{kind}", at: at) } } } } } }`,
  ],
  [
    "guidelines/error-swallowed",
    "errors that are a part of the result, or kept for it",
    `{
      methods: {
        add: lambda do |rows|
          errors = []
          rows.each { |row| post('/rows', row).after_error_response(/.*/) { |_c, _b, _h, message| errors << message } }
          errors
        end,
        send: ->(row) { post('/rows', row).after_error_response(/.*/) { |code, body| { code: code, error: body } } },
        known: ->(row) { post('/rows', row).after_error_response(/already exists/) { |_code, _body| {} } }
      }
    }`,
  ],
  [
    "guidelines/error-swallowed",
    "a text that is no JSON",
    `{
      methods: {
        read: lambda do |text|
          parse_json(text)
        rescue StandardError
          nil
        end
      }
    }`,
  ],
];

describe("in code of careful authors", () => {
  test.each(rows)("%s accepts %s", async (rule, _what, source) => {
    expect(await linesOf(rule, source)).toEqual([]);
  });
});

const folder = new URL("../../fixtures/accepted/", import.meta.url);
const checked = rules.filter(({ family }) => /^(?:guidelines|security|structure)$/u.test(family));

/** Whole connectors: one of each kind of login, trigger and protocol. */
describe("in connectors of careful authors", () => {
  test.each(readdirSync(folder))("%s has nothing to be warned of", async (file) => {
    const source = readFileSync(new URL(file, folder), "utf8");

    const { report } = await checkSource(checked, source);

    const told = report.findings.filter(({ severity }) => severity !== "notice");
    expect(told.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});
