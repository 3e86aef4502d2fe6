import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Selectable } from 'kysely';
import { expect } from 'vitest';
import { type Database, openDatabase } from '../../../src/server/database/database.ts';
import type { Channel, OutboxRow } from '../../../src/server/database/tables.ts';
import type { Pace } from '../../../src/server/outbox/pace.ts';
import { insertMessage } from '../../../src/server/outbox/store.ts';
import type { ServerOptions } from '../../../src/server/server-options.ts';
import { registerPerson } from '../cases/codes.ts';
import { type Subject, startSubject } from '../subject.ts';

/** As the real one, with hardly any waiting. */
export const quick: Pace = { poll: 0.05, parallel: 8, tries: 4, lease: 60, delayAfter: () => 0.02 };

/** A server as in production, its log, and a look at its outbox. */
export interface Rig extends Subject {
  readonly log: () => string;
  readonly rows: () => Promise<Selectable<OutboxRow>[]>;
  /** Registers somebody and has a code sent. */
  sendCode(channel: Channel): Promise<{ readonly to: string; readonly requestId: string | null }>;
  close(): Promise<void>;
}

export async function startRig(options: Partial<ServerOptions>, folder?: string): Promise<Rig> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'sverka-outbox-')));
  const database = { kind: 'sqlite', file: join(place, 'data.sqlite') } as const;
  const lines: string[] = [];
  const logStream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const subject = await startSubject({ database, testing: false, outboxPace: quick, logStream, ...options });
  const look = openDatabase(database);
  return {
    ...subject,
    log: () => lines.join(''),
    rows: () => look.db.selectFrom('outbox').selectAll().execute(),
    async sendCode(channel) {
      const { email, phone } = await registerPerson(subject);
      const to = channel === 'mail' ? email : phone;
      const answer = await subject.ask('auth-v2/v2/auth/passwordRecovery', { body: { login: to } });
      expect(answer.status).toBe(200);
      return { to, requestId: answer.headers.get('x-request-id') };
    },
    async close() {
      await subject.server.close();
      await look.close();
      if (folder === undefined) await rm(place, { recursive: true, force: true });
    },
  };
}

/** Puts messages into the outbox of a database and returns their ids. */
export async function post(
  database: Database,
  channel: Channel,
  count: number,
  changes: Partial<Parameters<typeof insertMessage>[1]> = {},
): Promise<string[]> {
  const now = new Date();
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    await insertMessage(database.db, {
      id,
      channel,
      recipient: channel === 'mail' ? `${id}@example.com` : '+79161234567',
      subject: 'Код',
      text: `Ваш код: ${id}`,
      request_id: 'test',
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + 600_000).toISOString(),
      state: 'waiting',
      due_at: now.toISOString(),
      ...changes,
    });
  }
  return ids;
}
