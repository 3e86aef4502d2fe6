import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { aCheck, evidenceOf, oneOfEach } from '../../fixtures/evidence/build.ts';
import { reportText } from './gather.ts';

const schema: object = JSON.parse(
  await readFile(new URL('../../src/reports/results.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

test('results.json of every verdict is what its published schema says', async () => {
  const results: unknown = JSON.parse(await reportText('json', evidenceOf(oneOfEach())));
  validate(results);
  expect(validate.errors).toBeNull();
});

test('results.json of an empty run is valid too', async () => {
  expect(validate(JSON.parse(await reportText('json', evidenceOf([]))))).toBe(true);
});

test('a check carries all that was seen', async () => {
  const check = aCheck();
  expect(JSON.parse(await reportText('json', evidenceOf([check]))).checks).toEqual([check]);
});

test.each([
  ['a skipped check without its reason', { ...aCheck(), verdict: 'skipped' }],
  ['a failed check without findings', { ...aCheck(), verdict: 'failed' }],
  ['an unknown verdict', { ...aCheck(), verdict: 'maybe' }],
  ['a check without an id', { ...aCheck(), id: undefined }],
])('the schema refuses %s', async (_, check) => {
  const results = JSON.parse(await reportText('json', evidenceOf([aCheck()])));
  expect(validate(results)).toBe(true);
  expect(validate({ ...results, checks: [JSON.parse(JSON.stringify(check))] })).toBe(false);
});
