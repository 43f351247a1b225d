// A plan kept ready for many checks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, load, plan, refuses } from './support.mjs';

const { Checker, check } = await load('node/allians.js');
const statusesOf = (report) => ({
  reading: report.reading,
  verdict: report.verdict,
  statuses: Object.fromEntries(report.findings.map(({ id, status }) => [id, status])),
});

/** A checker for the plan, given back afterwards. */
function using(given, act) {
  const checker = new Checker(given);
  try {
    return act(checker);
  } finally {
    checker.free();
  }
}

for (const reading of [undefined, null, 'strict', 'lenient']) {
  test(`reading ${reading}: says what check says`, () => {
    const report = check(json('plan.json'), { reading });
    using(json('plan.json'), (checker) => {
      assert.deepEqual(checker.check(reading), report);
      assert.deepEqual(checker.statuses(reading), statusesOf(report));
    });
  });
}

const CHANGES = {
  'a longer duration': [(checker) => checker.setDuration(36), (plan) => (plan.duration_months = 36)],
  'no duration': [(checker) => checker.setDuration(null), (plan) => (plan.duration_months = null)],
  'a grant with cents': [(checker) => checker.setGrant(700_000.5), (plan) => (plan.grant_eur = 700_000.5)],
  'a larger grant': [(checker) => checker.setGrant(700_001), (plan) => (plan.grant_eur = 700_001)],
  'no grant': [(checker) => checker.setGrant(null), (plan) => (plan.grant_eur = null)],
  'one from the pool': [(checker) => checker.add('p1'), (plan) => plan.members.push({ organisation: 'p1' })],
  'a second applicant': [(checker) => checker.add('p1', 'applicant'), (plan) => plan.members.push({ organisation: 'p1', role: 'applicant' })],
  'another role': [(checker) => checker.add('o3', 'associated'), (plan) => (plan.members[2].role = 'associated')],
  'an affiliated entity': [
    (checker) => checker.add('o3', 'affiliated', 'o1'),
    (plan) => (plan.members[2] = { organisation: 'o3', role: 'affiliated', of: 'o1' }),
  ],
  'one out': [(checker) => assert.equal(checker.remove('o4'), true), (plan) => plan.members.splice(3, 1)],
  'one out who is not in': [(checker) => assert.equal(checker.remove('p1'), false), () => {}],
  'out and in again': [
    (checker) => {
      checker.check();
      checker.remove('o1');
      checker.add('o1', 'applicant');
    },
    (plan) => plan.members.push(plan.members.shift()),
  ],
};
for (const [name, [change, same]] of Object.entries(CHANGES)) {
  test(`${name}: says what check says of such a plan`, () => {
    const changed = json('plan.json');
    same(changed);
    using(json('plan.json'), (checker) => {
      change(checker);
      assert.deepEqual(checker.check(), check(changed));
      assert.deepEqual(checker.statuses(), statusesOf(check(changed)));
    });
  });
}

const WRONG = {
  'a reading that there is not': [(c) => c.check('loose'), 'reading', { fault: 'unknown_word', found: 'loose', allowed: ['strict', 'lenient'] }],
  'a reading that is no text': [(c) => c.statuses(1), 'reading', { fault: 'expected', expected: 'text' }],
  'a duration as text': [(c) => c.setDuration('24'), 'months', { fault: 'expected', expected: 'number' }],
  'no duration at all': [(c) => c.setDuration(), 'months', { fault: 'expected', expected: 'number' }],
  'half a month': [(c) => c.setDuration(0.5), 'months', { fault: 'expected', expected: 'number' }],
  'a negative grant': [(c) => c.setGrant(-1), 'eur', { fault: 'expected', expected: 'amount' }],
  'NaN euros': [(c) => c.setGrant(NaN), 'eur', { fault: 'expected', expected: 'amount' }],
  'a tenth of a cent': [(c) => c.setGrant(1000.001), 'eur', { fault: 'expected', expected: 'amount' }],
  'a grant as BigInt': [(c) => c.setGrant(1n), 'eur', { fault: 'expected', expected: 'amount' }],
  'somebody unknown in': [(c) => c.add('zz'), 'organisation', { fault: 'not_found', found: 'zz' }],
  'somebody unknown out': [(c) => c.remove('zz'), 'organisation', { fault: 'not_found', found: 'zz' }],
  'an object out': [(c) => c.remove({}), 'organisation', { fault: 'expected', expected: 'text' }],
  'a role that there is not': [
    (c) => c.add('a', 'boss'),
    'role',
    { fault: 'unknown_word', found: 'boss', allowed: ['applicant', 'partner', 'affiliated', 'associated'] },
  ],
  'affiliated to nobody': [(c) => c.add('a', 'affiliated'), 'of', { fault: 'missing' }],
  'affiliated to itself': [(c) => c.add('a', 'affiliated', 'a'), 'of', { fault: 'not_found', found: 'a' }],
};
for (const [name, [act, path, fault]] of Object.entries(WRONG)) {
  test(`${name}: is refused, and nothing has changed`, () => {
    using(plan(), (checker) => {
      refuses(() => act(checker), { kind: 'wrong', path, ...fault });
      assert.deepEqual(checker.check(), check(plan()));
    });
  });
}

test('used after it has been given back, it throws, and the others go on', () => {
  const given = new Checker(plan());
  const other = new Checker(plan());
  given.free();
  for (const act of [() => given.check(), () => given.statuses(), () => given.setDuration(24), () => given.add('a'), () => given.remove('a')]) {
    assert.throws(act, Error);
  }
  assert.deepEqual(other.check(), check(plan()));
  other.free();
});

test('a checker is disposable', { skip: !Symbol.dispose && 'no Symbol.dispose in this version' }, () => {
  const checker = new Checker(plan());
  checker[Symbol.dispose]();
  assert.throws(() => checker.check(), Error);
});

test('a constructor that refuses leaves nothing behind to free', () => {
  refuses(() => new Checker({}), { kind: 'not_a_plan' });
});
