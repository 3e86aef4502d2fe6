import { expect, test } from 'vitest';
import {
  aCheck,
  aFailedCheck,
  aLogLine,
  anExchange,
  aSkippedCheck,
  evidenceOf,
  oneOfEach,
} from '../../fixtures/evidence/build.ts';
import { reportText } from './gather.ts';

const lines = async (...args: Parameters<typeof reportText>) => (await reportText(...args)).split('\n');
/** Cells of a row; escaped borders inside cells do not count. */
const cells = (row: string) =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

test('the documented sections and rows stand in their order, each with what was seen', async () => {
  const report = await lines('markdown', evidenceOf([aCheck(), aFailedCheck(), aSkippedCheck()]));
  expect(report.filter((line) => line.startsWith('#'))).toEqual([
    '# 🧾 Check report',
    '## 🧾 Checklist: auth — auth-v1',
    '### 2. `/login` (POST)',
    '## 🧾 Checklist: webhook_2can — webhook-2can',
    '### 1. `POST /` — вебхук от платёжной системы',
  ]);
  const row = report.find((line) => line.includes('Неверный пароль')) ?? '';
  expect(cells(row)).toEqual([
    '❌ failed',
    '❌ Неверный пароль',
    '`401` — "Invalid credentials"',
    '`500`',
    '`{"detail":"boom"}`',
    '`b7a10001-0000-4000-8000-0123456789ab`',
    '`error: cannot compare <password> & hash`',
  ]);
});

test('findings and reasons stand under their row', async () => {
  const report = await lines('markdown', evidenceOf([aFailedCheck(), aSkippedCheck()]));
  const failed = report.findIndex((line) => line.startsWith('| ❌'));
  expect(cells(report[failed + 1] ?? '')[1]).toBe('↳ `success-criterion` expected status 401, got 500');
  const skipped = report.findIndex((line) => line.startsWith('| ⏭'));
  expect(cells(report[skipped + 1] ?? '')[1]).toMatch(/^↳ reason: the server did not apply/);
});

test('nothing that a server says breaks the table', async () => {
  const nasty = 'a | b\n<script>`code``twice` *bold*';
  const check = aFailedCheck({
    findings: [{ id: 'x', message: nasty, location: '' }],
    exchanges: [
      anExchange({
        response: { status: 500, headers: {}, body: nasty },
        logs: [aLogLine({ message: nasty })],
      }),
    ],
  });
  const rows = (await lines('markdown', evidenceOf([check]))).filter((line) => line.startsWith('|')).slice(3);
  expect(rows.map((row) => cells(row).length)).toEqual([7, 7, 7, 7]);
  expect(rows.at(-1)).toContain('\\<script\\>');
});

test('in Russian every word of its own is Russian', async () => {
  const report = await reportText('markdown', evidenceOf(oneOfEach()), { language: 'ru' });
  expect(report).toContain('Чек-лист');
  expect(report).toContain('❌ не пройдено');
  expect(report).toContain('Пройдено проверок: 1 из 4');
  expect(report).not.toMatch(/passed|failed|Checklist|Scenario/);
});

test('an interrupted run says so', async () => {
  expect(await reportText('markdown', evidenceOf([aCheck()], { interrupted: true }))).toContain(
    'ended early',
  );
});

test('steps show the statuses they were answered, in their order', async () => {
  const exchanges = [201, 200, 401].map((status) =>
    anExchange({ response: { status, headers: {}, body: null } }),
  );
  expect(await reportText('markdown', evidenceOf([aCheck({ source: null, exchanges })]))).toContain(
    '| `201` → `200` → `401` |',
  );
});

test('a row that passed shows the answer it promises, whatever later steps were answered', async () => {
  const answers = [201, 400, 503, 200, 200];
  const exchanges = answers.map((status) =>
    anExchange({ requestId: `id-${status}`, response: { status, headers: {}, body: { status } } }),
  );
  const source = { document: 'qa-checklist.md', expected: '`503` — "Database error"' };
  const report = await lines('markdown', evidenceOf([aCheck({ source, exchanges })]));
  expect(cells(report.find((line) => line.includes('Database error')) ?? '').slice(3, 6)).toEqual([
    '`201` → … → **`503`** → … → `200`',
    '`{"status":503}`',
    '`id-503`',
  ]);
});
