# frozen_string_literal: true

RSpec.describe 'actions/add_comment' do
  let(:action) { connector.actions.add_comment }

  it 'adds a reply to a ticket' do
    stub_request(:post, "#{HelpDesk::API}/tickets/48213/comments").
      with(body: { body: 'Hold the switch for three seconds.', public: true }).
      to_return(answer('actions/add_comment'))

    input = { 'id' => '48213', 'body' => 'Hold the switch for three seconds.', 'public' => true }

    expect(action.execute(HelpDesk::SETTINGS, input)['id']).to eq('90417')
  end
end
