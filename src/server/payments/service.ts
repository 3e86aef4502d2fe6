import type { Call } from '../call.ts';
import type { PaymentRow } from '../database/tables.ts';
import { canonicalUuid } from '../uuid.ts';
import { UnknownMerchant } from './errors.ts';
import { insertPayment } from './store.ts';

/** A payment as 2can reports it. */
interface ReportedPayment {
  /** UUID, 2can's own. */
  readonly id: string;
  readonly mid: string;
  /** Roubles, a decimal number. */
  readonly amount: number | string;
  /** ISO 8601. */
  readonly paidAt: string;
  readonly description: string;
  /** Everything that was delivered. */
  readonly payload: unknown;
}

export interface Payments {
  /** Keeps the payment once, however often it is delivered; returns its id. Throws UnknownMerchant. */
  receive(call: Call, payment: ReportedPayment): Promise<string>;
}

export function createPayments(): Payments {
  return {
    async receive(call, payment) {
      const row = toRow(call, payment);
      const isNew = await insertOrRefuse(call, row);
      call.log.info(isNew ? 'payment received' : 'payment delivered again', { paymentId: row.id });
      return row.id;
    },
  };
}

async function insertOrRefuse({ database, log }: Call, row: PaymentRow): Promise<boolean> {
  try {
    return await insertPayment(database.db, row);
  } catch (error) {
    if (database.engine.explain(error).kind !== 'foreign-key') throw error;
    log.warn('payment rejected: Invalid MID', { paymentId: row.id });
    throw new UnknownMerchant();
  }
}

function toRow(call: Call, payment: ReportedPayment): PaymentRow {
  return {
    id: canonicalUuid(payment.id),
    mid: payment.mid,
    amount: String(payment.amount),
    paid_at: toMoment(payment.paidAt),
    description: payment.description,
    payload: JSON.stringify(payment.payload),
    received_at: call.now.toISOString(),
  };
}

/** RFC 3339 allows a leap second, JavaScript's clock has none: it becomes the second before. */
function toMoment(text: string): string {
  return new Date(text.replace(/^(.{17})60/, '$159')).toISOString();
}
