# frozen_string_literal: true

RSpec.describe 'actions/search_tickets' do
  let(:action) { connector.actions.search_tickets }

  it 'finds tickets by words and status' do
    stub_request(:get, "#{HelpDesk::API}/tickets").
      with(query: { query: 'lantern', status: 'open' }).
      to_return(answer('actions/search_tickets'))

    output = action.execute(HelpDesk::SETTINGS, { 'query' => 'lantern', 'status' => 'open' })

    expect(output['tickets'].pluck('id')).to eq(['48213'])
  end

  it 'returns an empty list where nothing matches' do
    stub_request(:get, "#{HelpDesk::API}/tickets").
      with(query: { query: 'candle' }).
      to_return(status: 200, headers: { 'Content-Type' => 'application/json' }, body: '{"tickets":[]}')

    output = action.execute(HelpDesk::SETTINGS, { 'query' => 'candle' })

    expect(output['tickets']).to eq([])
  end
end
