// Makes a report's objects from its numbers: thousands of small objects are made faster here than from inside wasm.
// The numbers are laid out by `out.rs`, in the order in which they are read here; words and ids are places in two lists.

export function report(numbers, words, ids, plan) {
  const reader = new Reader(numbers, words, ids);
  const call = reader.word();
  const year = reader.number();
  const variant = reader.number() ? { variant: reader.word() } : undefined;
  const reading = reader.word();
  const verdict = reader.word();
  const findings = reader.list(finding);
  return { plan, call, year, ...variant, reading, verdict, findings };
}

class Reader {
  constructor(numbers, words, ids) {
    this.numbers = numbers;
    this.words = words;
    this.ids = ids;
    this.next = 0;
  }

  number() {
    return this.numbers[this.next++];
  }

  word() {
    return this.words[this.numbers[this.next++]];
  }

  id() {
    return this.ids[this.numbers[this.next++]];
  }

  list(read) {
    const length = this.number();
    const list = [];
    for (let at = 0; at < length; at++) list.push(read(this));
    return list;
  }
}

const id = (reader) => reader.id();
const word = (reader) => reader.word();

function finding(reader) {
  const out = {
    id: reader.word(),
    status: reader.word(),
    severity: reader.word(),
    measure: reader.word(),
    have: reader.number(),
    possible: reader.number(),
    need: reader.number(),
    slack: reader.number(),
    counted: reader.list(id),
    left_out: reader.list(leftOut),
    countries: reader.list(word),
  };
  const lacking = reader.list(lack);
  if (lacking.length > 0) out.lacking = lacking;
  if (reader.number()) out.other_reading = { reading: reader.word(), status: reader.word(), have: reader.number() };
  return out;
}

const lack = (reader) => ({ country: reader.word(), kinds: reader.list(word), missing: reader.number() });

const PLAIN = 0;
const CLASS = 1;
const GROUP = 2;

function leftOut(reader) {
  const organisation = reader.id();
  const reason = reader.word();
  const more = reader.number();
  if (more === PLAIN) return { organisation, reason };
  if (more === CLASS) return { organisation, reason, class: reader.word() };
  return more === GROUP ? { organisation, reason, same_as: reader.id() } : { organisation, reason, attribute: reader.word() };
}
