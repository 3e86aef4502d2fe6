import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLineIndex } from '../../../src/evidence/logs/line-index.ts';
import { createLineSplitter } from '../../../src/evidence/logs/line-splitter.ts';
import { createLogSource } from '../../../src/evidence/logs/log-source.ts';
import { type LogPlace, openLogs } from '../../../src/evidence/logs/open.ts';
import type { LogSource } from '../../../src/evidence/types.ts';

let folder: string;
let file: string;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logs-test-'));
  file = join(folder, 'api.log');
});
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (id: string, message = 'hello') =>
  `{"level":"info","requestId":"${id}","message":"${message}"}\n`;
const opened = async (...places: LogPlace[]): Promise<LogSource> => {
  const { source, problems } = await openLogs(places);
  expect(problems).toEqual([]);
  if (!source) throw new Error('no source');
  open.push(source);
  return source;
};
const messages = async (source: LogSource, id: string, expectLines = true) =>
  (await source.find(id, { expectLines })).map(({ message }) => message);

describe('a file', () => {
  test('is followed from where the run began', async () => {
    await writeFile(file, line('id-1', 'before'));
    const source = await opened({ kind: 'file', value: file });
    await appendFile(file, line('id-1', 'after'));
    expect(await source.find('id-1', { expectLines: true })).toEqual([
      { time: '', level: 'info', message: 'after', requestId: 'id-1', file },
    ]);
  });

  test('is given more time once a line came late', async () => {
    const index = createLineIndex();
    const ripe = [
      { id: 'first', pulls: 20 },
      { id: 'second', pulls: 60 },
    ];
    let pulls = 0;
    const pull = async () => {
      pulls += 1;
      for (const { id, pulls: after } of ripe) if (pulls === after) index.add(line(id), file);
    };
    const source = createLogSource({ name: 'late', index, pull, close: async () => {} });
    expect(await messages(source, 'first', false)).toEqual(['hello']);
    pulls = 0;
    expect(await messages(source, 'second', false)).toEqual(['hello']);
  });

  test('gives lines that come late when they are expected', async () => {
    await writeFile(file, '');
    const source = await opened({ kind: 'file', value: file });
    const found = messages(source, 'id-2');
    await appendFile(file, line('id-2'));
    expect(await found).toEqual(['hello']);
  });

  test('gives nothing for an id nobody logged', async () => {
    await writeFile(file, '');
    const source = await opened({ kind: 'file', value: file });
    expect(await messages(source, 'id-3', false)).toEqual([]);
  });

  test('is followed through rotation and truncation', async () => {
    await writeFile(file, line('old'));
    const source = await opened({ kind: 'file', value: file });
    await rename(file, `${file}.1`);
    await writeFile(file, line('id-4', 'rotated'));
    expect(await messages(source, 'id-4')).toEqual(['rotated']);
    await truncate(file);
    await source.find('none', { expectLines: false });
    await appendFile(file, line('id-4', 'truncated'));
    expect(await messages(source, 'id-4')).toEqual(['rotated', 'truncated']);
  });

  test('that is missing is a clear problem, at once', async () => {
    const missing = join(folder, 'nothing.log');
    const { source, problems } = await openLogs([{ kind: 'file', value: missing }]);
    expect(source).toBeUndefined();
    expect(problems).toEqual([{ severity: 'error', message: `no log file at ${missing}` }]);
  });

  test('of several services: a folder and a pattern find each line with its file', async () => {
    await Promise.all(['auth.log', 'users.log'].map((name) => writeFile(join(folder, name), '')));
    for (const value of [folder, join(folder, '*s.log')]) {
      const source = await opened({ kind: 'file', value });
      await appendFile(join(folder, 'users.log'), line(`id-${value.length}`));
      const [found] = await source.find(`id-${value.length}`, { expectLines: true });
      expect(found?.file).toBe(join(folder, 'users.log'));
    }
  });

  test('an id in another line is not this id', async () => {
    await writeFile(file, '');
    const source = await opened({ kind: 'file', value: file });
    await appendFile(file, line('id-51') + line('id-5'));
    expect(await source.find('id-5', { expectLines: true })).toHaveLength(1);
  });
});

describe('a command', () => {
  test('is read while it runs and ended with all it started', async () => {
    await writeFile(file, '');
    const source = await opened({ kind: 'command', value: `tail -f ${file} | cat` });
    await appendFile(file, line('id-6'));
    expect(await messages(source, 'id-6')).toEqual(['hello']);
    await source.close();
    const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(stdout).not.toContain(`tail -f ${file}`);
  });

  test('that fails is a problem that says what it said', async () => {
    const { problems } = await openLogs([{ kind: 'command', value: 'echo no such container >&2; exit 3' }]);
    expect(problems.map(({ message }) => message)).toEqual([
      'log command "echo no such container >&2; exit 3" ended with exit code 3: no such container',
    ]);
  });
});

describe('a URL', () => {
  const serve = async (text: () => string, ranges: boolean) => {
    const server = createServer(({ headers }, response) => {
      const body = Buffer.from(text());
      const start = ranges ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1]) : Number.NaN;
      if (Number.isNaN(start)) return response.end(body);
      if (start >= body.length) return response.writeHead(416).end();
      return response.writeHead(206).end(body.subarray(start));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('no port');
    return `http://127.0.0.1:${address.port}/log`;
  };

  test.each([true, false])('is polled for new lines (the server knows ranges: %s)', async (ranges) => {
    let log = line('id-7', 'before');
    const source = await opened({ kind: 'url', value: await serve(() => log, ranges) });
    log += line('id-7', 'one');
    expect(await messages(source, 'id-7')).toEqual(['one']);
    log += line('id-8', 'two') + line('id-7', 'three');
    expect(await messages(source, 'id-8')).toEqual(['two']);
    expect(await messages(source, 'id-7')).toEqual(['one', 'three']);
  });

  test('that serves only its last lines gives each line once', async () => {
    const all = ['a-1', 'a-2', 'a-3'].map((id) => line(id));
    const source = await opened({ kind: 'url', value: await serve(() => all.slice(-3).join(''), false) });
    all.push(line('a-4'), line('a-5'));
    expect(await source.find('a-5', { expectLines: true })).toHaveLength(1);
    all.push(line('a-6'));
    expect(await source.find('a-6', { expectLines: true })).toHaveLength(1);
    expect(await source.find('a-5', { expectLines: true })).toHaveLength(1);
  });

  test.each([
    ['shorter', true],
    ['longer', true],
    ['shorter', false],
    ['longer', false],
  ])('whose log was rotated, and is now %s, is read from its beginning (ranges: %s)', async (now, ranges) => {
    let log = line('r-1', 'before') + line('r-2', 'before');
    const source = await opened({ kind: 'url', value: await serve(() => log, ranges) });
    log = line('r-3', now === 'longer' ? 'x'.repeat(999) : 'x');
    expect(await source.find('r-3', { expectLines: true })).toHaveLength(1);
    log += line('r-4');
    expect(await source.find('r-4', { expectLines: true })).toHaveLength(1);
    expect(await source.find('r-3', { expectLines: true })).toHaveLength(1);
    log = '';
    expect(await source.find('r-5', { expectLines: false })).toEqual([]);
    log = line('r-5');
    expect(await source.find('r-5', { expectLines: true })).toHaveLength(1);
  });

  test('that cannot be reached is a problem', async () => {
    const { problems } = await openLogs([{ kind: 'url', value: 'http://127.0.0.1:1/log' }]);
    expect(problems[0]?.message).toContain('http://127.0.0.1:1/log cannot be read');
  });
});

describe('the index', () => {
  test('keeps only the newest lines', () => {
    const index = createLineIndex(2);
    for (const id of ['n-1', 'n-2', 'n-3']) index.add(line(id), 'f');
    expect(['n-1', 'n-2', 'n-3'].map((id) => index.find(id).length)).toEqual([0, 1, 1]);
  });

  test('never tears a letter, however the bytes arrive', () => {
    const lines: string[] = [];
    const take = createLineSplitter((it) => lines.push(it));
    for (const byte of Buffer.from('первая\r\nвторая\nнедопис')) take(Uint8Array.of(byte));
    expect(lines).toEqual(['первая', 'вторая']);
  });
});
