# frozen_string_literal: true

# Prints what Ruby knows about connectors, one line of JSON a file. It evaluates the files: see README.md first.
#
#   ruby scripts/oracle/oracle.rb FILE...

require 'timeout'
require_relative 'runtime'

FIELD_KEYS = %w[name label type control_type optional hint sticky].freeze
FILE_SECONDS = 60
LAMBDA_SECONDS = 3

# One connector as Ruby evaluates it, in the shape of `connector-gate inspect --format json`.
class Evaluation
  def initialize(file)
    @file = file
    @branches = []
    @reasons = {}
    @lines = {}
  end

  def to_h
    source = File.read(@file, encoding: 'UTF-8')
    @root = TOPLEVEL_BINDING.dup.eval(source, @file)
    raise "the file's value is a #{@root.class}" unless @root.is_a?(Hash)

    @operation = Operation.new(section(:methods))
    { file: @file, inspection: inspection, branches: @branches, reasons: @reasons, lines: @lines }
  end

  private

  def section(name) = hash(at(@root, name)) || {}
  def hash(value) = value.is_a?(Hash) ? value : nil
  def keys(value) = hash(value)&.keys&.map(&:to_s)&.uniq
  def text(value) = value.is_a?(String) || value.is_a?(Symbol) ? value.to_s : nil

  # The value of a key that a connector may spell as a symbol or as a string; the later one wins, as on the platform.
  def at(hash, key)
    return nil unless hash.is_a?(Hash)

    found = hash.keys.reverse.find { |candidate| candidate.to_s == key.to_s && candidate.respond_to?(:to_sym) }
    found.nil? ? nil : hash[found]
  end

  def inspection
    {
      schemaVersion: 1, file: @file, title: text(at(@root, :title)), rootKeys: keys(@root), connection: connection,
      actions: operations(:actions), triggers: operations(:triggers),
      objectDefinitions: section(:object_definitions).to_h { |name, value| [name.to_s, keys(value)] },
      pickLists: section(:pick_lists).to_h { |name, value| [name.to_s, pick_list(name, value)] },
      methods: section(:methods).to_h { |name, value| [name.to_s, value.is_a?(Proc) ? value.arity : nil] },
      definitionFields: section(:object_definitions).to_h { |name, value| [name.to_s, definition_fields(name, value)] }
    }
  end

  def connection
    source = at(@root, :connection)
    authorization = at(source, :authorization)
    {
      keys: keys(source), fields: fields('connection.fields', at(source, :fields)) { [user_input, user_input] },
      authorization: { type: text(at(authorization, :type)), keys: keys(authorization) }
    }
  end

  def operations(name)
    section(name).to_h { |key, value| [key.to_s, operation("#{name}.#{key}", value, name == :triggers)] }
  end

  def operation(path, source, is_trigger)
    result = { title: text(at(source, :title)), subtitle: text(at(source, :subtitle)),
               description: text(at(source, :description)), keys: keys(source) }
    result[:kind] = kind(keys(source) || []) if is_trigger
    %w[input output].each do |side|
      list = fields("#{path}.#{side}_fields", at(source, "#{side}_fields")) { [definitions, user_input, user_input] }
      result["#{side}Fields"] = list
    end
    result
  end

  def kind(keys)
    subscribes = keys.include?('webhook_subscribe')
    return keys.include?('poll') ? 'hybrid' : 'dynamic_webhook' if subscribes
    return 'static_webhook' if keys.include?('webhook_key')

    keys.include?('poll') ? 'polling' : nil
  end

  def definition_fields(name, source)
    fields("object_definitions.#{name}.fields", at(source, :fields)) { [user_input, user_input, definitions] }
  end

  def user_input = RuntimeHash.new

  def definitions
    operation = @operation
    source = section(:object_definitions).with_indifferent_access
    LazyDefinitions.new do |found, name|
      fields = source.dig(name, :fields)
      raise NameError, "no object definition #{name}" unless fields

      result = fields.is_a?(Proc) ? run(operation, fields, [user_input, user_input, found]) : fields
      found[name] = result
    end
  end

  # As many arguments as the lambda declares, as the SDK does.
  def run(operation, lambda, arguments) = operation.instance_exec(*arguments.take(lambda.parameters.length), &lambda)

  def fields(path, value)
    return nil if value.nil?

    @lines[path] = value.source_location.last if value.is_a?(Proc)
    attempt(path) { list(value.is_a?(Proc) ? run(@operation, value, yield) : value) }
  end

  def attempt(path)
    RuntimeHash.read = false
    result = Timeout.timeout(LAMBDA_SECONDS) { yield }
    @branches << path if RuntimeHash.read
    result
  rescue StandardError, ScriptError, SystemStackError, UnknownValue => e
    @reasons[path] = "#{e.class}: #{e.message.lines.first.to_s.strip[0, 160]}"
    nil
  end

  def list(value)
    items = Array.wrap(value)
    odd = items.find { |item| !item.is_a?(Hash) }
    raise "a #{odd.class} among the fields" if items.any? { |item| !item.is_a?(Hash) }

    items.map { |item| field(item) }
  end

  def field(item)
    FIELD_KEYS.each_with_object({}) do |key, result|
      next unless item.key?(key) || item.key?(key.to_sym)

      value = at(item, key)
      result[key] = value.is_a?(Symbol) ? value.to_s : value
    end
  end

  def pick_list(name, value)
    return 'static' if value.is_a?(Array)
    return nil unless value.is_a?(Proc)

    path = "pick_lists.#{name}"
    @lines[path] = value.source_location.last
    attempt(path) { run(@operation, value, [user_input]).is_a?(Array) ? 'static' : 'dynamic' } || 'dynamic'
  end
end

def evaluate(file)
  Evaluation.new(file).to_h
rescue StandardError, ScriptError, SystemStackError, UnknownValue => e
  { file: file, error: "#{e.class}: #{e.message.lines.first.to_s.strip[0, 160]}" }
end

# Each file in a process of its own, so that constants and patches of one do not reach the next.
def answer(file)
  reader, writer = IO.pipe
  child = fork do
    reader.close
    $stdout.reopen(File::NULL)
    writer.write(JSON.generate(evaluate(file)))
    writer.close
    exit!(0)
  end
  writer.close
  Timeout.timeout(FILE_SECONDS) { reader.read.presence } || JSON.generate(file: file, error: 'no answer')
rescue Timeout::Error
  JSON.generate(file: file, error: "no answer in #{FILE_SECONDS} s")
ensure
  Process.kill(:KILL, child) rescue nil
  Process.wait(child)
end

if $PROGRAM_NAME == __FILE__
  $VERBOSE = nil
  Encoding.default_external = Encoding::UTF_8
  ARGV.each { |file| puts answer(file) }
end
