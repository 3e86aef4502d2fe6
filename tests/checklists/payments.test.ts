import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { validateValue } from '../../src/contract/validate-value.ts';

/** What validation says of each recorded payload: `keyword field`, empty where the database has the last word. */
const recorded = {
  'amount-as-text.json': [],
  'card-payment-with-every-named-field.json': [],
  'card-payment-with-unknown-fields.json': [],
  'card-payment.json': [],
  'paid-at-is-not-a-date.json': ['format PaidAt'],
  'unknown-merchant.json': [],
  'without-id.json': ['required Id'],
};

it('every recorded payment shows what its name says', async () => {
  const { contract } = await loadContract('spec/webhook-2can.yaml');
  const schema = contract?.operation('receivePayment')?.requestBody?.content.get('application/json')?.schema;
  if (!contract || schema === undefined) throw new Error('receivePayment takes no JSON');
  const judged = readdirSync('fixtures/payments').map((file) => {
    const payment: unknown = JSON.parse(readFileSync(`fixtures/payments/${file}`, 'utf8'));
    const violations = validateValue(contract, schema, payment);
    return [
      file,
      violations.map(({ keyword, params, path }) => `${keyword} ${params.missingProperty ?? path.join('.')}`),
    ];
  });
  expect(Object.fromEntries(judged)).toEqual(recorded);
});
