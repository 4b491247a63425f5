# frozen_string_literal: true

RSpec.describe 'triggers/new_comment' do
  let(:trigger) { connector.triggers.new_comment }
  let(:payload) { File.read('fixtures/triggers/new_comment.json') }
  let(:subscription) { { 'id' => '7', 'secret' => 'test' } }

  def notify(signature)
    trigger.webhook_notification({}, payload, [], [], { 'X-Lantern-Signature' => signature }, {},
                                 HelpDesk::SETTINGS, subscription)
  end

  it 'takes a comment whose signature is right' do
    signature = OpenSSL::HMAC.hexdigest('SHA256', subscription['secret'], payload)

    expect(notify(signature)['id']).to eq('90417')
  end

  it 'drops a comment that somebody else signed' do
    expect(notify('0' * 64)).to be_nil
  end

  it 'removes its webhook when the recipe stops' do
    request = stub_request(:delete, "#{HelpDesk::API}/webhooks/7").to_return(status: 204)

    trigger.webhook_unsubscribe(subscription)

    expect(request).to have_been_requested
  end
end
