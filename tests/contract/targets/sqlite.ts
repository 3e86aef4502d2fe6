import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startSubject, type Target } from './target.ts';

/** The server on a SQLite file. */
export const sqlite: Target = {
  name: 'SQLite',
  start: () =>
    startSubject({
      argv: (folder) => {
        const database = join(folder, 'data.sqlite');
        return ['serve', '--port', '0', '--testing', '--quiet', '--log-dir', folder, '--database', database];
      },
      logs: true,
      open(folder) {
        const database = new DatabaseSync(join(folder, 'data.sqlite'), { readOnly: true });
        return {
          rows: async (table) =>
            Number(database.prepare(`select count(*) as rows from ${table}`).get()?.rows),
          close: async () => database.close(),
        };
      },
    }),
};
