// A document as bytes, so that it crosses into wasm once and not value by value: marks, and texts that each end with a zero.
// Nothing is made to fit: what is no part of a document (a date, a function, what throws when it is read) gets a mark of its own
// and is refused in Rust, at its place. Only sizes are limited here, each a little beyond what Rust accepts.

const DEEPEST = 8;
const LONGEST_TEXT = 10_001;
const LONGEST_LIST = 50_001;
const LONGEST = 2 ** 28;
const encoder = new TextEncoder();
const mark = (text) => text.charCodeAt(0);
const [TEXT, RARE, NUMBER, TRUE, FALSE, NULL, ABSENT, NOTHING, LIST, LIST_END, FIELDS, SAME] = [..."\"'#tfn-?[]{="].map(mark);

// One buffer is kept. A getter may call back in here while it is in use; then another is made.
let spare = new Uint8Array(2 ** 14);

export function document(value) {
  const writer = new Writer(spare ?? new Uint8Array(2 ** 10));
  spare = null;
  writer.part(value, 0);
  if (writer.bytes.length <= 2 ** 20) spare = writer.bytes;
  return writer.bytes.subarray(0, writer.end);
}

class Writer {
  constructor(bytes) {
    this.bytes = bytes;
    this.end = 0;
    // The names of the fields of the object before: most objects of a list have the same.
    this.names = null;
  }

  part(value, depth) {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number':
        this.mark(NUMBER);
        return this.raw(String(value));
      case 'boolean':
        return this.mark(value ? TRUE : FALSE);
      case 'object':
        return value === null ? this.mark(NULL) : depth === DEEPEST ? this.mark(NOTHING) : this.parts(value, depth + 1);
      default:
        return this.mark(value === undefined ? ABSENT : NOTHING);
    }
  }

  parts(value, depth) {
    const start = this.end;
    try {
      if (Array.isArray(value)) this.list(value, depth);
      else this.fields(value, Object.keys(value), depth);
    } catch {
      this.end = start;
      this.names = null;
      this.mark(NOTHING);
    }
  }

  list(value, depth) {
    const length = Math.min(value.length, LONGEST_LIST);
    this.mark(LIST);
    for (let place = 0; place < length; place++) this.field(value, place, depth);
    this.mark(LIST_END);
  }

  fields(value, names, depth) {
    if (same(names, this.names)) {
      this.mark(SAME);
    } else {
      this.names = names;
      this.mark(FIELDS);
      this.raw(String(names.length));
      for (const name of names) this.raw(name.replaceAll('\0', '?'));
    }
    for (let place = 0; place < names.length; place++) this.field(value, names[place], depth);
  }

  field(value, name, depth) {
    let found;
    try {
      found = value[name];
    } catch {
      return this.mark(NOTHING);
    }
    this.part(found, depth);
  }

  text(value) {
    if (value.length > LONGEST_TEXT || value.includes('\0')) {
      this.mark(RARE);
      this.raw(value.slice(0, LONGEST_TEXT).replaceAll('\x01', '\x011').replaceAll('\0', '\x010'));
    } else {
      this.mark(TEXT);
      this.raw(value);
    }
  }

  mark(byte) {
    if (this.end === this.bytes.length) this.grow(1);
    this.bytes[this.end++] = byte;
  }

  raw(text) {
    const { length } = text;
    if (this.bytes.length - this.end <= length * 3) this.grow(length * 3 + 1);
    const { bytes } = this;
    let { end } = this;
    for (let place = 0; place < length; place++) {
      const code = text.charCodeAt(place);
      if (code > 127) {
        end += encoder.encodeInto(text.slice(place), bytes.subarray(end)).written;
        break;
      }
      bytes[end++] = code;
    }
    bytes[end++] = 0;
    this.end = end;
  }

  grow(more) {
    // Caught in `parts`: what is too long is not a value.
    if (this.end > LONGEST) throw new RangeError();
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.end + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function same(names, others) {
  if (names.length !== others?.length) return false;
  for (let place = 0; place < names.length; place++) if (names[place] !== others[place]) return false;
  return true;
}
