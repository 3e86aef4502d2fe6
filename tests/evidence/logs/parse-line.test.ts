import { expect, test } from 'vitest';
import { parseLine } from '../../../src/evidence/logs/parse-line.ts';

const ID = '0b5f2c1e-1111-4222-8333-0123456789ab';

test.each([
  ['pino', `{"level":30,"time":1763632800250,"pid":1,"requestId":"${ID}","msg":"paid"}`, 'info', 'paid'],
  ['pino-http', `{"level":50,"time":1763632800250,"req":{"id":"${ID}"},"msg":"paid"}`, 'error', 'paid'],
  [
    'bunyan',
    `{"name":"api","level":40,"time":"2025-11-20T10:00:00.250Z","req_id":"${ID}","msg":"paid"}`,
    'warn',
    'paid',
  ],
  [
    'winston',
    `{"level":"warning","message":"paid","timestamp":"2025-11-20T10:00:00.250Z","rid":"${ID}"}`,
    'warn',
    'paid',
  ],
  [
    'ECS',
    `{"@timestamp":"2025-11-20T10:00:00.250Z","log.level":"error","message":"paid","http":{"request":{"id":"${ID}"}}}`,
    'error',
    'paid',
  ],
  [
    'nested ECS',
    `{"@timestamp":"2025-11-20T10:00:00.250Z","log":{"level":"error"},"message":"paid","trace":{"id":"${ID}"}}`,
    'error',
    'paid',
  ],
  [
    'Google',
    `{"severity":"CRITICAL","timestamp":"2025-11-20T10:00:00.250Z","message":"paid","trace":"${ID}"}`,
    'fatal',
    'paid',
  ],
  [
    'structlog',
    `{"event":"paid","level":"info","timestamp":"2025-11-20T10:00:00.250Z","request_id":"${ID}"}`,
    'info',
    'paid',
  ],
  [
    'docker compose',
    `api-1  | {"level":30,"time":1763632800.25,"requestId":"${ID}","msg":"paid"}`,
    'info',
    'paid',
  ],
])('a JSON line of %s gives level, message, time and id', (_, line, level, message) => {
  const parsed = parseLine(line);
  expect(parsed).toMatchObject({ level, message, time: '2025-11-20T10:00:00.250Z' });
  expect(parsed.values).toContain(ID);
});

test.each([
  [`2025-11-20T10:00:00.250Z api - WARNING - [${ID}] card refused`, 'warn'],
  [`2025-11-20 13:00:00.250+03:00 INFO "POST /webhook" 200 request_id=${ID}`, 'info'],
  [`level=error ts=2025-11-20T10:00:00.250Z rid=${ID} msg="no database"`, 'error'],
])('plain text with a time: %s', (line, level) => {
  const parsed = parseLine(line);
  expect(parsed).toMatchObject({ level, message: line, time: '2025-11-20T10:00:00.250Z' });
  expect(parsed.values).toContain(ID);
});

test.each([
  [`INFO:     127.0.0.1:5000 - "POST /webhook" 200 request_id=${ID}`, 'info'],
  [`[error] worker 7: request ${ID}: failed`, 'error'],
  [`rid:${ID} done, no errors`, ''],
])('plain text without a time: %s', (line, level) => {
  const parsed = parseLine(line);
  expect(parsed).toMatchObject({ level, message: line, time: '' });
  expect(parsed.values).toContain(ID);
});

test('a time without a zone is local, also with the comma that Python writes', () => {
  const local = new Date(2025, 10, 20, 10, 0, 0, 250).toISOString();
  expect(parseLine('2025-11-20 10:00:00,250 - api - ERROR - boom').time).toBe(local);
});

test('a line that only looks like JSON is text', () => {
  expect(parseLine('{not json}')).toMatchObject({ level: '', message: '{not json}' });
});

test('a very long message is cut', () => {
  expect(parseLine('x'.repeat(100_000)).message.length).toBeLessThan(5_000);
});

test('a JSON line without a message shows itself', () => {
  expect(parseLine('{"level":"info","status":500}').message).toBe('{"level":"info","status":500}');
});
