import { describe, expect, test } from "vitest";

import { linesOf, markedLines } from "../../support/marked-lines.ts";

/** Each row: the rule, what is wrong, and code as connectors are written, with `# here` on the lines to be reported. */
const rows: readonly (readonly [rule: string, what: string, source: string])[] = [
  [
    "guidelines/base-uri-path-lost",
    "a version that requests with a slash lose",
    `{
      connection: {
        fields: [{ name: 'subdomain', control_type: 'subdomain', url: '.acme.com' }],
        base_uri: lambda do |connection|
          "https://#{connection['subdomain']}.acme.com/api/v2/"
        end
      },
      test: lambda { |_connection| get('/users/me') }, # here
      actions: { list: { execute: lambda { |_connection, input| { orders: get("/orders/#{input['state']}") } } } }
    }`,
  ],
  [
    "guidelines/base-uri-path-lost",
    "a version in both environments",
    `{
      'connection' => {
        'base_uri' => ->(connection) {
          connection['environment'] == 'live' ? 'https://api.acme.com/v3' : 'https://sandbox.acme.com/v3'
        }
      },
      'methods' => { 'list' => ->(name, page) { get("/#{name}/all", page: page) } }, # here
      'test' => ->(_connection) { get('/ping') }
    }`,
  ],
  [
    "guidelines/connection-mutation",
    "a token that is to be kept, and a hash that is changed",
    `{
      actions: {
        create: {
          execute: lambda do |connection, input|
            connection['token'] = post('/token', key: connection['key'])['token'] # here
            post('/orders', input)
          end
        }
      },
      triggers: {
        new_order: {
          poll: ->(connection, _input, closure) {
            connection.merge!('since' => closure) # here
            { events: get('/orders', since: closure), next_poll: now }
          }
        }
      }
    }`,
  ],
  [
    "guidelines/connection-mutation",
    "a key that is taken out",
    `{
      'connection' => {
        'authorization' => {
          'type' => 'custom_auth',
          'apply' => ->(connection) {
            headers('X-Key' => connection['api_key'])
            connection.delete('api_key') # here
            nil
          }
        }
      }
    }`,
  ],
  [
    "guidelines/multistep-limit",
    "an export that is waited for",
    `{
      actions: {
        export_report: {
          execute: lambda do |_connection, input, _eis, _eos, continue|
            continue = {} unless continue.present?
            if continue['job_id'].blank?
              job = post('/exports', input)
              reinvoke_after(seconds: 60, continue: { job_id: job['id'] })
            else
              job = get("/exports/#{continue['job_id']}")
              if job['state'].include?('done')
                { url: job['url'] }
              else
                reinvoke_after(seconds: 120, continue: continue) # here
              end
            end
          end
        }
      }
    }`,
  ],
  [
    "guidelines/multistep-limit",
    "a step that a method starts",
    `{
      'actions' => {
        'import' => {
          'execute' => ->(_connection, input, _eis, _eos, continue) {
            state = continue.present? ? call('state_of', continue) : call('start', input)
            state['status'] == 'done' ? state : reinvoke_after(seconds: 300, continue: { 'id' => state['id'] }) # here
          }
        }
      },
      'methods' => {
        'start' => ->(input) { post('/imports', input) },
        'state_of' => ->(continue) { get("/imports/#{continue['id']}") }
      }
    }`,
  ],
  [
    "guidelines/sleep",
    "waits for a job and for a limit",
    `{
      actions: {
        export: {
          execute: lambda do |_connection, input|
            id = post('/exports', input)['id']
            5.times do
              break if get("/exports/#{id}")['done']
              sleep(10) # here
            end
            get("/exports/#{id}")
          end
        }
      },
      'methods' => {
        'paged' => ->(path) { get(path).after_error_response(429) { |_code, _body| sleep 2 } } # here
      }
    }`,
  ],
  [
    "guidelines/suspend-limits",
    "three months, and a year",
    `{
      actions: {
        wait_for_approval: {
          execute: lambda do |_connection, input|
            suspend(continue: { 'id' => input['id'] }, expires_at: 3.months.from_now) # here
          end
        },
        'wait_for_signature' => {
          'execute' => ->(_connection, _input) {
            suspend(
              continue: { "state" => "suspended" },
              expires_at: 1.year.from_now # here
            )
          }
        }
      }
    }`,
  ],
  [
    "guidelines/test-request",
    "a test that always passes, and one that writes",
    `{
      connection: { authorization: { type: 'api_key', apply: lambda { |connection| headers('X-Key': connection['key']) } } },
      'test' => ->(_connection) { { success: true } } # here
    }`,
  ],
  [
    "guidelines/test-request",
    "a setting that each test writes",
    `{
      connection: { authorization: { type: 'api_key', apply: lambda { |connection| headers('X-Key': connection['key']) } } },
      test: lambda do |connection| # here
        put("/accounts/#{connection['account']}/ping", checked_at: now.utc.iso8601)
      end
    }`,
  ],
  [
    "guidelines/poll-cursor",
    "a start that is the same for ever",
    `{
      triggers: {
        new_order: {
          'poll' => lambda do |_connection, input, _closure| # here
            orders = get('/orders', since: input['since'])['orders']
            { events: orders, next_poll: now, can_poll_more: false }
          end
        }
      }
    }`,
  ],
  [
    "guidelines/dedup",
    "an order that changes several times",
    `{
      triggers: {
        order_status_changed: {
          title: 'Order status changed',
          webhook_notification: lambda { |_input, payload| payload['orders'] },
          'dedup' => lambda { |order| order[:order_id].to_s }, # here
          output_fields: lambda { |object_definitions| object_definitions['order'] }
        },
        deleted_order: { dedup: lambda { |order| order['id'] } }
      }
    }`,
  ],
  [
    "guidelines/raise-error",
    "checks of inputs in several forms",
    `{
      actions: {
        search: {
          execute: lambda do |_connection, input|
            raise ArgumentError, "Enter a name of 3 letters, not #{input['name']}" if input['name'].length < 3 # here
            raise("Enter a page.") unless input['page'].present? # here
            begin
              get('/orders', input)
            rescue RestClient::NotFound => e
              raise e
            end
          end
        }
      }
    }`,
  ],
  [
    "guidelines/hard-coded-environment",
    "an address of the author's",
    `{
      connection: { base_uri: ->(_connection) { 'https://uat-api.acme.io/' } }, # here
      actions: { ping: { execute: lambda { |_c, _i| post('http://192.168.1.20:8080/ping') } } } # here
    }`,
  ],
  [
    "guidelines/placeholder",
    "what a template left",
    `{
      'connection' => {
        'authorization' => {
          'authorization_url' => ->(_connection) { 'https://login.example.com/oauth/authorize' }, # here
          'client_id' => 'REPLACE_ME_WITH_ID' # here
        },
        'base_uri' => ->(_connection) { "https://api.example.com" } # here
      },
      'actions' => { 'find' => { 'subtitle' => 'Lorem ipsum dolor' } } # here
    }`,
  ],
  [
    "guidelines/retry-settings",
    "settings without effect, as strings",
    `{
      'actions' => {
        'find' => {
          'retry_on_request' => %w[GET HEAD],
          'max_retries' => 5, # here
          'execute' => ->(_connection, input) { get('/orders', input) }
        }
      }
    }`,
  ],
  [
    "guidelines/error-swallowed",
    "a lookup that never fails",
    `{
      methods: {
        owner_of: lambda do |record|
          get("/users/#{record['owner_id']}") rescue {} # here
        end,
        total: ->(record) { Float(record['total']) rescue nil },
        lookup: lambda do |id|
          get("/items/#{id}").
            after_error_response(/.*/) { |_code, _body, _headers, _message| nil } # here
        end
      }
    }`,
  ],
  [
    "guidelines/time-zone",
    "days of the server",
    `{
      actions: {
        list: {
          execute: lambda do |_connection, input|
            from = input['from'] || Date.today # here
            started = Time.local(input['year']) # here
            get('/orders', from: from, started: started.iso8601, to: Time.now.strftime('%d/%m/%Y %I:%M %p')) # here
          end
        }
      }
    }`,
  ],
  [
    "guidelines/debug-output",
    "output for the console",
    `{
      actions: {
        create: {
          execute: lambda do |_connection, input|
            puts "input: #{input}" # here
            response = post('/orders', input)
            pp response # here
            response.tap { |one| print(one['id']) } # here
          end
        }
      }
    }`,
  ],
  [
    "security/code-execution",
    "a formula of the user, and a class by name",
    `{
      actions: {
        calculate: { execute: lambda { |_c, input| { result: instance_eval(input['formula']) } } }, # here
        convert: { 'execute' => ->(_c, input) { { value: input['value'].send(input['method']) } } } # here
      },
      methods: {
        'config' => ->() { YAML.load(File.read('/etc/acme.yml')) }, # here
        region: lambda { ENV['AWS_REGION'] || 'eu' } # here
      }
    }`,
  ],
  [
    "security/credential-output",
    "an error that shows the connection",
    `{
      'methods' => {
        'check' => ->(connection, response) {
          error("Login of #{connection['user']} with #{connection['password']} failed") if response['code'] == 401 # here
        }
      },
      actions: {
        debug: {
          execute: lambda do |connection, _input|
            puts(connection) # here
            error("Unknown account #{connection['account']}")
          end
        }
      }
    }`,
  ],
  [
    "security/foreign-host",
    "statistics for the vendor, and a proxy",
    `{
      connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com" } },
      test: lambda { |_connection| get('/me') },
      actions: {
        create: {
          execute: lambda do |connection, input|
            post('https://stats.tracker.example/events', account: connection['subdomain']).presence # here
            post('/orders', input)
          end
        }
      },
      'methods' => { 'proxy' => ->(path) { get("https://cors.proxy.dev/?url=#{path}") } } # here
    }`,
  ],
  [
    "security/foreign-host",
    "a second application",
    `{
      'connection' => {
        'base_uri' => ->(_connection) { 'https://api.acme.co.uk/' },
        'authorization' => { 'token_url' => ->(_connection) { 'https://login.acme-id.com/token' } }
      },
      'actions' => {
        'geocode' => { 'execute' => ->(_connection, input) { get('https://maps.googleapis.com/maps/api/geocode/json', address: input['a']) } }, # here
        'find' => { 'execute' => ->(_connection, input) { get('https://files.acme.co.uk/find', input) } },
        'who' => { 'execute' => ->(_connection, _input) { get('https://login.acme-id.com/me') } }
      }
    }`,
  ],
  [
    "security/raw-network",
    "clients of their own",
    `{
      methods: {
        upload: lambda do |url, body|
          uri = URI.parse(url)
          Net::HTTP.start(uri.host, uri.port) { |http| http.put(uri.path, body) } # here
        end,
        'download' => ->(url) { RestClient.get(url).body }, # here
        'connect' => ->(host) { TCPSocket.new(host, 25) } # here
      }
    }`,
  ],
  [
    "security/secret-default",
    "a key for trying it out",
    `{
      connection: {
        fields: [
          { name: 'account', default: 'acme' },
          {
            name: 'client_secret',
            label: 'Client secret',
            control_type: 'password',
            default: 'b7f3-44', # here
            optional: false
          }
        ]
      }
    }`,
  ],
  [
    "security/secret-default",
    "an input of an action, with string keys",
    `{
      'actions' => {
        'login' => {
          'input_fields' => ->(_definitions) {
            [{ 'name' => 'pin', 'control_type' => 'password', 'default' => '0000' }] # here
          }
        }
      }
    }`,
  ],
  [
    "security/url-credentials",
    "a key that every request has",
    `{
      test: ->(_connection) { get('https://api.acme.com/status?format=json&access_token=b7f3a1c944de') }, # here
      'methods' => { 'path' => ->(id) { "https://integration:Zq81-kkP@legacy.acme.com/#{id}" } } # here
    }`,
  ],
  [
    "security/secret-in-code",
    "a client that is shared with everybody",
    `{
      connection: {
        authorization: {
          type: 'oauth2',
          'client_id' => ->(_connection) { '3MVG9lKcPoNINVBIPJjdw1J9LLM82Hn' }, # here
          client_secret: lambda do |_connection| # here
            '1955279925675241571'.to_s + 'f'
          end
        }
      }
    }`,
  ],
  [
    "usability/deprecated-note",
    "an action that has a successor",
    `{
      actions: {
        create_lead_v1: { # here
          title: 'Create lead (old)',
          deprecated: true,
          execute: lambda { |_connection, input| post('/v1/leads', input) }
        },
        'find_lead' => { 'help' => 'Finds a lead by its email address.', 'deprecated' => true } # here
      }
    }`,
  ],
  [
    "usability/error-message",
    "messages that say nothing",
    `{
      methods: {
        check: lambda do |response|
          error('Error') if response['error'] # here
          error("Something went wrong!") unless response['ok'] # here
          error("#{response['message']}: #{response['details']}")
        end
      }
    }`,
  ],
];

describe("in code as connectors are written", () => {
  test.each(rows)("%s reports %s", async (rule, _what, source) => {
    expect(await linesOf(rule, source)).toEqual(markedLines(source));
  });
});
