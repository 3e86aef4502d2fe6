import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import merchants from '../../fixtures/merchants.json' with { type: 'json' };

/** The part of Respect's JSON report that is read here. */
const report = z.object({
  files: z.record(
    z.string(),
    z.object({ executedWorkflows: z.array(z.object({ workflowId: z.string(), status: z.string() })) }),
  ),
});

/**
 * Runs one checklist under Redocly Respect, another Arazzo runner, against the contracts at `urls`.
 * Gives `success` or `error` for each workflow.
 */
export async function runRespect(
  file: string,
  urls: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'respect-'));
  try {
    const output = join(directory, 'report.json');
    const servers = Object.entries(urls).map(([id, url]) => `${id}=${url}`);
    const options = ['--input', freshInputs(), '--server', servers.join(','), '--json-output', output];
    const child = spawn(process.execPath, [redocly, 'respect', file, ...options], { stdio: 'ignore' });
    await once(child, 'close');
    const { files } = report.parse(JSON.parse(await readFile(output, 'utf8')));
    const workflows = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
    return Object.fromEntries(workflows.map(({ workflowId, status }) => [workflowId, status]));
  } finally {
    await rm(directory, { recursive: true });
  }
}

const redocly = 'node_modules/@redocly/cli/bin/cli.js';

/** What our own runner draws for each check, here for a whole file at once. */
function freshInputs(): string {
  const digits = String(randomInt(10_000_000)).padStart(7, '0');
  return JSON.stringify({ unique: randomBytes(6).toString('hex'), digits, merchant: merchants[0]?.mid });
}
