# frozen_string_literal: true

RSpec.describe 'triggers/new_updated_ticket' do
  let(:trigger) { connector.triggers.new_updated_ticket }

  it 'continues where the last poll ended' do
    stub_request(:get, "#{HelpDesk::API}/tickets/changes").
      with(query: hash_including('cursor' => 'c41', 'limit' => '100')).
      to_return(answer('triggers/new_updated_ticket'))

    output = trigger.poll_page(HelpDesk::SETTINGS, {}, 'c41')

    expect(output[:next_poll]).to eq('c42')
    expect(output[:can_poll_more]).to be(false)
  end

  it 'takes each change of a ticket as an event of its own' do
    expect(trigger.dedup({ 'id' => '48213', 'updated_at' => '2026-02-27T10:03:10Z' })).
      to eq('48213@2026-02-27T10:03:10Z')
  end
end
