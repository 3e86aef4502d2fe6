import { Client } from 'pg';
import { databases } from '../../support/databases.ts';
import { startSubject, type Target } from './target.ts';

/** The server on a PostgreSQL of the test's own. */
export const postgres: Target = {
  name: 'PostgreSQL',
  async start() {
    const database = await databases.find(({ name }) => name === 'PostgreSQL')?.open();
    if (database?.options.kind !== 'postgres') throw new Error('no PostgreSQL to test');
    const { url } = database.options;
    const client = new Client(url);
    await client.connect();
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
          Number((await client.query(`select count(*) as rows from ${table}`)).rows[0].rows),
        close: () => client.end(),
      }),
      close: database.close,
    });
  },
};
