import { resolve } from 'node:path';
import type { DatabaseOptions } from '../../server/database/database.ts';
import type { Context } from '../context.ts';
import type { Environment } from './environment.ts';

/** `--database`, else `DATABASE_URL`, else the file `sverka.sqlite`. */
export function chooseDatabase(
  named: string | undefined,
  environment: Environment,
  { cwd }: Context,
): DatabaseOptions {
  const place = named ?? environment.DATABASE_URL ?? 'sverka.sqlite';
  if (/^postgres(ql)?:\/\//.test(place)) return { kind: 'postgres', url: place };
  return { kind: 'sqlite', file: place === ':memory:' ? place : resolve(cwd, place) };
}
