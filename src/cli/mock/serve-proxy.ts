import { resolve } from 'node:path';
import { createControl } from '../../../mock/control/control.ts';
import type { MockExchange } from '../../../mock/node.ts';
import { createProxy, type ProxyOptions } from '../../../mock/proxy.ts';
import { seenFrom } from '../../contract/source/location.ts';
import type { Contract } from '../../contract/types.ts';
import { createRecorder } from '../../evidence/recorder.ts';
import { makeFolders, planReports, writeReports } from '../check/reports.ts';
import type { ProxyFlags } from '../commands/proxy.ts';
import type { Context, ExitCode } from '../context.ts';
import { consoleOf } from './console.ts';
import { toCheck } from './exchange-evidence.ts';
import { serveDocuments } from './serve-documents.ts';

/** Proxies until interrupted, then writes the evidence that was asked for. Exit code 1 when a contract was broken. */
export async function serveProxy(
  document: string,
  flags: ProxyFlags,
  options: ProxyOptions,
  context: Context,
): Promise<ExitCode> {
  const out = resolve(context.cwd, flags.out ?? 'sverka-report');
  const kinds = flags.report.length > 0 ? flags.report : ['json', 'har'];
  const isAsked = flags.out !== undefined || flags.report.length > 0;
  const reports = isAsked ? planReports(kinds, out, context.cwd, {}) : [];
  const recording = flags.record === undefined ? [] : [{ path: resolve(context.cwd, flags.record) }];
  await makeFolders([...reports, ...recording]);
  await using recorder = await createRecorder();
  const info = {
    tool: 'sverka proxy',
    startedAt: new Date().toISOString(),
    target: options.upstream.href,
    interrupted: false,
  };
  await recorder.record({ type: 'run-started', info, checks: [] });
  let writing: Promise<unknown> = Promise.resolve();
  let count = 0;
  let broken = false;
  const control = createControl();
  const observe = (exchange: MockExchange) => {
    control.observe(exchange);
    count += 1;
    const check = toCheck(exchange, count, options.upstream);
    broken ||= check.verdict === 'failed';
    // One after the other: the spool keeps the order of the exchanges.
    writing = writing.then(() => recorder.record({ type: 'check-finished', check }));
  };
  let known: readonly Contract[] = [];
  const build = async (contracts: readonly Contract[]) => {
    known = contracts;
    const proxy = createProxy(contracts, { ...options, force: control.force });
    control.attach({ sites: proxy.sites, state: undefined });
    return proxy;
  };
  await serveDocuments([document], flags, { build, observe, ...consoleOf(control, flags) }, context);
  await writing;
  const evidence = recorder.evidence();
  const finished = { ...evidence, info };
  await writeReports(reports, finished, { language: 'en' });
  for (const { path } of recording) {
    const { writeRecording } = await import('./write-recording.ts');
    const secrets = await writeRecording(path, document, known, finished, context.cwd);
    if (secrets.length > 0) context.stdout.write(secretsTold(secrets));
  }
  for (const { path } of [...reports, ...recording])
    context.stdout.write(`  ${seenFrom(context.cwd, path)}\n`);
  return broken ? 1 : 0;
}

function secretsTold(names: readonly string[]): string {
  const given = names.map((name) => ` --input ${name}=…`).join('');
  return `Secrets were not recorded: sverka check needs${given}\n`;
}
