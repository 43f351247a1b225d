// The planner's answers: what is missing, what falls if somebody withdraws, what is still to be done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, load, plan, refuses } from './support.mjs';

const allians = await load('node/allians.js');
const { check, checklist, compare, complete, withdrawals } = allians;
const ANSWERS = { complete, withdrawals, checklist, compare };
const board = (change = {}) => ({ ...json('board.json'), ...change });
/** The board with some of the pool as members too. */
const joined = (...ids) => board({ members: [...json('board.json').members, ...ids.map((organisation) => ({ organisation }))] });

test('the answers are what the command line writes for the same file', () => {
  const agreed = json('advice.json');
  assert.deepEqual(complete(json('plan.json')), agreed.completion);
  assert.deepEqual(withdrawals(json('plan.json')), agreed.withdrawals);
  assert.deepEqual(checklist(json('plan.json')), agreed.checklist);
});

const FIELDS = {
  complete: ['additions', 'changes', 'facts', 'mixed', 'pool', 'safe'],
  withdrawals: ['alone', 'any', 'any_is_exact', 'dispensable', 'lean', 'lean_is_exact', 'pairs', 'successors'],
  checklist: ['confirmed', 'coordinators', 'evidence', 'questions', 'why'],
  compare: ['rows'],
};
for (const [name, answer] of Object.entries(ANSWERS)) {
  test(`${name}: begins as a report does, and survives JSON`, () => {
    const { plan, call, year, reading, ...rest } = answer(board(), { reading: 'lenient' });
    assert.deepEqual([plan, call, year, reading], ['Four of six', 'erasmus-knowledge-alliances', 2020, 'lenient']);
    assert.deepEqual(Object.keys(rest).sort(), FIELDS[name]);
    assert.deepEqual(JSON.parse(JSON.stringify(rest)), rest);
  });
  test(`${name}: leaves the plan alone`, () => {
    const before = board();
    answer(before);
    assert.deepEqual(before, board());
  });
  test(`${name}: nothing but organisations is needed`, () => {
    assert.equal(answer(plan({ organisations: [], members: undefined })).reading, 'strict');
  });
  for (const [what, given] of Object.entries({ none: [], undefined: [undefined], null: [null], empty: [{}], 'reading null': [{ reading: null }] })) {
    test(`${name}: options: ${what} is the strict reading`, () => assert.deepEqual(answer(board(), ...given), answer(board(), { reading: 'strict' })));
  }
}

test('whatever is named has an id', () => {
  for (const given of [json('plan.json'), board(), joined('p1', 'p3')]) {
    for (const answer of Object.values(ANSWERS)) assert.doesNotMatch(JSON.stringify(answer(given)), /""|null,null/);
  }
});

test('two are enough for four of six, and what helps no more than is needed comes first', () => {
  const { additions, pool, mixed, changes, facts } = complete(board());
  const sets = [['p1', 'p3'], ['p1', 'p4'], ['p2', 'p3'], ['p2', 'p4'], ['p1', 'p2']];
  assert.deepEqual(pool, { kind: 'sets', number: 2, ways: '5', sets });
  assert.deepEqual([mixed, changes, facts], [null, [], []]);
  assert.deepEqual([additions.kind, additions.number], ['seats', 2]);
  assert.deepEqual(additions.missing.map(({ requirement, missing }) => [requirement, missing]), [
    ['organisations', 2],
    ['programme-countries', 1],
    ['enterprises', 1],
  ]);
  const [{ seats, countries }, ...others] = additions.answers;
  assert.deepEqual(others, []);
  assert.deepEqual(seats.map(({ kinds, classes, leads }) => ({ kinds, classes, leads })), [
    { kinds: ['enterprise'], classes: ['programme'], leads: false },
    { kinds: null, classes: ['programme'], leads: false },
  ]);
  assert.deepEqual(countries, [{ requirement: 'programme-countries', new: 1 }]);
  for (const set of sets) assert.equal(check(joined(...set)).verdict, 'met');
  assert.equal(check(joined('p3', 'p4')).verdict, 'unmet');
});

const MOST = { 0: 0, 1: 1, 3: 3, 5: 5, 1000: 5, null: 5 };
for (const [most, listed] of Object.entries(MOST)) {
  test(`most ${most}: lists ${listed} of five sets, and still says that there are five`, () => {
    const { pool } = complete(board(), { most: JSON.parse(most) });
    assert.deepEqual([pool.sets.length, pool.ways], [listed, '5']);
  });
}

const POOLS = {
  'nobody is missing': [joined('p1', 'p3'), { kind: 'enough' }, 'enough'],
  'a pool that is too small': [board({ organisations: json('board.json').organisations.slice(0, 5) }), { kind: 'never' }, 'seats'],
  'an empty pool': [board({ organisations: json('board.json').organisations.slice(0, 4) }), { kind: 'never' }, 'seats'],
};
for (const [name, [given, pool, additions]] of Object.entries(POOLS)) {
  test(name, () => {
    const found = complete(given);
    assert.deepEqual([found.pool, found.additions.kind], [pool, additions]);
  });
}

test('more ways than a number can hold are counted in digits', () => {
  const kinds = ['hei', 'enterprise', 'association'];
  const organisations = Array.from({ length: 9000 }, (_, at) => ({ id: `o${at}`, kind: kinds[at % 3], country: ['FI', 'SE', 'DE'][(at / 3 | 0) % 3] }));
  const { pool } = complete(plan({ organisations, members: [] }), { most: 1 });
  assert.equal(pool.number, 6);
  assert.ok(BigInt(pool.ways) > BigInt(Number.MAX_SAFE_INTEGER), pool.ways);
  assert.equal(check(plan({ organisations, duration_months: 24, members: pool.sets[0].map((organisation, at) => ({ organisation, role: at ? 'partner' : 'applicant' })) })).verdict, 'met');
});

const CHANGES = {
  'nobody leads': [{ members: json('board.json').members.map(({ organisation }) => ({ organisation })) }, { kind: 'applicant', present: [], candidates: ['m1', 'm2', 'm3', 'm4'] }],
  'a duration that is not allowed': [{ duration_months: 12 }, { kind: 'duration', allowed: [24, 36] }],
  'a grant that is too large': [{ grant_eur: 700_001 }, { kind: 'grant', caps: [{ months: 24, at_most: 700_000 }, { months: 36, at_most: 1_000_000 }] }],
};
for (const [name, [change, expected]] of Object.entries(CHANGES)) {
  test(`${name}: is for no organisation to mend`, () => assert.deepEqual(complete(board(change)).changes, [expected]));
}

test('who withdraws, and who could come in', () => {
  const { alone, any, any_is_exact, successors, pairs } = withdrawals(joined('p1', 'p3'));
  const of = (id) => alone.find(({ organisation }) => organisation === id);
  assert.deepEqual(alone.map(({ organisation }) => organisation), ['m1', 'm2', 'm3', 'm4', 'p1', 'p3']);
  assert.deepEqual(of('m1').breaks, ['organisations', 'higher-education-institutions', 'applicant']);
  assert.deepEqual(of('p1').breaks, ['organisations', 'programme-countries', 'enterprises']);
  assert.deepEqual(of('p1').substitutes[0], { organisation: 'p2', broken: [] });
  // Both are in Finland, and nobody else is.
  assert.deepEqual([any, any_is_exact, pairs], [0, true, [{ organisations: ['m1', 'm4'], breaks: ['programme-countries'] }]]);
  assert.deepEqual(successors, ['m2', 'm3', 'm4', 'p1', 'p3']);
});

test('at most five are listed who could come in', () => {
  const { organisations } = board();
  const more = Array.from({ length: 9 }, (_, at) => ({ id: `q${at}`, kind: 'enterprise', country: 'DE' }));
  const { alone } = withdrawals({ ...joined('p1', 'p3'), organisations: [...organisations, ...more] });
  assert.equal(alone.find(({ organisation }) => organisation === 'p1').substitutes.length, 5);
});

test('where one may leave, two are told', () => {
  const { any, pairs, dispensable } = withdrawals(joined('p1', 'p3', 'p4'));
  assert.deepEqual(dispensable, ['m3', 'p3', 'p4']);
  assert.deepEqual(pairs.find(({ organisations: [one, other] }) => one === 'm3' && other === 'p3')?.breaks, ['organisations']);
  assert.equal(any, 0);
});

test('what is to be shown, what is open, who may lead', () => {
  const { evidence, questions, confirmed, coordinators, why } = checklist(board());
  assert.deepEqual(evidence[0], { kind: 'charter', organisation: 'm1', stated: null });
  assert.deepEqual(evidence.at(-1), { kind: 'commitment', organisation: 'm4', commitment: 'none' });
  assert.deepEqual(questions.find(({ requirement }) => requirement === 'activities'), { kind: 'facts', requirement: 'activities', members: [], project: 'activities' });
  assert.deepEqual([confirmed.verdict, confirmed.left], ['unmet', ['m1', 'm2', 'm3', 'm4']]);
  assert.deepEqual(coordinators[0], { organisation: 'm1', may: 'yes', is: true, changes: [] });
  assert.deepEqual(why.map(({ requirement }) => requirement), check(board()).findings.map(({ id }) => id));
  assert.deepEqual(why[3].flip, {
    kind: 'add',
    more: 1,
    measure: 'organisations',
    of: { roles: ['applicant', 'partner'], kinds: ['enterprise'], class: 'programme' },
  });
});

test('nobody is left where all have confirmed', () => {
  const organisations = board().organisations.map((one) => ({ ...one, commitment: 'confirmed' }));
  assert.equal(checklist(board({ organisations })).confirmed, null);
});

const WRONG = {
  'a reading that there is not': [{ reading: 'loose' }, { path: 'options.reading', fault: 'unknown_word', found: 'loose', allowed: ['strict', 'lenient'] }],
  'a text': ['lenient', { path: 'options', fault: 'expected', expected: 'object' }],
  'a list': [[], { path: 'options', fault: 'expected', expected: 'object' }],
};
const most = (value, fault) => [{ most: value }, { path: 'options.most', ...fault }];
const MOST_WRONG = {
  'too many': most(1001, { fault: 'too_large', most: 1000 }),
  'very many': most(2 ** 32 - 1, { fault: 'too_large', most: 1000 }),
  'fewer than none': most(-1, { fault: 'expected', expected: 'number' }),
  'a half': most(0.5, { fault: 'expected', expected: 'number' }),
  NaN: most(NaN, { fault: 'expected', expected: 'number' }),
  'a number as text': most('5', { fault: 'expected', expected: 'number' }),
  'a big integer': most(5n, { fault: 'expected', expected: 'number' }),
  'an option that there is not': [{ mots: 5 }, { path: 'options.mots', fault: 'unknown_field', allowed: ['reading', 'most'] }],
};
for (const [name, answer] of Object.entries(ANSWERS)) {
  for (const [what, [options, fault]] of Object.entries(name === 'complete' ? { ...WRONG, ...MOST_WRONG } : WRONG)) {
    test(`${name}: ${what} as options is refused`, () => refuses(() => answer(board(), options), { kind: 'wrong', ...fault }));
  }
  test(`${name}: what is no plan is refused`, () => {
    refuses(() => answer({}), { kind: 'not_a_plan' });
    refuses(() => answer(), { kind: 'not_a_plan' });
    refuses(() => answer(plan({ call: 'x' })), { kind: 'unknown_call', call: 'x', known: allians.calls().map(({ id }) => id) });
    refuses(() => answer(plan({ year: 'x' })), { kind: 'wrong', path: 'year', fault: 'expected', expected: 'number' });
  });
}
test('only what is missing has a number to list', () => {
  for (const answer of [withdrawals, checklist, compare]) refuses(() => answer(board(), { most: 5 }), { kind: 'wrong', path: 'options.most', fault: 'unknown_field', allowed: ['reading'] });
});
