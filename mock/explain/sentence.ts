import type { Explanation } from '../types.ts';

const words = {
  example: 'a documented example',
  schema: 'a sample of the schema',
  dynamic: 'values drawn from the schema',
  state: 'what was stored before',
  implementation: 'the real implementation',
  override: 'a body that is forced',
  upstream: 'the upstream server',
  problem: 'a problem of the mock itself',
  empty: 'an empty body',
} as const satisfies Readonly<Record<Explanation['source'], string>>;

/** Why this response, in one line: for a header, a log, a list. */
export function explanationSentence(status: number, explanation: Explanation): string {
  const { route, operation, violations, notes, source, example } = explanation;
  const where = route === undefined ? 'no operation matched' : named(route, operation);
  const errors = violations.filter(
    ({ severity, location }) => severity === 'Error' && location[0] === 'request',
  );
  const check =
    errors.length === 0 ? '' : `; request broke the contract: ${errors[0]?.message}${more(errors.length)}`;
  const chosen = notes.findLast(({ slot }) => slot === 'negotiate' || slot === 'behave')?.text;
  const body = source === 'example' && example !== undefined ? `example "${example}"` : words[source];
  const last = source === 'problem' ? notes.at(-1)?.text : undefined;
  return `${where}${check}; ${status} with ${body}${reason(last ?? chosen)}`;
}

/** The operation's id, where it says more than its route. */
function named(route: string, operation = ''): string {
  return operation.endsWith(route) ? route : `${route} (${operation})`;
}

function more(count: number): string {
  return count > 1 ? ` (and ${count - 1} more)` : '';
}

function reason(text: string | undefined): string {
  return text === undefined ? '' : ` because: ${text}`;
}
