import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Verdict } from '../../evidence/types.ts';
import { CommandFailure } from '../context.ts';

const schema = z.object({
  checks: z.array(z.object({ id: z.string(), verdict: z.enum(['passed', 'failed', 'skipped', 'broken']) })),
});

/** Verdicts by check id from a results.json. A missing file means that nothing has run yet, unless it was asked for. */
export async function readVerdicts(file: string, asked: boolean): Promise<ReadonlyMap<string, Verdict>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (asked)
      throw new CommandFailure(`cannot read ${file}`, 'Run "sverka check" first, it writes results.json.');
    return new Map();
  }
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw new CommandFailure(`${file} is no results.json of sverka`);
  return new Map(parsed.data.checks.map(({ id, verdict }) => [id, verdict]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
