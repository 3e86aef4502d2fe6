import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { detailOf, faultsOf, type Subject } from '../subject.ts';

export function freshPayment() {
  return {
    Id: randomUUID(),
    MID: '100000000000001',
    Amount: 1250.5,
    PaidAt: '2026-02-03T13:15:30+03:00',
    Description: 'Билет на концерт',
  };
}

/** What the webhook promises, to the letter of its checklist. */
export function webhookCases(subject: () => Subject): void {
  const deliver = (body: unknown, prefer?: string) =>
    subject().ask('webhook-2can/', { body, ...(prefer && { prefer }) });

  test('keeps a payment without asking for a token, and the same again for a second delivery', async () => {
    const payment = freshPayment();
    for (const answer of [await deliver(payment), await deliver(payment)]) {
      expect([answer.status, answer.body]).toEqual([200, { ans: 'ok', id: payment.Id }]);
    }
  });

  test('the same id in capital letters is the same payment', async () => {
    const payment = freshPayment();
    await deliver(payment);
    const answer = await deliver({ ...payment, Id: payment.Id.toUpperCase() });
    expect(answer.body).toEqual({ ans: 'ok', id: payment.Id });
  });

  test('accepts fields it does not know, and amounts with every digit', async () => {
    const details = { RRN: '603412345678', OfflineMode: null, Extra: { deep: [1, 'два'] } };
    expect((await deliver({ ...freshPayment(), ...details, Amount: '1234567890123456.78' })).status).toBe(
      200,
    );
  });

  test.each(['Id', 'MID', 'Amount', 'PaidAt', 'Description'])(
    'a payment without %s is invalid',
    async (field) => {
      const answer = await deliver({ ...freshPayment(), [field]: undefined });
      expect([answer.status, faultsOf(answer)]).toEqual([422, [`missing body/${field}`]]);
    },
  );

  test('the database rejects a merchant it does not know', async () => {
    const answer = await deliver({ ...freshPayment(), MID: '999999999999999' });
    expect([answer.status, detailOf(answer)]).toEqual([400, 'Invalid MID']);
  });

  test('tells a database that is gone from an error nobody foresaw', async () => {
    const gone = await deliver(freshPayment(), 'fault=database-unavailable');
    expect([gone.status, detailOf(gone)]).toEqual([503, 'Database error']);
    expect(gone.headers.get('preference-applied')).toBe('fault=database-unavailable');
    const failed = await deliver(freshPayment(), 'fault=internal-error');
    expect([failed.status, detailOf(failed)]).toEqual([500, 'Internal processing error']);
  });

  test.each(['2016-12-31T23:59:60Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999+00:00'])(
    'an unusual moment, %s, is no defect',
    async (PaidAt) => {
      expect([200, 422]).toContain((await deliver({ ...freshPayment(), PaidAt })).status);
    },
  );
}
