# frozen_string_literal: true

RSpec.describe 'actions/create_ticket' do
  let(:action) { connector.actions.create_ticket }

  it 'opens a ticket for a customer' do
    input = { 'subject' => 'Lantern does not light', 'requester_email' => 'ada@customer.example' }
    stub_request(:post, "#{HelpDesk::API}/tickets").with(body: input).to_return(answer('actions/ticket'))

    output = action.execute(HelpDesk::SETTINGS, input)

    expect(output['id']).to eq('48213')
  end
end
