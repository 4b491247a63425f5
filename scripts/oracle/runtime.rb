# frozen_string_literal: true

# A stand-in for the part of the connector SDK that loading a connector, and calling its schema lambdas, needs.
# What it imitates: https://github.com/workato/workato-connector-sdk (lib/workato/extension, object_definitions.rb).

require 'active_support'
require 'active_support/core_ext'
require 'base64'
require 'cgi'
require 'delegate'
require 'erb'
require 'json'
require 'openssl'
require 'securerandom'
require 'time'

Time.zone = 'Pacific Time (US & Canada)'

# A value that only the platform, or the other side of a request, can know. No connector's `rescue` catches it, since
# whether it comes to that is not known either.
class UnknownValue < Exception; end

module FieldLists
  def ignored(*names)
    reject { |field| names.include?(field[:name]) }
  end

  def only(*names)
    select { |field| names.include?(field[:name]) }
  end

  def required(*names)
    map { |field| names.include?(field[:name]) ? field.merge(optional: false) : field }
  end
end
Array.prepend(FieldLists)

# What `where` gives: it filters when somebody looks.
class FilteredList < SimpleDelegator
  def initialize(list, conditions)
    @conditions = [[conditions, true]]
    super(list)
  end

  def where(conditions = {}) = tap { @conditions << [conditions, true] }
  def not(conditions = {}) = tap { @conditions << [conditions, false] }

  def __getobj__
    list = super
    return list unless @conditions

    conditions = @conditions
    @conditions = nil
    __setobj__(list.select { |item| conditions.all? { |wanted, holds| fits?(item, wanted) == holds } })
  end

  private

  def fits?(item, wanted)
    wanted.all? do |key, value|
      raise UnknownValue, 'where with operators' if key.to_s.match?(/\W/)

      found = item[key]
      case value
      when Array, Range
        raise 'compared with nil' if found.nil?

        value.include?(found)
      when Regexp then found.match?(value)
      else found == value
      end
    end
  end
end

module PlatformStrings
  def +(other)
    raise ArgumentError, 'cannot concatenate a string with nil' if other.nil?

    super(other.to_s)
  end

  def labelize(*acronyms)
    acronyms.unshift(/^id$/i, /^ur[il]$/i)
    boundary = /_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/
    words = split(boundary).select(&:present?).each_with_index.map do |word, index|
      if word.match?(/^[A-Z]+$/) then word
      elsif acronyms.any? { |pattern| pattern =~ word } then word.upcase
      else index.zero? ? word.humanize : word.downcase
      end
    end
    words.join(' ')
  end

  def split_strip_compact(pattern, parts = 0)
    split(pattern, parts).map(&:strip).select(&:present?)
  end

  def is_int? = present? && self !~ /\D/
  def is_number? = present? && (match?(/^\d+$/) || !Float(self, exception: false).nil?)
  def quote = gsub("'", "''")
  def to_hex = unpack1('H*')
  def encode_base64 = Base64.strict_encode64(self)
  def encode_urlsafe_base64 = Base64.urlsafe_encode64(self)
  def encode_url = ERB::Util.url_encode(self)
  def decode_url = CGI.unescape(self)
  def decode_base64 = Base64.decode64(self)
  alias base64 encode_base64
  alias encode_hex to_hex
end
String.prepend(PlatformStrings)

class NilClass
  def is_int? = false
  def is_number? = false
end

class Integer
  def is_int? = true
end

module PlatformValues
  def is_true?(null_true: false)
    case self
    when nil then null_true
    when true, 1, /\A(true|t|yes|y|1)\Z/i then true
    when false, 0, /\A(false|f|no|n|0)\Z/i then false
    else raise "cannot convert #{self.class} to a boolean"
    end
  end

  def is_not_true?(null_not_true: true) = !is_true?(null_true: !null_not_true)
end
Object.include(PlatformValues)

module PlatformEnumerables
  def where(conditions = {}) = FilteredList.new(first.is_a?(Hash) ? self : [], conditions || {})

  def pluck(*keys)
    return map { |item| keys.map { |key| item.respond_to?(:dig) ? item.dig(*key) : item[key] } } if keys.many?

    map { |item| item.respond_to?(:dig) ? item.dig(*keys.first) : item[keys.first] }
  end

  def smart_join(separator)
    map { |value| (value.is_a?(String) ? value.strip : value).presence }.compact.join(separator)
  end

  def transform_find
    each { |*items| (result = yield(*items)) && (return result) }
    nil
  end

  def transform_select(&block) = map { |*items| block.call(*items) || nil }.compact

  def format_map(format) = format.blank? ? self : map { |value| format % Array.wrap(value) }
end
Enumerable.include(PlatformEnumerables)
Array.prepend(PlatformEnumerables)

class Hash
  def encode_www_form = URI.encode_www_form(self)
end

# An empty hash in the place of what a user fills in. It notes whether anything looked into it, since Ruby then
# went down one of several ways.
class RuntimeHash < ActiveSupport::HashWithIndifferentAccess
  class << self
    attr_accessor :read
  end

  silent = %i[object_id __send__ __id__ class is_a? kind_of? instance_of? respond_to? nil? instance_exec
              extractable_options? nested_under_indifferent_access with_indifferent_access]
  (ActiveSupport::HashWithIndifferentAccess.public_instance_methods - silent).each do |name|
    next if name.to_s.start_with?('instance_variable', 'define_singleton', 'singleton')

    define_method(name) do |*arguments, **options, &block|
      RuntimeHash.read = true
      options.empty? ? super(*arguments, &block) : super(*arguments, **options, &block)
    end
  end

  def initialize
    before = RuntimeHash.read
    super
    RuntimeHash.read = before
  end

  def with_indifferent_access = self
end

# The definitions by name, each resolved when it is asked for, and copied so that no reader changes another's.
class LazyDefinitions < ActiveSupport::HashWithIndifferentAccess
  def [](name) = super.deep_dup
end

# What `self` is inside the lambdas of a connector.
class Operation
  VERBS = %i[get post put patch delete options head copy move].freeze
  PLATFORM = %i[account_property account_properties lookup workato workato_schema execution_context recipe_id
                encrypt decrypt uuid reinvoke_after checkpoint! aws streams connection stream].freeze

  (VERBS + PLATFORM).each do |name|
    define_method(name) { |*, **, &_block| raise UnknownValue, name.to_s }
  end

  def initialize(methods) = @methods = methods.with_indifferent_access

  def call(name, *arguments)
    lambda = @methods[name]
    raise NameError, "no method #{name}" unless lambda.is_a?(Proc)

    instance_exec(*arguments, &lambda)
  end
  ruby2_keywords :call

  def error(message) = raise(message.to_s)
  def parse_json(text) = text.is_a?(String) ? JSON.parse(text) : text
  def now = Time.zone.now
  def today = Time.zone.today
  def blank = ''
  def clear = nil
  def null = nil
  def skip = nil
  def sleep(*) = nil
  def puts(*) = nil
end
