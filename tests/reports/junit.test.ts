import { evaluateXPathToNumber, evaluateXPathToString, evaluateXPathToStrings } from 'fontoxpath';
import { parseXmlDocument } from 'slimdom';
import { expect, test } from 'vitest';
import { aCheck, aFailedCheck, anExchange, evidenceOf, oneOfEach } from '../../fixtures/evidence/build.ts';
import type { Evidence } from '../../src/evidence/types.ts';
import { reportText } from './gather.ts';

const parsed = async (evidence: Evidence) => parseXmlDocument(await reportText('junit', evidence));

test('a suite for each checklist, a case for each check, counted where CI servers look', async () => {
  const xml = await parsed(evidenceOf(oneOfEach()));
  expect(evaluateXPathToStrings('//testsuite/@name', xml)).toEqual(['auth-v1', 'webhook-2can', 'users-v1']);
  const counts = (path: string) =>
    ['tests', 'failures', 'errors', 'skipped'].map((name) =>
      Number(evaluateXPathToString(`${path}/@${name}`, xml)),
    );
  expect(counts('/testsuites')).toEqual([4, 1, 1, 1]);
  expect(counts('//testsuite[1]')).toEqual([2, 1, 0, 0]);
  for (const suite of ['auth-v1', 'webhook-2can', 'users-v1']) {
    const cases = evaluateXPathToNumber(`count(//testsuite[@name="${suite}"]/testcase)`, xml);
    expect(evaluateXPathToString(`//testsuite[@name="${suite}"]/@tests`, xml)).toBe(String(cases));
  }
});

test('failed is a failure with its message, broken an error, skipped has its reason', async () => {
  const xml = await parsed(evidenceOf(oneOfEach()));
  expect(evaluateXPathToString('//failure/@message', xml)).toBe('expected status 401, got 500');
  expect(evaluateXPathToString('//failure/@type', xml)).toBe('success-criterion');
  expect(evaluateXPathToString('//error/@message', xml)).toContain('connection refused');
  expect(evaluateXPathToString('//skipped/@message', xml)).toContain('did not apply');
});

test('a case says its request ids and what was exchanged', async () => {
  const xml = await parsed(evidenceOf([aFailedCheck()]));
  expect(evaluateXPathToString('//property[@name="request-id.login"]/@value', xml)).toMatch(/^b7a10001/);
  expect(evaluateXPathToString('//system-out', xml)).toContain('→ 500 {"detail":"boom"}');
  expect(evaluateXPathToString('//system-out', xml)).toContain('log error: cannot compare <password> & hash');
});

test('whatever a server sends, the XML stays well-formed', async () => {
  const nasty = ']]> <&"\' \u0000\u0007\u001b[31m \ud800 \ufffe 🧾\r\n\t';
  const check = aFailedCheck({
    summary: nasty,
    reason: nasty,
    findings: [{ id: 'x', message: nasty, location: nasty }],
    exchanges: [anExchange({ response: { status: 500, headers: {}, body: nasty } })],
  });
  const xml = await parsed(evidenceOf([check]));
  expect(evaluateXPathToString('//failure/@message', xml)).toBe(
    ']]> <&"\' \ufffd\ufffd\ufffd[31m \ufffd \ufffd 🧾\r\n\t',
  );
});

test('a checklist that comes in two parts gives two suites, each counted for itself', async () => {
  const of = (checklist: string, id: string) => aCheck({ checklist, id: `${checklist}/${id}` });
  const xml = await parsed(evidenceOf([of('a', '1'), of('b', '2'), of('a', '3'), of('a', '4')]));
  expect(evaluateXPathToStrings('//testsuite/@tests', xml)).toEqual(['1', '1', '2']);
});
