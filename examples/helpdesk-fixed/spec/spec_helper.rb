# frozen_string_literal: true

require 'json'
require 'webmock/rspec'
require 'workato-connector-sdk'

# The specs stub the API, so they need no credentials and no network.
module HelpDesk
  API = 'https://acme.lanterndesk.example/api/v2'
  SETTINGS = { 'subdomain' => 'acme', 'api_key' => 'test' }.freeze

  def connector
    @connector ||= Workato::Connector::Sdk::Connector.from_file('connector.rb', SETTINGS)
  end

  def fixture(name)
    JSON.parse(File.read("fixtures/#{name}.json"))
  end

  def answer(name)
    { status: 200, headers: { 'Content-Type' => 'application/json' }, body: fixture(name).to_json }
  end
end

RSpec.configure do |config|
  config.include HelpDesk
  config.expect_with(:rspec) { |expectations| expectations.syntax = :expect }
  config.disable_monkey_patching!
end
