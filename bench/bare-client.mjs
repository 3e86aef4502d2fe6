// A bare node:http client: so many requests, sixteen at a time, and nothing judged or kept. The most a runner could reach.
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';

const [base, count] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
let asked = 0;

async function ask() {
  while (asked < Number(count)) {
    asked += 1;
    const headers = { 'x-request-id': `bare-${asked}` };
    const response = await new Promise((resolve, reject) =>
      get(`${base}/things/${asked}`, { agent, headers }, resolve).on('error', reject),
    );
    await text(response);
  }
}

await Promise.all(Array.from({ length: 16 }, ask));
agent.destroy();
