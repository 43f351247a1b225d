// Input that is no plan, in every way that JS knows. What is wrong is refused at its place; nothing else happens.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { folder, json, load, plan, refuses, withOne } from './support.mjs';

const { Checker, check } = await load('node/allians.js');
const expected = (path, what) => ({ kind: 'wrong', path, fault: 'expected', expected: what });
const tooLong = (path) => ({ kind: 'wrong', path, fault: 'too_large', most: 50_000 });
const boom = () => {
  throw new Error('boom');
};
const throwing = (name) => Object.defineProperty({}, name, { get: boom, enumerable: true });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const angry = (target) => new Proxy(target, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom });
const cyclic = plan();
cyclic.options = cyclic;
const KINDS = ['hei', 'enterprise', 'association', 'public_body', 'research_institute', 'business_intermediary', 'trade_union', 'vet_provider'];
const MORE_KINDS = ['school', 'teacher_education_provider', 'accreditation_body', 'other'];

const NO_PLANS = {
  nothing: undefined, null: null, true: true, 'a number': 7, NaN, 'a text': 'allians-plan', 'a big integer': 1n, 'a symbol': Symbol('plan'),
  'a function': () => plan(), 'a list': [plan()], 'an empty object': {}, 'a map': new Map(Object.entries(plan())), 'a date': new Date(0),
  'a boxed format': plan({ format: new String('allians-plan') }), 'another format': plan({ format: 'allians' }),
  'a revoked proxy': revoked(), 'an angry proxy': angry(plan()), 'JSON text': JSON.stringify(plan()), 'plain bytes': new Uint8Array(9),
};
for (const [name, value] of Object.entries(NO_PLANS)) {
  test(`${name} is not a plan`, () => {
    refuses(() => check(value), { kind: 'not_a_plan' });
    refuses(() => new Checker(value), { kind: 'not_a_plan' });
  });
}

// Too much work to do twenty thousand times.
const HEAVY = true;
const WRONG = {
  'a format that throws': [Object.defineProperty(plan(), 'format', { get: boom, enumerable: true }), { kind: 'not_a_plan' }],
  'version 0': [plan({ version: 0 }), expected('version', 'number')],
  'a version as text': [plan({ version: '1' }), expected('version', 'number')],
  'no call': [plan({ call: undefined }), { kind: 'wrong', path: 'call', fault: 'missing' }],
  'a call that is null': [plan({ call: null }), { kind: 'wrong', path: 'call', fault: 'missing' }],
  'a year that is NaN': [plan({ year: NaN }), expected('year', 'number')],
  'a year as BigInt': [plan({ year: 2020n }), expected('year', 'number')],
  'a year with a half': [plan({ year: 2020.5 }), expected('year', 'number')],
  'a boxed year': [plan({ year: new Number(2020) }), expected('year', 'number')],
  'a duration that is NaN': [plan({ duration_months: NaN }), expected('duration_months', 'number')],
  'an endless duration': [plan({ duration_months: Infinity }), expected('duration_months', 'number')],
  'a negative grant': [plan({ grant_eur: -1 }), expected('grant_eur', 'amount')],
  'a date as title': [plan({ title: new Date(0) }), expected('title', 'text')],
  'a title with toJSON': [plan({ title: { toJSON: () => 'T' } }), expected('title', 'text')],
  'a boxed title': [plan({ title: new String('T') }), expected('title', 'text')],
  'a title that throws': [Object.defineProperty(plan(), 'title', { get: boom, enumerable: true }), expected('title', 'text')],
  'activities as a text': [plan({ activities: 'curricula' }), expected('activities', 'list')],
  'activities that look like a list': [plan({ activities: { length: 1, 0: 'curricula' } }), expected('activities', 'list')],
  'activities with a hole': [plan({ activities: ['curricula', , 'x'] }), expected('activities[1]', 'text')],
  'a cyclic plan': [cyclic, { kind: 'wrong', path: 'options.format', fault: 'unknown_field', allowed: ['variant'] }],
  'no organisations': [plan({ organisations: undefined }), { kind: 'wrong', path: 'organisations', fault: 'missing' }],
  'organisations as a map': [plan({ organisations: new Map() }), expected('organisations', 'list')],
  'organisations as a set': [plan({ organisations: new Set() }), expected('organisations', 'list')],
  'organisations as an angry proxy': [plan({ organisations: angry([]) }), expected('organisations', 'list')],
  'organisations as a revoked proxy': [plan({ organisations: revoked() }), expected('organisations', 'list')],
  'organisations with a length that lies': [
    plan({ organisations: new Proxy([], { get: (list, name) => (name === 'length' ? 1e9 : list[name]) }) }),
    tooLong('organisations'),
    HEAVY,
  ],
  'a sparse list of four thousand million': [plan({ organisations: new Array(2 ** 32 - 1) }), tooLong('organisations'), HEAVY],
  'a list as organisation': [plan({ organisations: [[]] }), expected('organisations[0]', 'object')],
  'a map as organisation': [plan({ organisations: [new Map([['id', 'a']])] }), { kind: 'wrong', path: 'organisations[0].id', fault: 'missing' }],
  'a function as organisation': [plan({ organisations: [boom] }), expected('organisations[0]', 'object')],
  'an angry proxy as organisation': [plan({ organisations: [angry({ id: 'a' })] }), expected('organisations[0].id', 'text')],
  'an id that throws': [plan({ organisations: [throwing('id')] }), expected('organisations[0].id', 'text')],
  'an empty id': [withOne({ id: '' }), { kind: 'wrong', path: 'organisations[0].id', fault: 'missing' }],
  'a symbol as name': [withOne({ name: Symbol('n') }), expected('organisations[0].name', 'text')],
  'a long name': [withOne({ name: 'x'.repeat(10_001) }), { kind: 'wrong', path: 'organisations[0].name', fault: 'too_large', most: 10_000 }],
  'a very long name': [withOne({ name: 'å'.repeat(10_000_000) }), { kind: 'wrong', path: 'organisations[0].name', fault: 'too_large', most: 10_000 }, HEAVY],
  'an unknown kind': [withOne({ kind: 'Hei' }), { kind: 'wrong', path: 'organisations[0].kind', fault: 'unknown_word', found: 'Hei', allowed: [...KINDS, ...MORE_KINDS] }],
  'no country that there is': [withOne({ country: 'ZZ' }), { kind: 'wrong', path: 'organisations[0].country', fault: 'unknown_country', found: 'ZZ' }],
  'a lone surrogate as country': [withOne({ country: '\ud800' }), { kind: 'wrong', path: 'organisations[0].country', fault: 'unknown_country', found: '\ufffd' }],
  'a zero in a country': [withOne({ country: 'F\0I' }), { kind: 'wrong', path: 'organisations[0].country', fault: 'unknown_country', found: 'F\0I' }],
  'zeros and ones in a kind': [withOne({ kind: '\0\x01\x010\x011' }), { kind: 'wrong', path: 'organisations[0].kind', fault: 'unknown_word', found: '\0\x01\x010\x011', allowed: [...KINDS, ...MORE_KINDS] }],
  'a long own call': [plan({ own_call: ' '.repeat(1_000_001) }), { kind: 'wrong', path: 'own_call', fault: 'too_large', most: 1_000_000 }, HEAVY],
  'a charter as number': [withOne({ eche: 1 }), expected('organisations[0].eche', 'truth')],
  'a boxed charter': [withOne({ eche: new Boolean(false) }), expected('organisations[0].eche', 'truth')],
  'an own __proto__': [
    plan({ organisations: [JSON.parse('{"id":"a","__proto__":{"kind":"hei"}}')] }),
    { kind: 'wrong', path: 'organisations[0].__proto__', fault: 'unknown_field', allowed: ['id', 'name', 'kind', 'country', 'group', 'eche', 'attributes', 'added_value', 'experience', 'commitment'] },
  ],
  'a name of a field with a zero': [
    withOne({ 'na\0me': 'A' }),
    { kind: 'wrong', path: 'organisations[0].na\0me', fault: 'unknown_field', allowed: ['id', 'name', 'kind', 'country', 'group', 'eche', 'attributes', 'added_value', 'experience', 'commitment'] },
  ],
  'the same id twice': [plan({ organisations: [{ id: 'a' }, { id: 'a' }] }), { kind: 'wrong', path: 'organisations[1].id', fault: 'repeated', found: 'a' }],
  'a member twice': [plan({ members: [{ organisation: 'a' }, { organisation: 'a' }] }), { kind: 'wrong', path: 'members[1].organisation', fault: 'repeated', found: 'a' }],
  'a member who is not there': [plan({ members: [{ organisation: 'b' }] }), { kind: 'wrong', path: 'members[0].organisation', fault: 'not_found', found: 'b' }],
  'too many organisations': [
    plan({ organisations: Array.from({ length: 60_000 }, (_, at) => ({ id: `o${at}` })), members: [] }),
    tooLong('organisations'),
    HEAVY,
  ],
  'too many activities': [plan({ activities: Array(50_001).fill('x') }), tooLong('activities'), HEAVY],
  'too many marks': [plan({ rules: { marks: Array(50_001).fill('x=y') } }), tooLong('rules.marks'), HEAVY],
};
for (const [name, [value, refusal]] of Object.entries(WRONG)) {
  test(`${name}: is refused at its place, and the next plan is checked`, () => {
    refuses(() => check(value), refusal);
    assert.equal(check(plan()).verdict, 'unmet');
  });
}

const OPTIONS = {
  'a reading that there is not': [{ reading: 'loose' }, { kind: 'wrong', path: 'options.reading', fault: 'unknown_word', found: 'loose', allowed: ['strict', 'lenient'] }],
  'a reading that throws': [throwing('reading'), expected('options.reading', 'text')],
  'an option that there is not': [{ raeding: 'strict' }, { kind: 'wrong', path: 'options.raeding', fault: 'unknown_field', allowed: ['reading'] }],
  'a text': ['lenient', expected('options', 'object')],
  'a list': [['lenient'], expected('options', 'object')],
  'a function': [boom, expected('options', 'object')],
};
for (const [name, [options, refusal]] of Object.entries(OPTIONS)) {
  test(`options: ${name} is refused`, () => refuses(() => check(plan(), options), refusal));
}

test('text is kept as it is', () => {
  const title = 'Ö–🚀\0\x01\x010\x011"\\\n\u2028';
  const id = '\0id\x01';
  const report = check(plan({ title, organisations: [{ id }], members: [{ organisation: id }] }));
  assert.equal(report.plan, title);
  assert.equal(report.findings[0].left_out[0].organisation, id);
});

test('an object without a prototype, and one of a class, are objects', () => {
  class Organisation {
    id = 'a';
    kind = 'hei';
  }
  const bare = Object.assign(Object.create(null), plan({ organisations: [new Organisation()] }));
  assert.equal(check(bare).findings[2].measured.possible, 1);
});

test('fields that are inherited, or not listed, are fields', () => {
  const heir = Object.create(plan({ surprise: 1 }));
  Object.defineProperty(heir, 'year', { value: 2019 });
  assert.deepEqual(check(heir), check(plan({ year: 2019 })));
});

test('a frozen plan is a plan', () => {
  const frozen = plan();
  frozen.organisations.forEach(Object.freeze);
  assert.deepEqual(check(Object.freeze(frozen)), check(plan()));
});

test('a getter may check another plan meanwhile', () => {
  const outer = plan({ title: 'outer' });
  let inner;
  Object.defineProperty(outer.organisations[0], 'name', { enumerable: true, get: () => ((inner = check(json('plan.json'))), 'A') });
  assert.deepEqual(check(outer), check(plan({ title: 'outer' })));
  assert.deepEqual(inner, json('report.json'));
});

test('a getter may take fields away', () => {
  const shifting = plan();
  Object.defineProperty(shifting, 'call', {
    enumerable: true,
    get() {
      delete shifting.members;
      shifting.year = 2019;
      return 'erasmus-knowledge-alliances';
    },
  });
  assert.equal(check(shifting).year, 2019);
});

test('a million options, deep', () => {
  let deep = {};
  for (let at = 0; at < 1_000_000; at++) deep = { deep };
  refuses(() => check(plan({ options: deep })), { kind: 'wrong', path: 'options.deep', fault: 'unknown_field', allowed: ['variant'] });
});

test('twenty thousand plans that are refused leave nothing behind', async () => {
  const web = await load('web/allians.js?hostile');
  const { memory } = web.initSync({ module: readFileSync(resolve(folder, 'web/allians_bg.wasm')) });
  const light = Object.values(WRONG).filter(([, , heavy]) => !heavy);
  const inputs = [...Object.values(NO_PLANS), ...light.map(([value]) => value)];
  const round = () => {
    for (const value of inputs) assert.throws(() => web.check(value), { name: 'AlliansError' });
    assert.throws(() => web.check(plan(), throwing('reading')), { kind: 'wrong' });
    const checker = new web.Checker(plan());
    assert.throws(() => checker.setDuration(NaN), { kind: 'wrong' });
    checker.free();
  };
  round();
  round();
  const before = memory.buffer.byteLength;
  for (let done = 0; done < 20_000; done += inputs.length) round();
  assert.equal(memory.buffer.byteLength, before);
});
