# frozen_string_literal: true

RSpec.describe 'connector' do
  it 'sends the key with the request that tests the connection' do
    request = stub_request(:get, "#{HelpDesk::API}/me").
              with(headers: { 'X-Api-Key' => 'test' }).
              to_return(answer('me'))

    connector.test(HelpDesk::SETTINGS)

    expect(request).to have_been_requested
  end

  it 'lists the groups of the help desk' do
    stub_request(:get, "#{HelpDesk::API}/groups").to_return(answer('groups'))

    expect(connector.pick_lists.groups(HelpDesk::SETTINGS)).to eq([['Repairs', '12'], ['Orders', '14']])
  end
end
