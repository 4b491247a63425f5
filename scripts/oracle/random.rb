# Evaluates what `random.ts` writes: lines of JSON, each an expression, or the body of a lambda that is called with
# several answers to its request. Writes what comes out, as texts, line by line to the file that it is given, since Ruby itself
# prints about what it cannot compile; nothing where it raises, or takes too long. Ends where code does not end even when it
# is told to.
require 'json'
require 'active_support/all'

$VERBOSE = nil

answers_to_requests = [true, nil].product([true, nil], [1, 'k'], ['v1', 'v2'], [[], [{ 'z' => 1 }]])
                    .map { |p, q, k, w, l| { 'p' => p, 'q' => q, 'k' => k, 'w' => w, 'l' => l } }

def get(_path)
  $answer
end

def within_time
  result = nil
  thread = Thread.new { result = yield }
  thread.report_on_exception = false
  return result if thread.join(2)

  thread.kill.join(2) || exit!(1)
  nil
rescue StandardError, SyntaxError
  nil
end

def show(fields)
  fields.map { |field| (field[:name] || field['name'])&.to_s }
end

answers = File.open(ARGV.fetch(0), 'w')
answers.sync = true
STDIN.each_line do |line|
  task = JSON.parse(line)
  found =
    if task['expression']
      [within_time { eval(task['expression']).inspect }]
    else
      code = within_time { eval("lambda do\n#{task['program']}\nend") }
      code ? answers_to_requests.map { |answer| within_time { $answer = answer; show(code.call) } } : []
    end
  answers.puts JSON.generate(found.compact.uniq)
end
