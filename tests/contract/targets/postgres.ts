import { Pool } from 'pg';
import { databases } from '../../support/databases.ts';
import { startSubject, type Target } from './target.ts';

/** The server on a PostgreSQL of the test's own. */
export const postgres: Target = {
  name: 'PostgreSQL',
  async start() {
    const database = await databases.find(({ name }) => name === 'PostgreSQL')?.open();
    if (database?.options.kind !== 'postgres') throw new Error('no PostgreSQL to test');
    const { url } = database.options;
    // Cases run side by side, and a connection takes one query at a time.
    const pool = new Pool({ connectionString: url, max: 2 });
    return startSubject({
      argv: (folder) => [
        'serve',
        '--port',
        '0',
        '--testing',
        '--quiet',
        '--log-dir',
        folder,
        '--database',
        url,
      ],
      logs: true,
      open: () => ({
        rows: async (table) =>
          Number((await pool.query(`select count(*) as rows from ${table}`)).rows[0].rows),
        close: () => pool.end(),
      }),
      close: database.close,
    });
  },
};
