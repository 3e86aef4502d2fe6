import { Router } from 'express';
import type { Database } from '../database/database.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { send } from './send.ts';

/**
 * For whoever deploys: `GET /healthz/live` (the process answers) and `GET /healthz/ready` (200 while the database answers
 * and its schema is complete, 503 otherwise). No contract has these paths.
 */
export function createHealth(database: Database): Router {
  const health = Router();
  health.get('/live', (_request, response) => send(response, { status: 200, body: { status: 'live' } }));
  health.get('/ready', async (_request, response) => {
    const problem = await findProblem(database);
    if (problem === undefined) send(response, { status: 200, body: { status: 'ready' } });
    else send(response, { status: 503, body: { status: 'not ready', problem } });
  });
  return health;
}

async function findProblem(database: Database): Promise<string | undefined> {
  try {
    const pending = await pendingMigrations(database);
    return pending.length === 0 ? undefined : `migrations pending: ${pending.join(', ')}`;
  } catch {
    return 'the database does not answer';
  }
}
