// The examples of docs/api.md and docs/plan-format.md do what they say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, text } from './support.mjs';

const allians = await load('node/allians.js');
const blocks = (file, language) => [...text(file).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block]) => block);
const examples = blocks('docs/api.md', 'js');

test('there are examples', () => assert.equal(examples.length, 8));

examples.forEach((block, at) => {
  const [, names, body] = /^import (\{.*?\}) from "allians";\n(.*)$/s.exec(block);
  test(`docs/api.md, example ${at + 1}: ${names}`, () => {
    new Function('assert', 'allians', `const ${names} = allians;\n${body}`)(assert, allians);
  });
});

test('the plan of docs/plan-format.md is a plan', () => {
  const [plan] = blocks('docs/plan-format.md', 'json');
  assert.equal(allians.check(JSON.parse(plan)).plan, 'Digital fabrik');
});

test('the refusal of docs/api.md is what the API says too', () => {
  const [line] = blocks('docs/api.md', 'json');
  const { error } = JSON.parse(line);
  const plan = { format: 'allians-plan', version: 1, call: error.call, year: 2020, organisations: [] };
  assert.throws(() => allians.check(plan), error);
});
