// What the tests of the JS package share: the package under test, files beside the tests, and a plan to vary.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);

/** The folder of the package under test. */
export const folder = resolve(process.env.ALLIANS_PACKAGE ?? new URL('dist/package', root).pathname);

/** A module of the package. */
export const load = (path) => import(new URL(path, `${pathToFileURL(folder).href}/`).href);

/** The text of a file of the repository. */
export const text = (path) => readFileSync(new URL(path, root), 'utf8');

/** A JSON file beside the tests. */
export const json = (name) => JSON.parse(text(`tests/package/${name}`));

/** A small plan with one member, and what is given instead. */
export const plan = (change = {}) => ({
  format: 'allians-plan',
  version: 1,
  call: 'erasmus-knowledge-alliances',
  year: 2020,
  organisations: [{ id: 'a', name: 'A', kind: 'hei', country: 'FI' }],
  members: [{ organisation: 'a', role: 'applicant' }],
  ...change,
});

/** A plan whose one organisation has the changes. */
export const withOne = (change) => plan({ organisations: [{ id: 'a', ...change }] });

/** Calls and expects a refusal with exactly this data. */
export function refuses(action, expected) {
  let thrown;
  try {
    action();
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown instanceof Error, `nothing was refused: ${JSON.stringify(expected)}`);
  const { message, ...data } = thrown;
  assert.equal(thrown.name, 'AlliansError');
  assert.equal(typeof thrown.message, 'string');
  assert.ok(thrown.message.length > 10, thrown.message);
  delete data.name;
  delete data.stack;
  assert.deepEqual(data, expected);
  return thrown;
}
