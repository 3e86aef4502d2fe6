import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Json } from '../../contract/json.ts';
import type { LogPlace } from '../../evidence/logs/open.ts';
import { messageOf } from '../../node/message-of.ts';
import type { Language } from '../../reports/types.ts';
import type { CheckFlags } from '../commands/check.ts';
import type { LoadedConfig } from '../config/load.ts';
import { CommandFailure, type Context } from '../context.ts';
import { parseInputs } from './inputs.ts';
import { type PlannedReport, planReports } from './reports.ts';
import type { RunFlags } from './run-options.ts';

/** Command line and configuration as one: what the command line says goes first. */
export interface CheckSettings {
  readonly targets: readonly string[];
  readonly logs: readonly LogPlace[];
  readonly inputs: Readonly<Record<string, Json>>;
  readonly grep: string | RegExp | undefined;
  readonly jobs: number;
  /** Absolute. */
  readonly out: string;
  readonly reports: readonly PlannedReport[];
  readonly language: Language;
  /** No further checks after the first that does not pass. */
  readonly bail: boolean;
}

/** A run waits for the network more than it computes: several checks a core. */
const jobsPerCore = 8;

/** What a run may be told besides: the gate runs every check. */
type Choice = Partial<Pick<CheckFlags, 'grep' | 'jobs' | 'bail'>>;

export function settle(
  flags: RunFlags & Choice,
  { config, base }: LoadedConfig,
  context: Context,
): CheckSettings {
  const check = config.check ?? {};
  const out = flags.out ? resolve(context.cwd, flags.out) : resolve(base, check.out ?? 'sverka-report');
  return {
    targets: flags.target.length > 0 ? flags.target : configuredTargets(check.target),
    logs: logPlaces(flags, config.check, base, context.cwd),
    inputs: { ...jsonInputs(check.inputs), ...parseInputs(flags.input) },
    grep: flags.grep === undefined ? undefined : readPattern(flags.grep),
    jobs: flags.jobs ?? check.jobs ?? jobsPerCore * availableParallelism(),
    out,
    reports: planReports(
      flags.report.length > 0 ? flags.report : (check.reports ?? []),
      out,
      context.cwd,
      context.env,
    ),
    language: flags.lang ?? check.lang ?? 'en',
    bail: flags.bail ?? false,
  };
}

function configuredTargets(target: string | Readonly<Record<string, string>> | undefined): readonly string[] {
  if (target === undefined) return [];
  return typeof target === 'string' ? [target] : Object.entries(target).map(([id, url]) => `${id}=${url}`);
}

function logPlaces(
  flags: RunFlags,
  configured: LoadedConfig['config']['check'],
  base: string,
  cwd: string,
): readonly LogPlace[] {
  const files =
    flags.logs.length > 0
      ? flags.logs.map((file) => resolve(cwd, file))
      : (configured?.logs ?? []).map((file) => resolve(base, file));
  const command = flags.logsCommand ?? configured?.logsCommand;
  const url = flags.logsUrl ?? configured?.logsUrl;
  return [
    ...files.map((value) => ({ kind: 'file', value }) as const),
    ...(command ? [{ kind: 'command', value: command } as const] : []),
    ...(url ? [{ kind: 'url', value: url } as const] : []),
  ];
}

/** The configuration is YAML: what came out of it is JSON, but for types that YAML alone has. */
function jsonInputs(inputs: Readonly<Record<string, unknown>> = {}): Record<string, Json> {
  return JSON.parse(JSON.stringify(inputs));
}

function readPattern(text: string): string | RegExp {
  const pattern = /^\/(.+)\/([a-z]*)$/s.exec(text);
  if (!pattern?.[1]) return text;
  try {
    return new RegExp(pattern[1], pattern[2]);
  } catch (error) {
    throw new CommandFailure(`--grep ${text} is no pattern: ${messageOf(error)}`);
  }
}
