// Allians beside other rule engines: an adapter for the peers' bench, `node bench.mjs --add …/allians.mjs`.
// The package is taken from ALLIANS_PACKAGE, else from dist/package. Turning the bench's consortium into a plan is part of the check.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const name = 'allians';
export const note = 'Rust in wasm; plan object in, full report with who counts and why out; kept: statuses';
export let version = '-';

const folder = process.env.ALLIANS_PACKAGE ?? fileURLToPath(new URL('../../dist/package', import.meta.url));
let allians;

export async function init() {
  const { readFile } = await import('node:fs/promises');
  version = JSON.parse(await readFile(resolve(folder, 'package.json'), 'utf8')).version;
  allians = await import(pathToFileURL(resolve(folder, 'node/allians.js')).href);
}

const KINDS = { hei: 'hei', enterprise: 'enterprise', research: 'research_institute', association: 'association', public: 'public_body' };

function planOf({ durationMonths, members }) {
  const organisations = [];
  const rows = [];
  for (const { id, name: called, kind, country, applicant, addedValue } of members) {
    organisations.push({ id, name: called, kind: KINDS[kind], country, added_value: addedValue });
    rows.push({ organisation: id, role: applicant ? 'applicant' : 'partner' });
  }
  const call = 'erasmus-knowledge-alliances';
  return { format: 'allians-plan', version: 1, title: '', call, year: 2020, duration_months: durationMonths, organisations, members: rows };
}

const HOLDS = new Set(['met', 'review', 'not_applicable']);
const IDS = Object.entries({
  'min-organisations': 'organisations',
  'min-countries': 'programme-countries',
  'min-hei': 'higher-education-institutions',
  'min-enterprise': 'enterprises',
  'one-applicant': 'applicant',
  duration: 'duration',
  'added-value': 'added-value',
});

function answer(statuses) {
  const requirements = IDS.map(([id, ours]) => ({ id, ok: HOLDS.has(statuses[ours]) }));
  return { ok: requirements.every((one) => one.ok), requirements };
}

export function check(consortium) {
  const statuses = {};
  for (const { id, status } of allians.check(planOf(consortium)).findings) statuses[id] = status;
  return answer(statuses);
}

export const prepare = (consortium) => new allians.Checker(planOf(consortium));
export const checkPrepared = (checker) => answer(checker.statuses().statuses);
