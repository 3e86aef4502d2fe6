// A bare Express 5 route that writes the body of a payment into SQLite, as anybody would write it. The file has the
// server's own schema and gets its pragmas: `node bare-insert.ts FILE`.
import { DatabaseSync } from 'node:sqlite';
import express from 'express';

const database = new DatabaseSync(process.argv[2] ?? '', { enableForeignKeyConstraints: true });
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
const insert = database.prepare(
  `insert into payments (id, mid, amount, paid_at, description, payload, received_at) values (?, ?, ?, ?, ?, ?, ?)
   on conflict (id) do nothing returning id`,
);
const app = express();
app.use(express.json());
app.post('/webhook', (request, response) => {
  const { Id, MID, Amount, PaidAt, Description } = request.body;
  const paidAt = new Date(PaidAt).toISOString();
  const now = new Date().toISOString();
  insert.all(Id, MID, String(Amount), paidAt, Description, JSON.stringify(request.body), now);
  response.json({ ans: 'ok', id: Id });
});
const server = app.listen(0, '127.0.0.1', () => process.send?.({ address: server.address() }));
