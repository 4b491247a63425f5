/**
 * What lambdas of fields are made of: `a`, `b` and `x` are variables, `text` is a text, `field` a hash, `list` and
 * `other` are lists of fields, `add`, `grow` and `all` hold lambdas that change them. `c` is an answer, so that the model
 * does not know it; of what users enter, it would follow both ways.
 * Words in capitals: `VARIABLE`, `VALUE`, `FIELD`, `TEST`, `BODY` for statements, and `LEAVE` for a way out of a block.
 */
export const before = `c = get('/c')
a = +'v0'
b = 'v9'
x = nil
text = +'s0'
list = [{ name: 'l1' }, { name: 'l2' }]
other = [{ name: 'k1' }]
field = { name: 'h1' }
add = ->(item) { list << item }
grow = ->(t) { t << 'q' }
all = { rename: ->(t) { t[:name] = 'hf' } }`;

export const after = "[{ name: a }, { name: b }, { name: text }, field] + list + other";

export const values: Readonly<Record<string, readonly string[]>> = {
  VARIABLE: ["a", "b", "x"],
  VALUE: ["'v1'", "'v2'", "a", "b"],
  FIELD: ["{ name: a }", "{ name: b }", "{ name: 'm1' }", "{ 'name' => 'm2' }", "field"],
  TEST: ["c['p']", "c['q']", "!c['p']", "a == 'v1'", "x", "true", "false"],
  LEAVE: ["next", "next", "break"],
};

/** Those that change something and contain no others. */
export const changes: readonly string[] = [
  "VARIABLE = VALUE",
  "VARIABLE = VALUE if TEST",
  "list << FIELD",
  "list.push(FIELD)",
  "list.concat([FIELD])",
  "list += [FIELD]",
  "list = list + [FIELD]",
  "list.unshift(FIELD)",
  "list.insert(0, FIELD)",
  "list.pop",
  "list.shift",
  "list.delete_at(0)",
  "list.reverse!",
  "list.clear if TEST",
  "list.freeze if TEST",
  "list.replace([FIELD])",
  "list.map! { |g| g.merge(name: 'n7') }",
  "list.select! { |g| g[:name] != 'm1' }",
  "list.delete_if { |g| g[:name] == 'm1' }",
  "list.sort_by! { |g| g[:name].to_s }",
  "list.each { |g| g[:name] = 'n6' }",
  "list.each_with_index { |g, i| g[:name] = 'o1' if i == 0 }",
  "list.tap { |t| t << { name: 'o5' } }",
  "list = list.map { |g| TEST ? g : g.merge(name: 'n8') }",
  "list = list.reject { |g| g[:name] == 'l1' }",
  "list, other = other, list",
  "list.first[:name] = VALUE unless list.empty?",
  "other = list",
  "other = list.dup",
  "other = list.map { |g| g }",
  "other << FIELD",
  "(TEST ? list : other) << FIELD",
  "[list, other].each { |y| y << FIELD }",
  "field[:name] = VALUE",
  "field = { name: VALUE }",
  "field = field.merge(name: VALUE)",
  "field.merge!(name: 'n2')",
  "text << 'y'",
  "text = text + 'v'",
  "a << 'z'",
  "add.call(FIELD)",
  "add[FIELD]",
  "add.(FIELD)",
  "grow.call(text)",
  "all[:rename].call(field)",
  "run = ->(f, i) { f.call(i) }; c['l'].each { |z| run[add, FIELD] }",
  "c['l'].each(&add)",
  "c['l'].each { |z| add[{ name: 'm5' }] }",
  "c['l'].each { |z| add === FIELD }",
  "c['l'].each { |z| list << FIELD }",
  "c['l'].each { |z| list.tap { |t| t << FIELD } }",
  "c['l'].each { |z| list.map { |g| g[:name] } }",
  "c['l'].each { |z| other.push(FIELD) }",
  "c['l'].each { |z| [list, other].each { |y| y << FIELD } }",
  "c['l'].each { |z| field[:name] = VALUE }",
  "c['l'].each { |z| text << 'w' }",
  "c['l'].each { |z| grow[text] }",
  "c['l'].each { |z| [text].each(&grow) }",
  "c['l'].each { |z| all[:rename][field] }",
  "c['l'].each { |z| all.each_value { |f| f.call(field) } }",
  "c['l'].each_with_object(list) { |z, m| m << FIELD }",
  "c['l'].inject(list) { |m, z| m << FIELD }",
  "c['l'].then { |z| list << FIELD }",
  "[1].each_with_object(list) { |z, m| m << FIELD }",
];

/** Those with others inside; those in a block or loop may be left early. */
export const compounds: readonly { readonly form: string; readonly isBlock?: true }[] = [
  { form: "if TEST\nBODY\nelse\nBODY\nend" },
  { form: "unless TEST\nBODY\nend" },
  { form: "begin\nBODY\nraise 'x' if TEST\nBODY\nrescue StandardError\nBODY\nend" },
  { form: "begin\nBODY\nensure\nVARIABLE = VALUE\nend" },
  { form: "case a\nwhen 'v1'\nBODY\nwhen c['w']\nBODY\nelse\nBODY\nend" },
  { form: "case c['k']\nin Integer\nBODY\nin x\nBODY\nend" },
  { form: "TEST && (VARIABLE = VALUE)" },
  { form: "TEST or (list << FIELD)" },
  { form: "[1, 2].each do |x|\nBODY\nend", isBlock: true },
  { form: "[1, 2].each do |y; a|\na = 'v3'\nBODY\nend", isBlock: true },
  { form: "c['l'].each do |x|\nBODY\nend", isBlock: true },
  { form: "inner = lambda do |x|\nBODY\nend\ninner.call('v5')" },
  { form: "inner = lambda do |a|\na = +'v6'\nBODY\nend\ninner.call('v5') if TEST" },
];
