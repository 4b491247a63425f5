# frozen_string_literal: true

RSpec.describe 'actions/update_ticket' do
  let(:action) { connector.actions.update_ticket }

  it 'sends only what changes' do
    stub_request(:patch, "#{HelpDesk::API}/tickets/48213").
      with(body: { priority: 'urgent' }).
      to_return(answer('actions/ticket'))

    output = action.execute(HelpDesk::SETTINGS, { 'id' => '48213', 'priority' => 'urgent' })

    expect(output['id']).to eq('48213')
  end

  it 'says so where nothing would change' do
    expect { action.execute(HelpDesk::SETTINGS, { 'id' => '48213' }) }.to raise_error(/at least one field/)
  end
end
