import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { ask } from '../support/http.ts';
import { type ServeCommand, startServe, temporaryFolder } from '../support/serve-command.ts';
import { durableDatabases } from './durable-databases.ts';
import { startPressure } from './pressure.ts';
import { lostPayments } from './stored-payments.ts';

/** Process ids of all workers that have come into service so far. */
async function workers(server: ServeCommand, count: number): Promise<number[]> {
  return eventually(() => {
    const found = [...server.said().matchAll(/^worker (\d+) serves$/gm)].map(([, pid]) => Number(pid));
    expect(found).toHaveLength(count);
    return found;
  });
}

describe.each(durableDatabases())('two workers over $name', ({ open }) => {
  test('go on when one is killed, get another in its place, and end together on Ctrl-C', async () => {
    await using folder = await temporaryFolder();
    const database = await open(folder.path);
    const server = startServe(folder.path, database, ['--workers', '2']);
    const url = await server.url;
    const pressure = startPressure(() => url);
    const [victim = Number.NaN] = await workers(server, 2);
    await pressure.more(30);
    process.kill(victim, 'SIGKILL');
    await pressure.more(30);
    await workers(server, 3);
    expect(server.said()).toContain(`worker ${victim} ended, starting another`);
    await pressure.stop();
    server.killGroup('SIGINT');
    expect(await server.ended).toBe(0);
    expect([...pressure.refusals.keys()]).toEqual([]);
    expect(await lostPayments(database, pressure.acknowledged)).toEqual([]);
    await expect(ask(`${url}/healthz/live`)).rejects.toThrow('fetch failed');
  });
});

describe('workers', () => {
  test('end when the first process is asked to, and finish what is under way', async () => {
    await using folder = await temporaryFolder();
    const database = { kind: 'sqlite', file: `${folder.path}/data.sqlite` } as const;
    const server = startServe(folder.path, database, ['--workers', '2']);
    const url = await server.url;
    const [one = Number.NaN, other = Number.NaN] = await workers(server, 2);
    const pressure = startPressure(() => url);
    await pressure.more(30);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await pressure.stop();
    for (const pid of [one, other]) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await lostPayments(database, pressure.acknowledged)).toEqual([]);
  });

  test('that cannot start say why once, with exit code 2', async () => {
    await using folder = await temporaryFolder();
    const nobody = { kind: 'postgres', url: 'postgres://127.0.0.1:1/nobody' } as const;
    const server = startServe(folder.path, nobody, ['--workers', '3']);
    expect(await server.ended).toBe(2);
    expect(server.said().match(/cannot be reached/g)).toHaveLength(1);
    expect(server.said()).not.toMatch(/starting another|\n +at /);
  });

  test('do not outlive the first process', async () => {
    await using folder = await temporaryFolder();
    const database = { kind: 'sqlite', file: `${folder.path}/data.sqlite` } as const;
    const server = startServe(folder.path, database, ['--workers', '2']);
    const pids = await workers(server, 2);
    server.kill('SIGKILL');
    await server.ended;
    await eventually(() => {
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });
  });
});
