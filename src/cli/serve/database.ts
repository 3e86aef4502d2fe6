import { resolve } from 'node:path';
import type { DatabaseOptions } from '../../server/database/database.ts';
import { CommandFailure, type Context } from '../context.ts';
import type { Environment } from './environment.ts';

/** `--database`, else `DATABASE_URL`, else the file `sverka.sqlite`. Another URL is refused and not repeated: it may hold a password. */
export function chooseDatabase(
  named: string | undefined,
  environment: Environment,
  { cwd }: Pick<Context, 'cwd'>,
): DatabaseOptions {
  const place = named ?? environment.DATABASE_URL ?? 'sverka.sqlite';
  if (/^postgres(ql)?:\/\//.test(place)) return { kind: 'postgres', url: readable(place) };
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(place)) {
    throw new CommandFailure(
      'the database is neither a file nor a postgres:// URL',
      'Check --database or DATABASE_URL.',
    );
  }
  return { kind: 'sqlite', file: place === ':memory:' ? place : resolve(cwd, place) };
}

/** pg would throw at the first query. `@/` and no host: a socket. */
function readable(url: string): string {
  try {
    const { username, password, pathname } = new URL(url.replace('@/', '@socket/'));
    [username, password, pathname].forEach(decodeURIComponent);
    return url;
  } catch {
    throw new CommandFailure(
      'the URL of the database is not understood',
      'In its name and password write % as %25, / as %2F, ? as %3F, # as %23, @ as %40, : as %3A.',
    );
  }
}
