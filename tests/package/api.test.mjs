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

test('the exports are those of the types, and the two that the worker of the page asks', () => {
  const offered = ['Checker', 'call', 'calls', 'check', 'checklist', 'compare', 'complete', 'withdrawals'];
  assert.deepEqual(Object.keys(allians).sort(), [...offered, 'advise', 'readCall'].sort());
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
  const other = ({ other_reading: { reading, status, measured } }) => [reading, status, measured.have, measured.need];
  assert.deepEqual([strict.measured.have, ...other(strict)], [3, 'lenient', 'unmet', 5, 6]);
  assert.deepEqual([lenient.measured.have, ...other(lenient)], [5, 'strict', 'unmet', 3, 6]);
});

for (const [name, options] of Object.entries({ none: [], undefined: [undefined], null: [null], empty: [{}], 'reading null': [{ reading: null }] })) {
  test(`options: ${name} is the strict reading`, () => assert.equal(check(plan(), ...options).reading, 'strict'));
}

test('an organisation that is outside another class than the programme countries says which', () => {
  const finding = check(plan()).findings.find(({ id }) => id === 'added-value');
  assert.deepEqual(finding.left_out, [{ organisation: 'a', reason: 'outside_class', class: 'partner' }]);
});

test('an own call may have a million characters', () => {
  const title = { sv: 'Egen', fi: 'Oma', en: 'Own' };
  const source = { id: 's', title: 'S', address: 'https://example.org/', language: 'en', confidence: 'official_page' };
  const own = { id: 'own', title, years: [2020], address: 'https://example.org/', checked: '2026-01-01', classes: [], document: [source], requirement: [] };
  const report = check(plan({ call: 'own', own_call: JSON.stringify(own).padStart(1_000_000) }));
  assert.deepEqual([report.call, report.verdict], ['own', 'met']);
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

/** A call file without requirements, under an id. */
const own = (id) => {
  const texts = { sv: 'E', fi: 'E', en: 'E' };
  const document = [{ id: 'd', title: 'd', address: 'https://example.org/', language: 'en', confidence: 'official_page' }];
  return JSON.stringify({ id, title: texts, years: [2020], address: 'https://example.org/', checked: '2026-01-01', classes: [], document, requirement: [] });
};
const taken = { kind: 'wrong', path: 'own_call.id', fault: 'taken', found: KNOWLEDGE_ALLIANCES };

test("a plan's own call is known to that plan alone, in whatever order plans are checked", () => {
  const poison = plan({ own_call: own(KNOWLEDGE_ALLIANCES) });
  const mine = plan({ call: 'mine', own_call: own('mine') });
  const known = calls();
  const rows = {
    plain: () => assert.equal(check(plan()).verdict, 'unmet'),
    'plain, another year': () => assert.equal(check(plan({ year: 2018 })).findings.length, check(plan()).findings.length),
    'under a shipped name': () => refuses(() => check(poison), taken),
    'under a shipped name, kept': () => refuses(() => new Checker(poison), taken),
    'of its own': () => assert.deepEqual([check(mine).verdict, check(mine).findings.length], ['met', 0]),
    'of the name alone': () => refuses(() => check(plan({ call: 'mine' })), { kind: 'unknown_call', call: 'mine', known: known.map(({ id }) => id) }),
    listed: () => assert.deepEqual(calls(), known),
    'the call itself': () => assert.equal(call(KNOWLEDGE_ALLIANCES, 2020).requirements.length, 13),
  };
  // A small generator of our own, so that a failure can be run again.
  let seed = 7;
  const next = (below) => (seed = (seed * 16807) % 2147483647) % below;
  const names = Object.keys(rows);
  for (let step = 0; step < 400; step++) {
    const name = names[next(names.length)];
    assert.doesNotThrow(rows[name], `${name}, step ${step}`);
  }
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
