import { seenFrom } from '../../contract/source/location.ts';
import { findRule, rules } from '../../gate/diff/rules/registry.ts';
import type { ChangeFinding } from '../../gate/diff/types.ts';
import { diffContracts } from '../../gate/diff.ts';
import { applyWaivers, namesOfPlace, type Waivable } from '../../gate/waivers.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { DiffFlags } from '../commands/diff.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { readWaivers } from '../waivers.ts';
import { formats } from './formats.ts';
import { parseLevels } from './levels.ts';
import { loadForDiff } from './load-pair.ts';
import { type DiffReport, isAtLeast } from './report.ts';

/** `sverka diff OLD NEW`: 0 no client breaks, 1 one does, 2 nothing could be judged. */
export async function diff(
  old: string | undefined,
  fresh: string | undefined,
  flags: DiffFlags,
  context: Context,
): Promise<ExitCode> {
  if (flags.listRules) return listRules(context);
  if (old === undefined || fresh === undefined)
    throw new CommandFailure(
      'two documents are compared',
      'Write sverka diff OLD NEW: files, URLs or git:REV:path.',
    );
  const format = formats.get(flags.format);
  if (!format)
    throw new CommandFailure(
      `there is no format "${flags.format}"`,
      `Formats: ${[...formats.keys()].join(', ')}.`,
    );
  const report = await compare(old, fresh, flags, context);
  const paint = createPaint(context.stdout, context.env);
  context.stdout.write((await format())(report, { paint, all: flags.all ?? false }));
  return report.failed ? 1 : 0;
}

async function compare(old: string, fresh: string, flags: DiffFlags, context: Context): Promise<DiffReport> {
  const levels = parseLevels(flags.level);
  const known = flags.ignore === undefined ? [] : await readWaivers(flags.ignore, context.cwd);
  // The file may be the gate's: what other parts of it are excused from is none of a diff's business.
  const waivers = known.filter(({ id }) => findRule(id) !== undefined);
  const [before, after] = await Promise.all([loadForDiff(old, context), loadForDiff(fresh, context)]);
  const today = new Date().toISOString().slice(0, 10);
  const { failOn, notice: noticeDays } = flags;
  const found = await diffContracts(before, after, { levels, today, noticeDays });
  const shown = found.map((finding) => shorten(finding, context.cwd));
  const judged = applyWaivers(shown, waivable, waivers, today);
  const failed = judged.left.some(({ level }) => isAtLeast(level, failOn));
  return { ...judged, old, new: fresh, failOn, failed };
}

function shorten(finding: ChangeFinding, cwd: string): ChangeFinding {
  const { location, formerLocation } = finding;
  const former = formerLocation === undefined ? {} : { formerLocation: seenFrom(cwd, formerLocation) };
  return { ...finding, ...former, location: seenFrom(cwd, location) };
}

/** A change goes by its fingerprint, its place and its operation. */
function waivable({ id, fingerprint, location, operation }: ChangeFinding): Waivable {
  return { id, places: [fingerprint, operation, ...namesOfPlace(location)] };
}

function listRules({ stdout }: Context): ExitCode {
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, level, sentence } of rules)
    stdout.write(`${id.padEnd(width)}  ${level.padEnd(7)}  ${sentence}\n`);
  return 0;
}
