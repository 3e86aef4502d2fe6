import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  aCheck,
  aFailedCheck,
  aLogLine,
  anExchange,
  eventsOf,
  oneOfEach,
} from '../../fixtures/evidence/build.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { displayWidth, inColumns, truncate, wrapped } from '../../src/reports/terminal/width.ts';
import { createTerminal } from '../../src/reports/terminal.ts';
import type { Language } from '../../src/reports/types.ts';

interface Setting {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly language?: Language;
}

const shown = (
  checks: readonly CheckEvidence[],
  { isTTY = false, columns = 100, env = {}, language = 'en' }: Setting = {},
) => {
  let text = '';
  const stream = {
    isTTY,
    columns,
    write: (piece: string) => {
      text += piece;
    },
  };
  const terminal = createTerminal({ stream, language, env, evidencePath: 'out/report.html' });
  for (const event of eventsOf(checks)) terminal.record(event);
  return text;
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('in a pipe or a CI log', () => {
  test('each check is one plain line, without control sequences', () => {
    const text = shown(oneOfEach());
    expect(text).not.toContain('\u001b');
    expect(
      text
        .split('\n')
        .slice(1, 5)
        .map((line) => line.slice(0, 8).trim()),
    ).toEqual(['✔ passed', '✖ failed', '↷ skippe', '! broken']);
  });

  test('CI and NO_COLOR are honoured on a TTY', () => {
    expect(shown(oneOfEach(), { isTTY: true, env: { CI: 'true' } })).not.toContain('\u001b[2K');
    expect(shown(oneOfEach(), { isTTY: true, env: { NO_COLOR: '1', CI: 'true' } })).not.toContain('\u001b');
    expect(shown(oneOfEach(), { env: { FORCE_COLOR: '1' } })).toContain('\u001b[');
  });
});

describe('a failed check', () => {
  test('says what was expected, what came, where it is documented, the request id, log lines and where to read on', () => {
    const text = shown([aFailedCheck()]);
    for (const fact of [
      'expected status 401, got 500 [success-criterion]',
      'qa-checklist.md:20 — `401` — "Invalid credentials"',
      'http://127.0.0.1:8001/api/v1/auth/login → 500 {"detail":"boom"}',
      'b7a10001-0000-4000-8000-0123456789ab',
      'error: cannot compare <password> & hash',
      'out/report.html#auth-v1/login-wrong-password',
    ])
      expect(text).toContain(fact);
  });

  test('names the line of the checklist whose criterion was not met', () => {
    const findings = ['auth-v1.arazzo.yaml:24:8', 'auth-v1.arazzo.yaml:24:8', '$response.body#/id'].map(
      (location) => ({ id: 'x', message: 'differs', location }),
    );
    expect(shown([aFailedCheck({ findings })])).toMatch(/ Checklist +auth-v1\.arazzo\.yaml:24:8\n/);
  });

  test('a redirect says where it leads', () => {
    const response = { status: 302, headers: { location: 'https://sso.test/login' }, body: null };
    const text = shown([aFailedCheck({ exchanges: [anExchange({ response })] })]);
    expect(text).toContain('→ 302 Location: https://sso.test/login\n');
  });

  test('cannot steer the terminal, whatever the server said', () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\r\u202e##[add-mask]e';
    const text = shown([
      aFailedCheck({
        summary: evil,
        findings: [{ id: 'x', message: evil, location: '' }],
        exchanges: [
          anExchange({
            logs: [aLogLine({ message: evil })],
            response: { status: 500, headers: {}, body: evil },
          }),
        ],
      }),
    ]);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Control}|\u202e|##\[/u);
  });

  test('more failures than a person reads are counted', () => {
    const text = shown(Array.from({ length: 60 }, (_, index) => aFailedCheck({ id: `a/${index}` })));
    expect(text).toContain('and 10 more');
  });
});

describe('many findings', () => {
  const promise = 'shop GET /books, #/paths/~1books/get/responses/200';
  const findings = Array.from({ length: 9 }, (_, index) => ({
    id: 'response-matches-schema',
    message: `$response.body#/items/${index}/price must be integer, got 5.5 (${promise})`,
    location: `$response.body#/items/${index}/price`,
  }));

  test('are counted behind the first, and where they are promised is said once', () => {
    const text = shown([aFailedCheck({ findings })]);
    expect(text.split('must be integer').length - 1).toBe(6);
    expect(text).toContain('and 3 more');
    expect(text.split(promise).length - 1).toBe(1);
  });

  test('are broken between words, in their column, on a TTY', () => {
    const text = stripVTControlCharacters(shown([aFailedCheck({ findings })], { isTTY: true, columns: 60 }));
    expect(text).toMatch(
      /^ {4}✖ \$response\.body#\/items\/0\/price must be integer, got 5\.5\n {6}\[response-matches-schema\]$/m,
    );
  });
});

test('on a TTY long text fills its column, and an address stays whole', () => {
  const url = `http://127.0.0.1:8001/${'a'.repeat(80)}`;
  expect(wrapped(`GET ${url} → 500 ${'x'.repeat(45)} end`, 40)).toEqual([
    'GET',
    url,
    `→ 500 ${'x'.repeat(34)}`,
    `${'x'.repeat(11)} end`,
  ]);
});

test('checks that could not be judged for one reason are told together, in the order of the plan', () => {
  const broken = ['a/1', 'a/2', 'a/3'].map((id) =>
    aCheck({ id, verdict: 'broken', reason: 'the input "key" has no value', exchanges: [] }),
  );
  const text = shown([...broken, aFailedCheck({ id: 'a/4' })]);
  const told = text.slice(text.indexOf('\n\n'));
  expect(told.split('has no value').length - 1).toBe(1);
  expect(told).toMatch(/! a\/1 [\s\S]*also +a\/2, a\/3\n[\s\S]*✖ a\/4 /);
});

describe('on a TTY', () => {
  test('one line is redrawn while checks run, and gone at the end', () => {
    let text = '';
    const stream = {
      isTTY: true,
      columns: 80,
      write: (piece: string) => {
        text += piece;
      },
    };
    const terminal = createTerminal({ stream, language: 'en', env: {} });
    const [started, running, ...rest] = eventsOf([aCheck()]);
    if (!started || !running) throw new Error('no events');
    terminal.record(started);
    terminal.record(running);
    vi.advanceTimersByTime(200);
    expect(stripVTControlCharacters(text)).toMatch(/0\/1 .*auth-v1\/login-valid/);
    for (const event of rest) terminal.record(event);
    const before = text.length;
    vi.advanceTimersByTime(1000);
    expect(text.length).toBe(before);
    expect(text).toContain('\u001b[?25h');
  });

  test('no line is wider than the terminal', () => {
    const checks = [
      aCheck({ summary: '🧾 длинный сценарий '.repeat(20) }),
      aCheck({ id: 'b', summary: '漢字'.repeat(90) }),
    ];
    const lines = stripVTControlCharacters(shown(checks, { isTTY: true, columns: 60 })).split(/[\r\n]/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  test('in a long run a section without a failure is one line', () => {
    const many = Array.from({ length: 500 }, (_, index) => aCheck({ id: `a/${index}` }));
    const text = stripVTControlCharacters(
      shown([...many, aFailedCheck({ checklist: 'other' })], { isTTY: true }),
    );
    expect(text).toContain('500 passed');
    expect(text.split('\n').length).toBeLessThan(40);
  });

  test('speaks Russian', () => {
    expect(shown(oneOfEach(), { isTTY: true, language: 'ru' })).toContain('не пройдено');
  });
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['Привет', 6],
    ['漢字', 4],
    ['✅', 2],
    ['⏭️', 2],
    ['👨‍👩‍👧', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['', 0],
    ['“ё”', 3],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('cutting never splits a character and never exceeds the limit', () => {
    expect(truncate('漢字漢字', 5)).toBe('漢字…');
    expect(truncate('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
    expect(truncate('abc', 0)).toBe('');
    expect(displayWidth(inColumns('漢字漢', 4))).toBe(4);
  });
});
