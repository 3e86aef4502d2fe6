import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** One finished process: wall and CPU milliseconds, peak resident memory in MB. */
export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const usageSchema = z.object({ cpuMs: z.number(), peakMb: z.number() });
const usageHook = new URL('./usage.mjs', import.meta.url).href;

/** Runs a Node program to its end and measures it. Throws with what it printed when the exit code is not expected. */
export async function measureNode(args: readonly string[], cwd: string, expectCode = 0): Promise<Usage> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-bench-'));
  const file = join(folder, 'usage.json');
  try {
    const started = performance.now();
    const { code, output } = await runNode(args, cwd, { BENCH_USAGE: file });
    const wallMs = performance.now() - started;
    if (code !== expectCode) throw new Error(`${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
    return { wallMs, ...usageSchema.parse(JSON.parse(await readFile(file, 'utf8'))) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runNode(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', usageHook, ...args], {
      cwd,
      env: { ...process.env, CI: 'true', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-10_000);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The middle of the values; a noisy machine spoils means. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Runs the subjects in turn, A B A B …, so that a drifting machine drifts for all; gives what each measured, by name. The
 * first round only warms up.
 */
export async function takeTurns<Name extends string, Result>(
  subjects: Readonly<Record<Name, () => Promise<Result>>>,
  rounds: number,
): Promise<(name: Name) => readonly Result[]> {
  const all = Object.entries<() => Promise<Result>>(subjects);
  const seen = new Map<string, Result[]>(all.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of all) {
      const result = await run();
      if (round > 0) seen.get(name)?.push(result);
    }
  }
  return (name) => seen.get(name) ?? [];
}

/** Takes turns and gives the median of each figure of a subject. */
export async function inTurn<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<Usage>>>,
  rounds: number,
): Promise<(name: Name) => Usage> {
  const seen = await takeTurns(subjects, rounds);
  return (name) => ({
    wallMs: median(seen(name).map(({ wallMs }) => wallMs)),
    cpuMs: median(seen(name).map(({ cpuMs }) => cpuMs)),
    peakMb: median(seen(name).map(({ peakMb }) => peakMb)),
  });
}

/** A table in Markdown, columns padded so that it reads in a terminal too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
