import { styleText } from 'node:util';
import type { CallbackOutcome } from '../../../mock/callbacks/send-callback.ts';
import type { OutputStream } from '../context.ts';
import { type Verbosity, verbosities } from './flags.ts';
import { printable } from './live-log.ts';

/** A listener that writes one line for each callback that was sent, and one for each thing wrong with its answer. */
export function callbackLog(stream: OutputStream, level: Verbosity): (outcome: CallbackOutcome) => void {
  const rank = verbosities.indexOf(level);
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { validateStream: true, stream });
  return ({ request, status, violations, failure }) => {
    const { callback, method, url } = request;
    const what = `callback ${callback.name}: ${method} ${url ?? callback.operation.path}`;
    if (failure !== undefined) {
      if (rank <= verbosities.indexOf('error'))
        stream.write(`${paint('red', '  ✗')} ${what}: ${printable(failure)}\n`);
      return;
    }
    if (rank <= verbosities.indexOf('info')) stream.write(`${paint('dim', '  →')} ${what} ${status}\n`);
    if (rank > verbosities.indexOf('warn')) return;
    for (const { message } of violations)
      stream.write(`${paint('yellow', '  !')} ${what}: ${printable(message)}\n`);
  };
}
