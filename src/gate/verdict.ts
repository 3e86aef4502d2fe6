import type { Finding } from '../contract/finding.ts';
import { type PartName, partOfRule } from './verdict/part-of-rule.ts';
import { applyWaivers, namesOfPlace, type Waiver } from './waivers.ts';

export type { PartName } from './verdict/part-of-rule.ts';

/** A finding of one part of the gate. */
export interface GateFinding extends Finding {
  /** Further names a waiver may call its place, beside `location`. */
  readonly names?: readonly string[];
}

/** What one part of the gate saw. */
export type Part = {
  readonly name: PartName;
  /** What was looked at: `8 contracts`. */
  readonly seen: string;
  /** What to do about its findings. */
  readonly advice: string;
  /** What is no finding, and still worth knowing. */
  readonly notes?: readonly string[];
} & (
  | { readonly kind: 'judged'; readonly findings: readonly GateFinding[] }
  /** Could not be judged; `broken` fails the gate, `skipped` was meant. */
  | { readonly kind: 'broken' | 'skipped'; readonly reason: string }
);

export interface JudgedPart {
  readonly name: PartName | 'waivers';
  readonly verdict: 'passed' | 'failed' | 'broken' | 'skipped';
  readonly findings: readonly GateFinding[];
  readonly waived: number;
  readonly seen: string;
  /** What to do, empty when there is nothing to do. */
  readonly advice: string;
  readonly notes?: readonly string[];
}

export interface GateVerdict {
  readonly parts: readonly JudgedPart[];
  /** 0: all agreed. 1: a finding. 2: something could not be judged. */
  readonly exitCode: 0 | 1 | 2;
}

/** Makes one verdict of all parts. `today` is an ISO date. */
export function judgeGate(parts: readonly Part[], waivers: readonly Waiver[], today: string): GateVerdict {
  const findings = parts.flatMap((part) => (part.kind === 'judged' ? part.findings : []));
  const { left, stale, expired } = applyWaivers(findings, waivable, waivers, today);
  const open = new Set(left);
  const judged: JudgedPart[] = parts.map((part) => judgePart(part, open));
  // What was not looked at cannot make a waiver stale.
  const looked = new Set(parts.flatMap(({ kind, name }) => (kind === 'judged' ? [name] : [])));
  const idle = stale.filter(({ id }) => looked.has(partOfRule(id)));
  const all = [...judged, judgeWaivers(waivers.length, idle, expired)];
  return { parts: all, exitCode: exitCodeOf(all) };
}

function waivable({ id, location, names = [] }: GateFinding) {
  return { id, places: [...namesOfPlace(location), ...names] };
}

function judgePart(part: Part, open: ReadonlySet<GateFinding>): JudgedPart {
  const { name, seen, advice } = part;
  if (part.kind !== 'judged')
    return { name, verdict: part.kind, findings: [], waived: 0, seen, advice: part.reason };
  const findings = part.findings.filter((finding) => open.has(finding));
  const waived = part.findings.length - findings.length;
  const notes = part.notes === undefined ? {} : { notes: part.notes };
  return findings.length > 0
    ? { name, verdict: 'failed', findings, waived, seen, advice, ...notes }
    : { name, verdict: 'passed', findings, waived, seen, advice: '', ...notes };
}

/** A change is over when it is merged: its waiver, which came with it, is told to be spent and fails nobody after it. */
function judgeWaivers(count: number, idle: readonly Waiver[], expired: readonly Waiver[]): JudgedPart {
  const [spent, outdated] = partition(
    [...idle, ...expired],
    ({ id }) => partOfRule(id) === 'breaking changes',
  );
  const findings = outdated.map((waiver) => ({
    id: waiver.id,
    location: waiver.location,
    message: `the waiver of ${waiver.id} ${expired.includes(waiver) ? `ended on ${waiver.until}` : 'matches nothing any more'}`,
  }));
  const notes = spent.map(({ id, location }) => `${id} at ${location} excuses no change any more: remove it`);
  const advice = 'remove them from the file, or give them a new date';
  return {
    name: 'waivers',
    verdict: findings.length > 0 ? 'failed' : 'passed',
    findings,
    waived: 0,
    seen: count === 1 ? '1 waiver' : `${count} waivers`,
    advice: findings.length > 0 ? advice : '',
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** What could not be judged goes first: nobody knows what else it hides. */
function exitCodeOf(parts: readonly JudgedPart[]): 0 | 1 | 2 {
  if (parts.some(({ verdict }) => verdict === 'broken')) return 2;
  return parts.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}
