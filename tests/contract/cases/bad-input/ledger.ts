import { randomUUID } from 'node:crypto';
import type { Operation } from '../../../../src/contract/types.ts';
import type { NoAnswer, RawAnswer } from '../../../support/raw-http.ts';
import type { Stored, Subject } from '../../targets/target.ts';
import type { Gap } from '../case.ts';
import { registeredBy } from './holder.ts';

/** What was accepted against what is stored. */
export interface Ledger {
  enter(operation: Operation | undefined, answer: RawAnswer | NoAnswer): void;
  /** A gap for each table that has grown by more or less than what was accepted since. */
  balance(): Promise<readonly Gap[]>;
}

const stores = new Map<string, Stored>([
  ['register', 'accounts'],
  ['createUser', 'accounts'],
  ['receivePayment', 'payments'],
  ['createEvent', 'events'],
]);

const tables: readonly Stored[] = ['accounts', 'payments', 'events'];

export async function openLedger(subject: Subject): Promise<Ledger> {
  const accepted = new Map(tables.map((table) => [table, new Set<string>()]));
  const rows = (table: Stored) => subject.rows?.(table) ?? 0;
  const before = await Promise.all(tables.map(rows));
  const registered = registeredBy(subject);
  return {
    enter(operation, answer) {
      const table = stores.get(operation?.id ?? '');
      if (table === undefined || 'reason' in answer || answer.status >= 300) return;
      // A payment that comes again is answered like the first time and stored once.
      accepted.get(table)?.add(table === 'payments' ? Buffer.from(answer.body).toString() : randomUUID());
    },
    async balance() {
      if (subject.rows === undefined) return [];
      const after = await Promise.all(tables.map(rows));
      const own = registeredBy(subject) - registered;
      return tables.flatMap((table, at) => {
        const stored = (after[at] ?? 0) - (before[at] ?? 0) - (table === 'payments' ? 0 : own);
        const answered = accepted.get(table)?.size ?? 0;
        if (stored === answered) return [];
        return [{ id: 'stored-otherwise', message: `${table}: ${answered} accepted, ${stored} stored` }];
      });
    },
  };
}
