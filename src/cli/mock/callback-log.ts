import type { CallbackOutcome } from '../../../mock/callbacks/send-callback.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { Context } from '../context.ts';
import { type Verbosity, verbosities } from './flags.ts';
import { printable } from './live-log.ts';

/** A listener that writes one line for each callback that was sent, and one for each thing wrong with its answer. */
export function callbackLog({ stdout, env }: Context, level: Verbosity): (outcome: CallbackOutcome) => void {
  const rank = verbosities.indexOf(level);
  const paint = createPaint(stdout, env);
  return ({ request, status, violations, failure }) => {
    const { callback, method, url } = request;
    const what = `callback ${callback.name}: ${method} ${url ?? callback.operation.path}`;
    if (failure !== undefined) {
      if (rank <= verbosities.indexOf('error'))
        stdout.write(`${paint('red', '  ✗')} ${what}: ${printable(failure)}\n`);
      return;
    }
    if (rank <= verbosities.indexOf('info')) stdout.write(`${paint('dim', '  →')} ${what} ${status}\n`);
    if (rank > verbosities.indexOf('warn')) return;
    for (const { message } of violations)
      stdout.write(`${paint('yellow', '  !')} ${what}: ${printable(message)}\n`);
  };
}
