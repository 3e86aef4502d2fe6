import { checksIn } from '../../evidence/summary.ts';
import type { Summary } from '../../evidence/types.ts';
import type { Words } from '../words.ts';
import { COLOUR, MARK, type Paint, type TerminalStream } from './style.ts';
import { truncate } from './width.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const REDRAW_EVERY = 80;
const CLEAR = '\r\u001b[2K';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

export interface Progress {
  readonly done: Summary;
  readonly planned: number;
  /** Ids of checks that run now. */
  readonly running: ReadonlySet<string>;
  readonly elapsedMs: number;
}

/** One line that is redrawn in place until `stop`. */
export function startLiveLine(
  stream: TerminalStream,
  paint: Paint,
  words: Words,
  progress: () => Progress,
): { stop(): void } {
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    stream.write(CLEAR + liveText(FRAMES[frame] ?? '', progress(), stream.columns ?? 80, paint, words));
  };
  stream.write(HIDE_CURSOR);
  draw();
  const timer = setInterval(draw, REDRAW_EVERY);
  // A forgotten spinner must not keep the process alive.
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      stream.write(CLEAR + SHOW_CURSOR);
    },
  };
}

function liveText(frame: string, now: Progress, columns: number, paint: Paint, words: Words): string {
  const { done, planned, running, elapsedMs } = now;
  const verdicts = ['passed', 'failed', 'skipped', 'broken'] as const;
  const shown = verdicts.filter((verdict) => done[verdict] > 0);
  const all = checksIn(done);
  const counts = shown.map((verdict) => `${MARK[verdict]} ${done[verdict]}`).join(' ');
  const head = `${frame} ${all}/${planned}  ${bar(all, planned)}`;
  const tail = [...running].join(', ');
  const rest = `  ${words.time(elapsedMs)}  `;
  const left = columns - 1 - head.length - counts.length - 2 - rest.length;
  const coloured = shown
    .map((verdict) => paint(COLOUR[verdict], `${MARK[verdict]} ${done[verdict]}`))
    .join(' ');
  return left < 0
    ? truncate(`${head}  ${counts}`, columns - 1)
    : `${head}  ${coloured}${rest}${paint('dim', truncate(tail, left))}`;
}

function bar(done: number, planned: number): string {
  const width = 20;
  const filled = planned === 0 ? 0 : Math.round((done / planned) * width);
  return '━'.repeat(filled) + '─'.repeat(width - filled);
}
