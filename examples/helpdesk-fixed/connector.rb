# frozen_string_literal: true

{
  title: 'Lantern Desk',

  connection: {
    fields: [
      {
        name: 'subdomain',
        label: 'Subdomain',
        type: 'string',
        control_type: 'subdomain',
        url: '.lanterndesk.example',
        optional: false,
        hint: 'The part before <b>.lanterndesk.example</b> in the address of your help desk. ' \
              '<a href="https://docs.lanterndesk.example/address" target="_blank">Learn more</a>.'
      },
      {
        name: 'api_key',
        label: 'API key',
        type: 'string',
        control_type: 'password',
        optional: false,
        hint: 'Create a key with the role <b>Agent</b> in the settings of your help desk. ' \
              '<a href="https://docs.lanterndesk.example/api/keys" target="_blank">Learn more</a>.'
      }
    ],

    authorization: {
      type: 'api_key',

      apply: lambda do |connection|
        headers('X-Api-Key': connection['api_key'])
      end
    },

    base_uri: lambda do |connection|
      "https://#{connection['subdomain']}.lanterndesk.example/api/v2/"
    end
  },

  test: lambda do |_connection|
    get('me')
  end,

  custom_action: true,

  custom_action_help: {
    body: 'Build your own Lantern Desk action for any endpoint of the REST API, version 2.',
    learn_more_url: 'https://docs.lanterndesk.example/api',
    learn_more_text: 'Lantern Desk API reference'
  },

  actions: {
    # Finds tickets by words and properties, newest first. Returns one page of at most 100 tickets.
    search_tickets: {
      title: 'Search tickets',
      subtitle: 'Search tickets in Lantern Desk',
      description: "Search <span class='provider'>tickets</span> in " \
                   "<span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Finds the tickets that meet all conditions, newest first. ' \
              'The list is empty if there is none.',
        learn_more_url: 'https://docs.lanterndesk.example/api/tickets#search',
        learn_more_text: 'How search works in Lantern Desk'
      },
      batch: true,

      input_fields: lambda do |object_definitions|
        [
          {
            name: 'query',
            label: 'Search text',
            type: 'string',
            control_type: 'text',
            optional: true,
            sticky: true,
            hint: 'Words to look for in the subject and the description.'
          },
          {
            name: 'limit',
            label: 'Maximum number of tickets',
            type: 'integer',
            control_type: 'integer',
            optional: true,
            hint: 'A whole number from 1 to 100. Lantern Desk returns 25 tickets by default.'
          }
        ].concat(object_definitions['ticket_input'].only('status', 'priority', 'group_id'))
      end,

      execute: lambda do |_connection, input|
        response = call('with_error_details', get('tickets').params(input))
        { tickets: response['tickets'] }
      end,

      output_fields: lambda do |object_definitions|
        [
          {
            name: 'tickets',
            label: 'Tickets',
            type: 'array',
            of: 'object',
            properties: object_definitions['ticket']
          }
        ]
      end,

      sample_output: lambda do |_connection, _input|
        { tickets: [call('sample_ticket')] }
      end
    },

    # Reads one ticket by its ID. Fails where the ticket was deleted.
    get_ticket: {
      title: 'Get ticket',
      subtitle: 'Get a ticket by ID in Lantern Desk',
      description: "Get <span class='provider'>ticket</span> in <span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Reads one ticket. Use <b>Search tickets</b> instead if the ticket may have been deleted, ' \
              'since this step fails then.',
        learn_more_url: 'https://docs.lanterndesk.example/api/tickets#get',
        learn_more_text: 'Tickets in the API reference'
      },

      input_fields: lambda do |object_definitions|
        object_definitions['ticket_key']
      end,

      execute: lambda do |_connection, input|
        call('with_error_details', get("tickets/#{input['id'].to_s.encode_url}"))
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['ticket']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_ticket')
      end
    },

    # Opens a ticket for a customer. A repeated job opens a second ticket.
    create_ticket: {
      title: 'Create ticket',
      subtitle: 'Create a ticket in Lantern Desk',
      description: "Create <span class='provider'>ticket</span> in " \
                   "<span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Opens a ticket on behalf of a customer, who receives the usual confirmation by email.',
        learn_more_url: 'https://docs.lanterndesk.example/api/tickets#create',
        learn_more_text: 'Tickets in the API reference'
      },

      input_fields: lambda do |object_definitions|
        object_definitions['ticket_input'].required('subject', 'requester_email')
      end,

      execute: lambda do |_connection, input|
        call('with_error_details', post('tickets').payload(input))
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['ticket']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_ticket')
      end
    },

    # Changes the mapped fields of a ticket and leaves the others as they are.
    update_ticket: {
      title: 'Update ticket',
      subtitle: 'Update a ticket in Lantern Desk',
      description: "Update <span class='provider'>ticket</span> in " \
                   "<span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Changes only the fields that you map. Closed tickets can no longer be changed.',
        learn_more_url: 'https://docs.lanterndesk.example/api/tickets#update',
        learn_more_text: 'Tickets in the API reference'
      },

      input_fields: lambda do |object_definitions|
        object_definitions['ticket_key'].concat(object_definitions['ticket_input'])
      end,

      execute: lambda do |_connection, input|
        changes = input.except('id')
        error('Map at least one field of the ticket to change.') if changes.blank?

        call('with_error_details', patch("tickets/#{input['id'].to_s.encode_url}").payload(changes))
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['ticket']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_ticket')
      end
    },

    # Adds a public reply or an internal note to a ticket.
    add_comment: {
      title: 'Add comment',
      subtitle: 'Add a comment to a ticket in Lantern Desk',
      description: "Add <span class='provider'>comment</span> in <span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Adds a reply that the customer receives by email, or a note for agents only. ' \
              'A reply to a solved ticket opens it again.',
        learn_more_url: 'https://docs.lanterndesk.example/api/comments#create',
        learn_more_text: 'Comments in the API reference'
      },

      input_fields: lambda do |object_definitions|
        object_definitions['ticket_key'].concat(
          [
            {
              name: 'body',
              label: 'Comment',
              type: 'string',
              control_type: 'text-area',
              optional: false,
              hint: 'Plain text or Markdown, up to 65,000 characters.'
            },
            {
              name: 'public',
              label: 'Visible to the customer',
              type: 'boolean',
              control_type: 'checkbox',
              optional: false,
              hint: 'Choose <b>No</b> to add a note that only agents see.',
              toggle_hint: 'Select from list',
              toggle_field: {
                name: 'public',
                label: 'Visible to the customer',
                type: 'string',
                control_type: 'text',
                convert_input: 'boolean_conversion',
                optional: false,
                hint: 'Allowed values are <b>true</b> and <b>false</b>.',
                toggle_hint: 'Use custom value'
              }
            }
          ]
        )
      end,

      execute: lambda do |_connection, input|
        comments = "tickets/#{input['id'].to_s.encode_url}/comments"
        call('with_error_details', post(comments).payload(input.except('id')))
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['comment']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_comment')
      end
    }
  },

  triggers: {
    # Polls the change feed, oldest change first. The feed keeps the changes of the last 30 days.
    new_updated_ticket: {
      title: 'New/updated ticket',
      subtitle: 'Triggers when a ticket is created or updated in Lantern Desk',
      description: "New/updated <span class='provider'>ticket</span> in " \
                   "<span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Checks for new and changed tickets at every poll. Each change of a ticket is one event.',
        learn_more_url: 'https://docs.lanterndesk.example/api/tickets#changes',
        learn_more_text: 'How changes are recorded'
      },

      input_fields: lambda do |_object_definitions|
        [
          {
            name: 'since',
            label: 'When first started, this recipe should pick up events from',
            type: 'date_time',
            control_type: 'date_time',
            optional: true,
            sticky: true,
            hint: 'Leave blank to start with the changes of the last hour.'
          }
        ]
      end,

      poll: lambda do |_connection, input, closure|
        since = (input['since'] || 1.hour.ago).to_time.utc.iso8601
        changes = { updated_after: since, cursor: closure, limit: 100 }.compact
        page = call('with_error_details', get('tickets/changes').params(changes))
        {
          events: page['tickets'],
          next_poll: page['next_cursor'],
          can_poll_more: page['has_more']
        }
      end,

      dedup: lambda do |ticket|
        "#{ticket['id']}@#{ticket['updated_at']}"
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['ticket']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_ticket')
      end
    },

    # Receives comments in real time by a webhook, for which the key needs the role Agent.
    new_comment: {
      title: 'New comment',
      subtitle: 'Triggers immediately when a comment is added to a ticket in Lantern Desk',
      description: "New <span class='provider'>comment</span> in <span class='provider'>Lantern Desk</span>",
      help: {
        body: 'Picks up comments in real time. The webhook is registered when the recipe starts ' \
              'and removed when it stops.',
        learn_more_url: 'https://docs.lanterndesk.example/api/webhooks',
        learn_more_text: 'Webhooks in Lantern Desk'
      },

      input_fields: lambda do |_object_definitions|
        []
      end,

      webhook_payload_type: 'raw',

      webhook_subscribe: lambda do |webhook_url, _connection, _input|
        call('with_error_details', post('webhooks').payload(url: webhook_url, event: 'comment.created'))
      end,

      webhook_unsubscribe: lambda do |webhook_subscribe_output|
        call('with_error_details', delete("webhooks/#{webhook_subscribe_output['id']}"))
      end,

      webhook_notification: lambda do |_input, payload, _input_schema, _output_schema,
                                       headers, _params, _connection, subscription|
        signature = payload.hmac_sha256(subscription['secret']).encode_hex
        workato.parse_json(payload).dig('data', 'comment') if headers['X-Lantern-Signature'] == signature
      end,

      dedup: lambda do |comment|
        comment['id']
      end,

      output_fields: lambda do |object_definitions|
        object_definitions['comment']
      end,

      sample_output: lambda do |_connection, _input|
        call('sample_comment')
      end
    }
  },

  object_definitions: {
    ticket: {
      fields: lambda do |_connection, _config_fields, object_definitions|
        [
          { name: 'id', label: 'Ticket ID' },
          { name: 'subject' },
          { name: 'description' },
          { name: 'status' },
          { name: 'priority' },
          { name: 'group_id', label: 'Group ID' },
          { name: 'requester', type: 'object', properties: object_definitions['person'] },
          { name: 'due_at', type: 'date_time' },
          { name: 'created_at', type: 'date_time' },
          { name: 'updated_at', type: 'date_time' },
          { name: 'url', label: 'Ticket URL' },
          { name: 'custom_fields', type: 'object', properties: object_definitions['custom_fields'] }
        ]
      end
    },

    ticket_key: {
      fields: lambda do |_connection, _config_fields, _object_definitions|
        [
          {
            name: 'id',
            label: 'Ticket ID',
            type: 'string',
            control_type: 'text',
            optional: false,
            hint: 'The number at the end of the address of the ticket, such as <b>48213</b>.'
          }
        ]
      end
    },

    ticket_input: {
      fields: lambda do |_connection, _config_fields, object_definitions|
        [
          {
            name: 'subject',
            label: 'Subject',
            type: 'string',
            control_type: 'text',
            optional: true,
            sticky: true,
            hint: 'One line that agents see in their queue.'
          },
          {
            name: 'description',
            label: 'Description',
            type: 'string',
            control_type: 'text-area',
            optional: true,
            sticky: true,
            hint: 'What the customer needs, as plain text or Markdown.'
          },
          {
            name: 'requester_email',
            label: 'Requester email',
            type: 'string',
            control_type: 'email',
            optional: true,
            hint: 'Lantern Desk adds a customer if the address is new.'
          },
          {
            name: 'status',
            label: 'Status',
            type: 'string',
            control_type: 'select',
            pick_list: 'statuses',
            optional: true,
            hint: 'Where the ticket stands in the work of your team.',
            toggle_hint: 'Select from list',
            toggle_field: {
              name: 'status',
              label: 'Status',
              type: 'string',
              control_type: 'text',
              optional: true,
              hint: 'Allowed values are <b>open</b>, <b>waiting</b>, <b>solved</b> and <b>closed</b>.',
              toggle_hint: 'Use custom value'
            }
          },
          {
            name: 'priority',
            label: 'Priority',
            type: 'string',
            control_type: 'select',
            pick_list: 'priorities',
            optional: true,
            hint: 'How soon the customer can expect an answer.',
            toggle_hint: 'Select from list',
            toggle_field: {
              name: 'priority',
              label: 'Priority',
              type: 'string',
              control_type: 'text',
              optional: true,
              hint: 'Allowed values are <b>low</b>, <b>normal</b>, <b>high</b> and <b>urgent</b>.',
              toggle_hint: 'Use custom value'
            }
          },
          {
            name: 'group_id',
            label: 'Group',
            type: 'string',
            control_type: 'select',
            pick_list: 'groups',
            optional: true,
            hint: 'The team that works on the ticket.',
            toggle_hint: 'Select from list',
            toggle_field: {
              name: 'group_id',
              label: 'Group ID',
              type: 'string',
              control_type: 'text',
              optional: true,
              hint: 'The number of the group, as listed in the settings of your help desk.',
              toggle_hint: 'Use group ID'
            }
          },
          {
            name: 'due_at',
            label: 'Due at',
            type: 'date_time',
            control_type: 'date_time',
            optional: true,
            hint: 'Agents are reminded one hour before this time.'
          },
          {
            name: 'custom_fields',
            label: 'Custom fields',
            type: 'object',
            optional: true,
            hint: 'What your administrators added to the tickets of your help desk.',
            properties: object_definitions['custom_fields']
          }
        ]
      end
    },

    # The fields that an administrator of the help desk added to tickets.
    custom_fields: {
      fields: lambda do |_connection, _config_fields, _object_definitions|
        response = call('with_error_details', get('ticket_fields'))
        response['ticket_fields'].map do |field|
          { name: field['key'], label: field['title'], type: 'string', optional: true, custom: true }
        end
      end
    },

    comment: {
      fields: lambda do |_connection, _config_fields, object_definitions|
        [
          { name: 'id', label: 'Comment ID' },
          { name: 'ticket_id', label: 'Ticket ID' },
          { name: 'body', label: 'Comment' },
          { name: 'public', label: 'Visible to the customer', type: 'boolean' },
          { name: 'author', type: 'object', properties: object_definitions['person'] },
          { name: 'created_at', type: 'date_time' }
        ]
      end
    },

    person: {
      fields: lambda do |_connection, _config_fields, _object_definitions|
        [
          { name: 'name' },
          { name: 'email' }
        ]
      end
    }
  },

  pick_lists: {
    statuses: lambda do |_connection|
      [
        %w[Open open],
        ['Waiting for customer', 'waiting'],
        %w[Solved solved],
        %w[Closed closed]
      ]
    end,

    priorities: lambda do |_connection|
      [
        %w[Low low],
        %w[Normal normal],
        %w[High high],
        %w[Urgent urgent]
      ]
    end,

    groups: lambda do |_connection|
      response = call('with_error_details', get('groups'))
      response['groups'].pluck('name', 'id')
    end
  },

  methods: {
    # Sends a request so that a failure tells what the API said about it, such as "Subject is too long".
    with_error_details: lambda do |request|
      request.after_error_response(/.*/) do |_code, body, _headers, message|
        error("#{message}: #{body}")
      end
    end,

    sample_ticket: lambda do
      {
        id: '48213',
        subject: 'Lantern does not light',
        description: 'It worked yesterday. The battery is full.',
        status: 'open',
        priority: 'normal',
        group_id: '12',
        requester: { name: 'Ada Moreno', email: 'ada@customer.example' },
        due_at: '2026-03-02T16:00:00Z',
        created_at: '2026-02-27T09:12:44Z',
        updated_at: '2026-02-27T10:03:10Z',
        url: 'https://acme.lanterndesk.example/tickets/48213'
      }
    end,

    sample_comment: lambda do
      {
        id: '90417',
        ticket_id: '48213',
        body: 'Hold the switch for three seconds.',
        public: true,
        author: { name: 'Noor Haddad', email: 'noor@acme.example' },
        created_at: '2026-02-27T10:03:10Z'
      }
    end
  }
}
