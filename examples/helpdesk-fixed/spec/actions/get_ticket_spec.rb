# frozen_string_literal: true

RSpec.describe 'actions/get_ticket' do
  let(:action) { connector.actions.get_ticket }

  it 'reads one ticket' do
    stub_request(:get, "#{HelpDesk::API}/tickets/48213").to_return(answer('actions/ticket'))

    output = action.execute(HelpDesk::SETTINGS, { 'id' => '48213' })

    expect(output['subject']).to eq('Lantern does not light')
  end

  it 'passes on why the API refuses' do
    stub_request(:get, "#{HelpDesk::API}/tickets/1").
      to_return(status: 404, body: '{"detail":"There is no ticket 1"}')

    expect { action.execute(HelpDesk::SETTINGS, { 'id' => '1' }) }.to raise_error(/There is no ticket 1/)
  end

  it 'keeps an ID from reaching another endpoint' do
    request = stub_request(:get, "#{HelpDesk::API}/tickets/1%2F..%2F..%2Fusers").
              to_return(answer('actions/ticket'))

    action.execute(HelpDesk::SETTINGS, { 'id' => '1/../../users' })

    expect(request).to have_been_requested
  end
end
