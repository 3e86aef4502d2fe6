import { addVerdict, isBad, NOTHING_YET } from '../evidence/summary.ts';
import type { CheckEvidence, PlannedCheck, RunEvent, Summary } from '../evidence/types.ts';
import { turnEnd } from '../node/turn-end.ts';
import { checkIn, targetIn } from './in-language.ts';
import { failureLines, sameReason } from './terminal/failure.ts';
import { startLiveLine } from './terminal/live-line.ts';
import { type Row, tables, toRow } from './terminal/rows.ts';
import {
  COLOUR,
  createPaint,
  type Environment,
  isLive,
  MARK,
  oneLine,
  type Paint,
  type TerminalStream,
} from './terminal/style.ts';
import type { Language } from './types.ts';
import { type Words, wordsOf } from './words.ts';

/** More failures than these are in the reports; a terminal is no place to read them. */
const MOST_FAILURES = 50;

export interface TerminalOptions {
  readonly stream: TerminalStream;
  readonly language: Language;
  /** Looked at: CI, NO_COLOR, FORCE_COLOR, TERM. */
  readonly env: Environment;
  /** The page with the evidence; each failure links into it. */
  readonly evidencePath?: string;
}

/** Shows a run as it goes on. Give it events with secrets masked, as the recorder gives them back. */
export interface Terminal {
  record(event: RunEvent): void;
}

export function createTerminal({ stream, language, env, evidencePath }: TerminalOptions): Terminal {
  const words = wordsOf(language);
  const paint = createPaint(stream, env);
  const live = isLive(stream, env);
  const rows = new Map<string, Row>();
  const failures: CheckEvidence[] = [];
  const running = new Set<string>();
  let planned: readonly PlannedCheck[] = [];
  let done: Summary = NOTHING_YET;
  let startedAt = performance.now();
  let line: { stop(): void } | undefined;
  let untold = '';

  /** A system call a line would cost more than the check. */
  const tell = (text: string) => {
    if (untold === '') turnEnd().then(tellAll);
    untold += text;
  };
  const tellAll = () => {
    if (untold !== '') stream.write(untold);
    untold = '';
  };
  const started = (checks: readonly PlannedCheck[], target: string) => {
    planned = checks;
    startedAt = performance.now();
    stream.write(`${paint('bold', target)}  ${paint('dim', `${words.tests}: ${checks.length}`)}\n`);
    const progress = () => ({
      done,
      planned: checks.length,
      running,
      elapsedMs: performance.now() - startedAt,
    });
    if (live) line = startLiveLine(stream, paint, words, progress);
  };
  const finished = (seen: CheckEvidence) => {
    const check = checkIn(language, seen);
    running.delete(check.id);
    done = addVerdict(done, check);
    const row = toRow(check);
    rows.set(check.id, row);
    if (isBad(check) && failures.length < MOST_FAILURES) failures.push(check);
    if (!live) tell(plainLine(row, words));
  };
  const ended = (summary: Summary, interrupted: boolean) => {
    line?.stop();
    tellAll();
    const inOrder = [...planned.map(({ id }) => rows.get(id)), ...rows.values()].filter(
      (row) => row !== undefined,
    );
    if (live)
      for (const text of tables([...new Set(inOrder)], stream.columns ?? 80, paint, words))
        stream.write(text);
    const place = new Map(planned.map(({ id }, index) => [id, index]));
    const style = { paint, words, evidencePath, columns: live ? (stream.columns ?? 80) : undefined };
    for (const [check, ...others] of together(failures, place))
      stream.write(`\n${failureLines(check, others, style)}`);
    const unshown = summary.failed + summary.broken - failures.length;
    if (unshown > 0) stream.write(`\n${words.more(unshown)}\n`);
    stream.write(summaryLine(summary, interrupted, paint, words));
  };

  return {
    record(event) {
      if (event.type === 'run-started') started(event.checks, targetIn(language, event.info.target));
      if (event.type === 'check-started') running.add(event.id);
      if (event.type === 'check-finished') finished(event.check);
      if (event.type === 'run-finished') ended(event.summary, event.info.interrupted);
    },
  };
}

/** In the order of the plan, each with those that could not be judged for the same reason. */
function together(
  failures: readonly CheckEvidence[],
  place: ReadonlyMap<string, number>,
): readonly (readonly [CheckEvidence, ...CheckEvidence[]])[] {
  const groups: [CheckEvidence, ...CheckEvidence[]][] = [];
  const inOrder = failures.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
  for (const check of inOrder) {
    const same = groups.find(([first]) => sameReason(first, check));
    if (same) same.push(check);
    else groups.push([check]);
  }
  return groups;
}

/** For pipes and CI logs: one line a check, as it finishes. */
function plainLine({ verdict, id, status, durationMs, reason, text }: Row, words: Words): string {
  const parts = [
    `${MARK[verdict]} ${words.verdict[verdict]}`,
    id,
    text,
    status,
    words.time(durationMs),
    oneLine(reason),
  ];
  return `${parts.filter(Boolean).join('  ')}\n`;
}

function summaryLine(summary: Summary, interrupted: boolean, paint: Paint, words: Words): string {
  const verdicts = (['failed', 'broken', 'skipped', 'passed'] as const).filter(
    (verdict) => summary[verdict] > 0,
  );
  const counts = verdicts.map((verdict) =>
    paint(['bold', COLOUR[verdict]], `${MARK[verdict]} ${summary[verdict]} ${words.verdict[verdict]}`),
  );
  const text = counts.length > 0 ? counts.join('  ') : words.nothingRan;
  const early = interrupted ? `${paint('yellow', words.interrupted)}\n` : '';
  return `\n${early}${text}  ${paint('dim', words.time(summary.durationMs))}\n`;
}
