import type { Explanation } from '../exchange.ts';
import { distinctNotes } from './notes.ts';

const words = {
  example: 'a documented example',
  schema: 'a sample of the schema',
  dynamic: 'values drawn from the schema',
  state: 'what is stored',
  implementation: 'the real implementation',
  override: 'a body that is forced',
  upstream: 'the upstream server',
  problem: 'a problem of the mock itself',
  empty: 'an empty body',
} as const satisfies Readonly<Record<Explanation['source'], string>>;

/** Why this response, in one line: for a header, a list. */
export function explanationSentence(status: number, explanation: Explanation): string {
  const { route, operation, violations } = explanation;
  const where = route === undefined ? 'no operation matched' : named(route, operation);
  const errors = violations.filter(
    ({ severity, location }) => severity === 'Error' && location[0] === 'request',
  );
  const check =
    errors.length === 0 ? '' : `; request broke the contract: ${errors[0]?.message}${more(errors.length)}`;
  return `${where}${check}; ${status} with ${because(explanation)}`;
}

/** The same for a line that tells method, path, status and violations itself. */
export function explanationReason(explanation: Explanation): string {
  const { route, operation = route } = explanation;
  return operation === undefined ? because(explanation) : `${operation}: ${because(explanation)}`;
}

function because({ route, notes, source, example }: Explanation): string {
  const told = distinctNotes(notes);
  const hints = told.filter(({ slot }) => slot === (route === undefined ? 'route' : 'negotiate'));
  const chosen = told.filter(({ slot }) => slot === 'negotiate' || slot === 'behave');
  const needed = told.filter(({ slot }) => slot === 'authenticate');
  const reasons = [...needed, ...(source === 'problem' ? [...told.slice(-1), ...hints] : chosen)];
  const body = source === 'example' && example !== undefined ? `example "${example}"` : words[source];
  return reasons.length === 0
    ? body
    : `${body} because: ${reasons.map(({ text }) => text.replace(/\.$/, '')).join('; ')}`;
}

/** The operation's id, where it says more than its route. */
function named(route: string, operation = ''): string {
  return operation.endsWith(route) ? route : `${route} (${operation})`;
}

function more(count: number): string {
  return count > 1 ? ` (and ${count - 1} more)` : '';
}
