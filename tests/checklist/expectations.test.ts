import { describe, expect, it } from 'vitest';
import { ignoredPreferences } from '../../src/checklist/http/preference.ts';
import { retryAfterMs } from '../../src/checklist/http/retry-after.ts';
import type { LogLine, LogSource } from '../../src/evidence/types.ts';
import { runOne, startServer } from './support.ts';

function logSource(
  ...lines: readonly Pick<LogLine, 'level' | 'message'>[]
): LogSource & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    name: 'logs/shop.log',
    asked,
    find: async (requestId, options) => {
      asked.push(options);
      return lines.map((line) => ({ ...line, requestId, time: '', file: 'logs/shop.log' }));
    },
    close: async () => undefined,
  };
}

async function perform(workflowId: string, source?: LogSource) {
  const server = await startServer(() => ({ status: 201 }));
  return runOne('expectations', workflowId, server.url, { logs: () => source });
}

describe('an expected log line', () => {
  it('is found by level, message and file', async () => {
    const source = logSource(
      { level: 'debug', message: 'noise' },
      { level: 'info', message: 'a pet Rex made' },
    );
    const check = await perform('logs-a-line', source);
    expect(check.verdict).toBe('passed');
    expect(check.exchanges[0]?.logs).toHaveLength(2);
    expect(source.asked).toEqual([{ expectLines: true }]);
  });

  it('that is missing is a finding at its place in the checklist', async () => {
    const check = await perform('logs-a-line', logSource());
    expect(check.verdict).toBe('failed');
    expect(check.findings).toMatchObject([
      {
        id: 'log-line-missing',
        location: expect.stringMatching(/expectations\.arazzo\.yaml:9:9$/),
        step: 'create',
        expected: 'info "pet \\w+ made" in shop.log',
      },
    ]);
  });

  it('that differs is a finding with the lines that are there', async () => {
    const check = await perform('logs-another-line', logSource({ level: 'info', message: 'pet made' }));
    expect(check.findings).toMatchObject([{ id: 'log-line-differs', actual: 'info "pet made"' }]);
  });

  it('is skipped, with the reason, where no log can be read', async () => {
    const check = await perform('logs-a-line');
    expect(check).toMatchObject({
      verdict: 'skipped',
      reason: expect.stringContaining('no log source for "shop"'),
    });
    expect(check.exchanges).toHaveLength(1);
  });

  it.each(['answered', 'sent'])(
    'is found by the id the server answered, or by the one that was sent (%s)',
    async (logged) => {
      const answered = 'an-id-of-the-gateway';
      const server = await startServer(() => ({ status: 201, headers: { 'x-request-id': answered } }));
      const found = logSource({ level: 'info', message: 'a pet Rex made' });
      const isLogged = (id: string) => (id === answered) === (logged === 'answered');
      const source: LogSource = {
        ...found,
        find: async (id, options) => (isLogged(id) ? found.find(id, options) : []),
      };
      const check = await runOne('expectations', 'logs-a-line', server.url, { logs: () => source });
      expect(check.exchanges[0]?.logs).toMatchObject([{ message: 'a pet Rex made' }]);
      expect(check.findings.map(({ id }) => id)).not.toContain('log-line-missing');
    },
  );

  it('is not waited for where none is expected, but the lines are kept', async () => {
    const source = logSource({ level: 'info', message: 'listed' });
    const check = await perform('slow', source);
    expect(check.exchanges[0]?.logs).toMatchObject([{ message: 'listed' }]);
    expect(source.asked).toEqual([{ expectLines: false }]);
  });
});

describe('a preference', () => {
  const prefer = async (applied?: string) => {
    const headers = applied === undefined ? {} : { 'preference-applied': applied };
    const server = await startServer(() => ({ status: 401, headers }));
    return runOne('expectations', 'prefers', server.url);
  };

  it('that the server applied is judged', async () => {
    expect((await prefer('clock=P31D')).verdict).toBe('passed');
  });

  it('that the server did not apply skips the check', async () => {
    expect(await prefer()).toMatchObject({
      verdict: 'skipped',
      reason: 'the server did not apply "Prefer: clock=P31D"',
    });
    expect((await prefer('clock=P1D')).verdict).toBe('skipped');
  });

  it.each([
    [undefined, undefined, []],
    ['return=minimal', undefined, ['return=minimal']],
    ['return=minimal', 'return=minimal', []],
    ['respond-async, wait=10', 'respond-async', ['wait=10']],
    ['Clock=P1D', 'clock', []],
    ['handling="lenient, very"; a=1', 'handling="lenient, very"', []],
  ])('of %s, answered by %s, leaves %j', (sent, applied, left) => {
    expect(ignoredPreferences(sent, applied)).toEqual(left);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-21T03:00:00Z');
  it.each([
    [undefined, undefined],
    ['3', 3000],
    ['0', 0],
    ['Sat, 21 Nov 2026 03:00:05 GMT', 5000],
    ['Sat, 21 Nov 2026 02:00:00 GMT', 0],
    ['soon', undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
