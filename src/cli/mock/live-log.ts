import { distinctNotes } from '../../../mock/explain/notes.ts';
import { explanationReason } from '../../../mock/explain/sentence.ts';
import type { MockExchange } from '../../../mock/node.ts';
import { createPaint, type Paint } from '../../reports/terminal/style.ts';
import type { Context } from '../context.ts';
import { type Verbosity, verbosities } from './flags.ts';

/** A listener that writes one line for each request, and one for each violation; undefined when nothing is to be told. */
export function liveLog(
  { stdout, env }: Context,
  level: Verbosity,
): ((exchange: MockExchange) => void) | undefined {
  const rank = verbosities.indexOf(level);
  if (rank >= verbosities.indexOf('fatal')) return undefined;
  const paint = createPaint(stdout, env);
  return (exchange) => {
    const lines = [
      ...(rank <= verbosities.indexOf('info') ? [requestLine(exchange, paint)] : []),
      ...violationLines(exchange, rank, paint),
      ...(rank <= verbosities.indexOf('debug') ? noteLines(exchange, paint) : []),
    ];
    if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
  };
}

function requestLine({ request, response, startedAt, durationMs }: MockExchange, paint: Paint): string {
  const time = paint('dim', startedAt.toTimeString().slice(0, 8));
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  const why = explanationReason(response.explanation);
  const status = paint(colour(response.status), String(response.status));
  return `${time} ${paint('bold', request.method.padEnd(6))} ${printable(target)} ${status} ${paint('dim', `${durationMs.toFixed(1)} ms · ${printable(why)}`)}`;
}

function colour(status: number): 'green' | 'cyan' | 'yellow' | 'red' {
  if (status < 300) return 'green';
  if (status < 400) return 'cyan';
  return status < 500 ? 'yellow' : 'red';
}

function violationLines({ response }: MockExchange, rank: number, paint: Paint): string[] {
  return response.explanation.violations
    .filter(({ severity }) => severity === 'Error' || rank <= verbosities.indexOf('warn'))
    .map(({ location, severity, message }) => {
      const mark = severity === 'Error' ? paint('red', '  ✗') : paint('yellow', '  !');
      return `${mark} ${printable(`${location.join('.')} ${message}`)}`;
    });
}

function noteLines({ response }: MockExchange, paint: Paint): string[] {
  return distinctNotes(response.explanation.notes).map(({ slot, text }) =>
    paint('dim', `    ${slot.padEnd(12)} ${printable(text)}`),
  );
}

/** Without control characters and those that turn the direction of writing: what clients send must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '·');
}
