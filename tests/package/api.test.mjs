// Every export of the package, by named cases.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { folder, json, load, plan, refuses, text } from './support.mjs';

const allians = await load('node/allians.js');
const { Checker, call, calls, check } = allians;
const KNOWLEDGE_ALLIANCES = 'erasmus-knowledge-alliances';
const MANDATORY = ['organisations', 'programme-countries', 'higher-education-institutions', 'enterprises', 'applicant', 'duration', 'grant'];

test('the exports are those of the types', () => {
  assert.deepEqual(Object.keys(allians).sort(), ['Checker', 'call', 'calls', 'check', 'checklist', 'compare', 'complete', 'withdrawals']);
});

test('the types are those agreed on', () => {
  assert.equal(readFileSync(resolve(folder, 'node/allians.d.ts'), 'utf8'), text('tests/package/allians.d.ts'));
});

test('calls are listed with their years and titles', () => {
  const [first] = calls();
  assert.equal(first.id, KNOWLEDGE_ALLIANCES);
  assert.deepEqual(first.years, [2014, 2015, 2016, 2017, 2018, 2019, 2020]);
  assert.deepEqual(first.title, { sv: 'Kunskapsallianser', fi: 'Tietoyhteenliittymät', en: 'Knowledge Alliances' });
});

test('a call has texts, sources, rules and the countries of the year', () => {
  const alliances = call(KNOWLEDGE_ALLIANCES, 2020);
  const [organisations] = alliances.requirements;
  assert.deepEqual(organisations.rule, { shape: 'count', of: { roles: ['applicant', 'partner'], class: 'programme' }, at_least: 6 });
  assert.deepEqual(organisations.lenient, { shape: 'count', of: { roles: ['applicant', 'partner'] }, at_least: 6 });
  assert.equal(organisations.title.en, 'At least 6 organisations');
  assert.ok(organisations.sources.some(({ sentence }) => sentence?.includes('minst 6 organisationer')));
  assert.deepEqual(alliances.requirements.filter(({ severity }) => severity === 'mandatory').map(({ id }) => id), MANDATORY);
  const shapes = alliances.requirements.map(({ rule }) => rule.shape);
  assert.deepEqual([...new Set(shapes)].sort(), ['activities', 'coordinator', 'count', 'countries', 'duration', 'every_member', 'grant', 'judgement']);
  assert.deepEqual(alliances.requirements.find(({ id }) => id === 'grant').rule.caps[0], { months: 24, at_most: 700000 });
});

test('Serbia is a programme country from 2019 on', () => {
  const programme = (year) => call(KNOWLEDGE_ALLIANCES, year).classes.find(({ name }) => name === 'programme').countries;
  assert.deepEqual([2018, 2019].map((year) => programme(year).includes('RS')), [false, true]);
});

test('a report is what the command line writes for the same file', () => {
  assert.deepEqual(check(json('plan.json')), json('report.json'));
});

test('a report survives JSON', () => {
  const report = check(json('plan.json'));
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('the lenient reading counts partner countries', () => {
  const [strict, lenient] = ['strict', 'lenient'].map((reading) => check(json('plan.json'), { reading }).findings[0]);
  assert.deepEqual([strict.have, strict.other_reading], [3, { reading: 'lenient', status: 'unmet', have: 5 }]);
  assert.deepEqual([lenient.have, lenient.other_reading], [5, { reading: 'strict', status: 'unmet', have: 3 }]);
});

for (const [name, options] of Object.entries({ none: [], undefined: [undefined], null: [null], empty: [{}], 'reading null': [{ reading: null }] })) {
  test(`options: ${name} is the strict reading`, () => assert.equal(check(plan(), ...options).reading, 'strict'));
}

test('an organisation that is outside another class than the programme countries says which', () => {
  const finding = check(plan()).findings.find(({ id }) => id === 'added-value');
  assert.deepEqual(finding.left_out, [{ organisation: 'a', reason: 'outside_class', class: 'partner' }]);
});

test('nothing but the plan is needed', () => {
  const bare = { format: 'allians-plan', version: 1, call: KNOWLEDGE_ALLIANCES, year: 2020, organisations: [] };
  assert.equal(check(bare).verdict, 'unmet');
});

test('fields that are undefined are not there', () => {
  assert.deepEqual(check(plan({ title: undefined, members: undefined })), check(plan({ members: [] })));
});

test('a plan of a newer version is read as far as it is understood', () => {
  assert.equal(check(plan({ version: 2, novelty: { deep: [1] } })).call, KNOWLEDGE_ALLIANCES);
});

test('the input is left alone', () => {
  const before = plan();
  check(before);
  assert.deepEqual(before, plan());
});

test('what is returned is the caller\'s own', () => {
  const first = check(plan());
  first.findings[0].counted.push('x');
  first.findings.length = 1;
  assert.notDeepEqual(check(plan()), first);
});

test('the package holds what its manifest names, and no page', () => {
  const { exports } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  for (const condition of Object.values(exports['.'])) for (const file of Object.values(condition)) readFileSync(resolve(folder, file));
  const wasm = readFileSync(resolve(folder, 'node/allians_bg.wasm'), 'latin1');
  assert.doesNotMatch(wasm, /yew|virtual dom|data-zone/i);
  assert.ok(readdirSync(resolve(folder, 'node')).includes('allians.d.ts'));
});

test('the web build is started with bytes, without a network', async () => {
  const web = await load('web/allians.js');
  web.initSync({ module: readFileSync(resolve(folder, 'web/allians_bg.wasm')) });
  assert.deepEqual(web.check(json('plan.json')), json('report.json'));
  assert.throws(() => web.check({}), { kind: 'not_a_plan' });
});

test('an unknown call names those known', () => {
  refuses(() => call('x', 2020), { kind: 'unknown_call', call: 'x', known: allians.calls().map(({ id }) => id) });
  refuses(() => check(plan({ call: 'x' })), { kind: 'unknown_call', call: 'x', known: allians.calls().map(({ id }) => id) });
  refuses(() => new Checker(plan({ call: 'x' })), { kind: 'unknown_call', call: 'x', known: allians.calls().map(({ id }) => id) });
});

test('an unknown year names those known', () => {
  const refusal = { kind: 'unknown_year', call: KNOWLEDGE_ALLIANCES, year: 1999, known: [2014, 2015, 2016, 2017, 2018, 2019, 2020] };
  refuses(() => call(KNOWLEDGE_ALLIANCES, 1999), refusal);
  refuses(() => check(plan({ year: 1999 })), refusal);
  refuses(() => call(KNOWLEDGE_ALLIANCES, 70_000), { ...refusal, year: 70_000 });
});
