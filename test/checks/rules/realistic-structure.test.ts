import { describe, expect, test } from "vitest";

import { linesOf, markedLines } from "../../support/marked-lines.ts";

/** Each row: the rule, what is wrong, and code as connectors are written, with `# here` on the lines to be reported. */
const rows: readonly (readonly [rule: string, what: string, source: string])[] = [
  [
    "structure/apply-missing",
    "an option of several ways to sign in",
    `{
      title: 'Acme',
      connection: {
        fields: [{ name: 'auth_type', control_type: 'select', pick_list: [['API key', 'api_key'], ['OAuth 2.0', 'oauth2']] }],
        authorization: {
          type: 'multi',
          selected: lambda { |connection| connection['auth_type'] || 'oauth2' },
          options: {
            oauth2: {
              type: 'oauth2',
              authorization_url: lambda { |_connection| 'https://acme.com/oauth/authorize?response_type=code' },
              token_url: lambda { |_connection| 'https://acme.com/oauth/token' },
              apply: lambda { |_connection, access_token| headers(Authorization: "Bearer #{access_token}") }
            },
            api_key: { # here
              type: 'api_key',
              fields: [{ name: 'api_key', label: 'API key', control_type: 'password' }]
            }
          }
        }
      }
    }`,
  ],
  [
    "structure/apply-missing",
    "string keys and an arrow lambda",
    `{
      'connection' => {
        'fields' => [{ 'name' => 'token', 'control_type' => 'password', 'optional' => false }],
        'authorization' => { # here
          'type' => 'custom_auth',
          'acquire' => ->(connection) { post('/login', token: connection['token']).slice('session') },
          'refresh_on' => [401]
        },
        'base_uri' => ->(_connection) { 'https://api.acme.com' }
      },
      'test' => ->(_connection) { get('/me') }
    }`,
  ],
  [
    "structure/connection-pick-list",
    "a list of regions",
    `{
      connection: {
        fields: [
          { name: 'token', control_type: 'password', optional: false },
          {
            name: 'region',
            control_type: 'select',
            pick_list: 'regions', # here
            optional: false,
            hint: 'Where the account is.'
          }
        ]
      },
      pick_lists: {
        regions: lambda do |_connection|
          [['Europe', 'eu'], ['United States', 'us']]
        end
      }
    }`,
  ],
  [
    "structure/connection-pick-list",
    "a list for one way to sign in, with string keys",
    `{
      'connection' => {
        'authorization' => {
          'type' => 'multi',
          'options' => {
            'key' => {
              'type' => 'api_key',
              'fields' => [{ 'name' => 'env', 'control_type' => 'select', 'pick_list' => :environments }] # here
            }
          }
        }
      },
      'pick_lists' => { 'environments' => ->(_connection) { [%w[Production live], %w[Sandbox test]] } }
    }`,
  ],
  [
    "structure/curly-quotes",
    "a field that was pasted from a page",
    `{
      object_definitions: {
        order: {
          fields: lambda do |_connection, _config_fields|
            [
              { name: 'id', type: 'integer' },
              { name: ‘due_date’, type: 'date' }, # here
              { name: 'total', type: ‘number’ } # here
            ]
          end
        }
      }
    }`,
  ],
  [
    "structure/curly-quotes",
    "a name in a method",
    `{
      methods: {
        clean: ->(record) do
          record.transform_keys { |key| key.gsub(“-”, '_') } # here
          record[“custom_fields”] # here
        end
      }
    }`,
  ],
  [
    "structure/custom-auth-acquire-output",
    "tokens as OAuth 2.0 returns them",
    `{
      connection: {
        authorization: {
          type: 'custom_auth',
          acquire: lambda do |connection, _auth_code|
            response = post("https://#{connection['subdomain']}.acme.com/session").
                       payload(user: connection['user'], password: connection['password'])
            [{ session_id: response['id'] }, nil, { account: response['account'] }] # here
          end,
          refresh_on: [401, 403],
          apply: lambda { |connection| headers('X-Session': connection['session_id']) }
        }
      }
    }`,
  ],
  [
    "structure/custom-auth-acquire-output",
    "one of two ways",
    `{
      connection: {
        'authorization' => {
          'type' => :custom_auth,
          'acquire' => ->(connection) {
            if connection['token'].present?
              { token: connection['token'] }
            else
              [post('/token', key: connection['key'])['token']] # here
            end
          }
        }
      }
    }`,
  ],
  [
    "structure/execute-missing",
    "an action that is not written yet",
    `{
      actions: {
        create_order: {
          title: 'Create order',
          input_fields: lambda { |object_definitions| object_definitions['order'].ignored('id') },
          execute: lambda { |_connection, input| post('/orders', input) },
          output_fields: lambda { |object_definitions| object_definitions['order'] }
        },
        cancel_order: { # here
          title: 'Cancel order',
          subtitle: 'Cancel an order in Acme',
          input_fields: lambda { |_object_definitions| [{ name: 'id', optional: false }] },
          output_fields: lambda { |_object_definitions| [] }
        }
      }
    }`,
  ],
  [
    "structure/execute-missing",
    "a key that is misspelt",
    `{
      'actions' => {
        'get_order' => { # here
          'input_fields' => ->() { [{ 'name' => 'id' }] },
          'excute' => ->(_connection, input) { get("/orders/#{input['id'].to_i}") },
          'output_fields' => ->(object_definitions) { object_definitions['order'] }
        }
      }
    }`,
  ],
  [
    "structure/execute-output",
    "the list as the API gives it",
    `{
      actions: {
        list_tags: {
          execute: lambda do |_connection, input|
            if input['all'] == 'true'
              { tags: get('/tags') }
            else
              [get('/tags/default')] # here
            end
          end
        },
        ping: { 'execute' => ->(_connection, _input) { 'ok' } } # here
      }
    }`,
  ],
  [
    "structure/field-name-missing",
    "a field with a label only, and one without a text",
    `{
      actions: {
        create: {
          input_fields: lambda do |_object_definitions|
            [
              { name: 'subject', label: 'Subject', optional: false },
              { label: 'Body', control_type: 'text-area' }, # here
              {
                name: 'lines', type: 'array', of: 'object',
                properties: [{ 'name' => '', 'type' => 'integer' }, { name: 'price' }] # here
              }
            ]
          end
        }
      }
    }`,
  ],
  [
    "structure/http-in-webhook-notification",
    "details that are asked for",
    `{
      triggers: {
        new_order: {
          webhook_subscribe: lambda { |url, _connection, _input| post('/hooks', url: url) },
          webhook_notification: lambda do |_input, payload, _eis, _eos, headers, _params, connection|
            next if headers['X-Acme-Topic'] != 'order'
            payload['events'].map { |event| get("/orders/#{event['id']}") } # here
            call(:verify, payload, connection) # here
            payload.delete('secret')
            payload
          end,
          webhook_unsubscribe: lambda { |hook| delete("/hooks/#{hook['id']}") },
          dedup: ->(order) { order['id'] }
        }
      }
    }`,
  ],
  [
    "structure/lambda-arity",
    "arguments that others have",
    `{
      triggers: {
        new_order: {
          poll: lambda { |connection, input, closure, _eis, _eos| { events: [] } },
          dedup: lambda do |record, connection| # here
            "#{connection['account']}-#{record['id']}"
          end,
          output_fields: ->(object_definitions, connection, config_fields, input) { object_definitions['order'] } # here
        }
      },
      object_definitions: {
        'order' => { 'fields' => lambda { |connection, config_fields, object_definitions, input| [] } } # here
      }
    }`,
  ],
  [
    "structure/method-splat",
    "a log of all that it is given",
    `{
      methods: {
        build_path: lambda do |*segments| # here
          '/' + segments.map { |one| one.to_s.encode_url }.join('/')
        end,
        'with_defaults' => ->(**options) { { limit: 100 }.merge(options) }, # here
        plain: lambda { |path, options = {}| get(path, options) }
      }
    }`,
  ],
  [
    "structure/parameter-order",
    "input and connection the wrong way round",
    `{
      actions: {
        create: {
          execute: lambda do |input, connection| # here
            post("/accounts/#{connection['account']}/orders", input)
          end
        },
        update: { 'execute' => ->(_connection, input) { put('/orders', input) } }
      },
      object_definitions: {
        order: {
          fields: lambda { |connection, object_definitions, config_fields| object_definitions['item'] } # here
        }
      }
    }`,
  ],
  [
    "structure/pick-list-params-field",
    "a field that was renamed",
    `{
      actions: {
        create_task: {
          input_fields: lambda do |_object_definitions|
            [
              { name: 'project_id', label: 'Project', control_type: 'select', pick_list: 'projects', optional: false },
              {
                name: 'section', control_type: 'select', pick_list: 'sections',
                pick_list_params: { project: 'project' }, # here
                optional: true
              }
            ]
          end
        }
      },
      pick_lists: { sections: lambda { |_connection, project:| get('/sections', project: project).pluck('name', 'id') } }
    }`,
  ],
  [
    "structure/pick-list-params-field",
    "a config field of another action",
    `{
      'actions' => {
        'search' => {
          'config_fields' => [{ 'name' => 'object', 'control_type' => 'select', 'pick_list' => 'objects' }],
          'input_fields' => ->(_definitions) {
            [{ 'name' => 'view', 'control_type' => 'select', 'pick_list' => 'views', 'pick_list_params' => { 'object' => 'object_name' } }] # here
          }
        }
      }
    }`,
  ],
  [
    "structure/poll-forever",
    "both ways say that there is more",
    `{
      triggers: {
        new_order: {
          poll: lambda do |_connection, input, closure|
            page = closure&.[]('page') || 1
            orders = get('/orders', page: page, since: input['since'])['orders'] || []
            if orders.present?
              { events: orders, next_poll: { page: page + 1 }, can_poll_more: true } # here
            else
              { events: [], next_poll: { page: page }, can_poll_more: true }
            end
          end
        }
      }
    }`,
  ],
  [
    "structure/poll-forever",
    "a helper's result that is built with string keys",
    `{
      'triggers' => {
        'new_order' => {
          'poll' => ->(_connection, _input, closure) {
            orders = call('orders_after', closure)
            { 'events' => orders, 'next_poll' => orders.last&.dig('id') || closure, 'can_poll_more' => true } # here
          }
        }
      },
      'methods' => { 'orders_after' => ->(id) { get('/orders', after: id)['orders'] } }
    }`,
  ],
  [
    "structure/select-without-list",
    "a status that was to get a list",
    `{
      object_definitions: {
        order: {
          fields: lambda do |_connection, _config_fields|
            [
              { name: 'id' },
              { name: 'status', label: 'Status', control_type: 'select', # here
                toggle_hint: 'Select from list',
                toggle_field: { name: 'status', type: 'string', control_type: 'text', toggle_hint: 'Use value' } }
            ]
          end
        }
      },
      actions: { create: { input_fields: lambda { |object_definitions| object_definitions['order'].ignored('id') } } }
    }`,
  ],
  [
    "structure/select-without-list",
    "fields of a connection and of a configuration",
    `{
      'connection' => {
        'fields' => [{ 'name' => 'environment', 'control_type' => 'select', 'optional' => false }] # here
      },
      'actions' => {
        'search' => {
          'config_fields' => [{ name: 'objects', control_type: :multiselect, delimiter: ',' }] # here
        }
      }
    }`,
  ],
  [
    "structure/trigger-source-missing",
    "a trigger with a subscription only",
    `{
      triggers: {
        new_order: { # here
          title: 'New order',
          webhook_subscribe: lambda { |url, _connection, _input| post('/hooks', url: url) },
          webhook_unsubscribe: lambda { |hook| delete("/hooks/#{hook['id']}") },
          dedup: lambda { |order| order['id'] },
          output_fields: lambda { |object_definitions| object_definitions['order'] }
        }
      }
    }`,
  ],
  [
    "structure/trigger-source-missing",
    "a key that is misspelt",
    `{
      'triggers' => {
        'updated_order' => { # here
          'input_fields' => ->() { [{ 'name' => 'since', 'type' => 'timestamp' }] },
          'pol' => ->(_connection, _input, closure) { { events: get('/orders', since: closure), next_poll: now } },
          'dedup' => ->(order) { order['id'].to_s + order['updated_at'] }
        }
      }
    }`,
  ],
  [
    "structure/undefined-stream",
    "a stream of another action's file",
    `{
      actions: {
        download_invoice: {
          execute: lambda do |_connection, input|
            {
              name: input['name'],
              content: workato.stream.out('download_invoices', { id: input['id'] }) # here
            }
          end
        }
      },
      streams: {
        download_invoice: lambda do |input, first, last, _size|
          get("/invoices/#{input['id']}/pdf").headers(Range: "bytes=#{first}-#{last}").response_format_raw
        end
      }
    }`,
  ],
  [
    "structure/undefined-stream",
    "no streams at all, in a method",
    `{
      'actions' => { 'download' => { 'execute' => ->(_connection, input) { call(:file, input) } } },
      'methods' => { 'file' => ->(input) { { content: workato.stream.out(:file, input) } } } # here
    }`,
  ],
  [
    "structure/unknown-converter",
    "names that look like built-in ones",
    `{
      object_definitions: {
        order: {
          fields: lambda do |_connection, _config_fields|
            [
              { name: 'total', type: 'number', convert_input: 'number_conversion', convert_output: 'float_conversion' }, # here
              { name: 'paid', type: 'boolean', convert_input: 'boolean_conversion' },
              { name: 'placed_at', type: 'date_time', render_input: :to_timestamp } # here
            ]
          end
        }
      },
      actions: { create: { input_fields: lambda { |object_definitions| object_definitions['order'] } } },
      methods: { format: lambda { |value| value.to_s } }
    }`,
  ],
  [
    "structure/duplicate-entry",
    "an action that was copied, and a method under a string",
    `{
      actions: {
        get_order: { execute: lambda { |_c, input| get("/orders/#{input['id']}") } }, # here
        list_orders: { execute: lambda { { orders: get('/orders') } } },
        get_order: { execute: lambda { |_c, input| get("/v2/orders/#{input['id']}") } }
      },
      methods: {
        'format' => ->(value) { value.to_s }, # here
        format: ->(value) { value.strip }
      }
    }`,
  ],
  [
    "structure/object-definition-cycle",
    "a tree of three",
    `{
      object_definitions: {
        customer: { # here
          fields: lambda do |_connection, _config_fields, object_definitions|
            [{ name: 'orders', type: 'array', of: 'object', properties: object_definitions['order'] }]
          end
        },
        order: {
          fields: lambda do |_connection, _config_fields, object_definitions|
            [{ name: 'lines', type: 'array', of: 'object', properties: object_definitions['line'].ignored('id') }]
          end
        },
        line: {
          fields: lambda do |_connection, _config_fields, object_definitions|
            [{ name: 'id' }] + object_definitions['customer'].only('name')
          end
        }
      }
    }`,
  ],
  [
    "structure/oauth2-incomplete",
    "a login without an exchange",
    `{
      connection: {
        authorization: { # here
          type: 'oauth2',
          client_id: lambda { |connection| connection['client_id'] },
          client_secret: lambda { |connection| connection['client_secret'] },
          authorization_url: lambda { |connection| "https://#{connection['subdomain']}.acme.com/authorize?response_type=code" },
          apply: lambda { |_connection, access_token| headers(Authorization: "Bearer #{access_token}") }
        }
      }
    }`,
  ],
  [
    "structure/toggle-incomplete",
    "a toggle without a hint and one without a type",
    `{
      actions: {
        create: {
          input_fields: lambda do |_object_definitions|
            [
              {
                name: 'owner_id', control_type: 'select', pick_list: 'users',
                toggle_field: { name: 'owner_id', type: 'string', control_type: 'text', toggle_hint: 'Use ID' } # here
              },
              {
                name: 'state', control_type: 'select', pick_list: 'states', toggle_hint: 'Select from list',
                'toggle_field' => { 'name' => 'state', 'control_type' => 'text', 'toggle_hint' => 'Use value' } # here
              }
            ]
          end
        }
      }
    }`,
  ],
  [
    "structure/undefined-object-definition",
    "a definition that was renamed, read in several ways",
    `{
      object_definitions: { order_output: { fields: lambda { |_connection, _config_fields| [] } } },
      actions: {
        get: {
          input_fields: lambda { |definitions| definitions['order'].only('id') }, # here
          output_fields: ->(object_definitions) { object_definitions[:order_output] }
        },
        list: {
          output_fields: lambda do |object_definitions|
            [{ name: 'orders', type: 'array', of: 'object', properties: object_definitions['order_outptu'] }] # here
          end
        }
      }
    }`,
  ],
  [
    "structure/webhook-subscribe-pair",
    "a hook that is never removed",
    `{
      triggers: {
        new_order: {
          webhook_subscribe: lambda do |webhook_url, _connection, input, recipe_id| # here
            post('/hooks', url: webhook_url, events: ['order.created'], name: "Workato #{recipe_id}")
          end,
          webhook_notification: lambda { |_input, payload| payload },
          dedup: lambda { |order| order['id'] }
        }
      }
    }`,
  ],
  [
    "structure/wrong-value-kind",
    "lists instead of lambdas",
    `{
      connection: { 'authorization' => { 'type' => 'api_key', 'apply' => { 'X-Key' => 'x' } } }, # here
      actions: {
        create: {
          input_fields: [{ name: 'id' }], # here
          execute: lambda { |_connection, input| post('/orders', input) },
          output_fields: lambda { |object_definitions| object_definitions['order'] }
        }
      },
      methods: { base: 'https://api.acme.com', path: lambda { |id| "/orders/#{id}" } } # here
    }`,
  ],
  [
    "structure/poll-output",
    "the list itself, where there is nothing new",
    `{
      triggers: {
        new_order: {
          poll: lambda do |_connection, input, closure|
            orders = get('/orders', since: closure || input['since'])['orders']
            return [] if orders.blank? # here
            { events: orders, next_poll: orders.last['created_at'], can_poll_more: orders.size >= 100 }
          end
        }
      }
    }`,
  ],
  [
    "structure/mixed-webhook-kinds",
    "one trigger of each kind",
    `{
      webhook_keys: lambda { |params, _headers, _payload| params['account'] },
      triggers: {
        form_submitted: {
          webhook_key: lambda { |connection, _input| connection['account'] }, # here
          webhook_notification: lambda { |_input, payload| payload }
        },
        'new_order' => {
          'webhook_subscribe' => ->(url, _connection) { post('/hooks', url: url) },
          'webhook_notification' => ->(_input, payload) { payload }
        }
      }
    }`,
  ],
];

describe("in code as connectors are written", () => {
  test.each(rows)("%s reports %s", async (rule, _what, source) => {
    expect(await linesOf(rule, source)).toEqual(markedLines(source));
  });
});
