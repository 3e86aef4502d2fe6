// A bare Express 5 route that answers a fixed JSON body, as anybody would write it: `node bare-json.ts BODY`.
import express from 'express';

const body: unknown = JSON.parse(process.argv[2] ?? '{}');
const app = express();
app.get('/users/me', (_request, response) => {
  response.json(body);
});
const server = app.listen(0, '127.0.0.1', () => process.send?.({ address: server.address() }));
