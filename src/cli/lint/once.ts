import type { Problem } from '../../contract/finding.ts';

/** What we say ourselves where a rule of Redocly says it in its own words. */
const ours: Readonly<Record<string, RegExp>> = {
  'operation-operationId-unique': /^operationId .* is taken by /,
  'no-unresolved-refs': / leads nowhere: /,
  'path-parameters-defined': / path parameter /,
  'no-identical-paths': / is the same path as /,
  'no-ambiguous-paths': / is the same path as /,
  'no-invalid-parameter-examples': /^this example does not fit its schema/,
  'no-invalid-media-type-examples': /^this example does not fit its schema/,
  'no-invalid-schema-examples': /^this example does not fit its schema/,
  'security-defined': /^there is no security scheme /,
  'no-undefined-server-variable': /^the server variable /,
};

/** What we found and what rules found; of two that tell the same mistake the more serious, of equal ones ours. */
export function toldOnce(own: readonly Problem[], ruled: readonly Problem[]): readonly Problem[] {
  const byLine = Map.groupBy(own, lineOf);
  const dropped = new Set<Problem>();
  for (const problem of ruled) {
    const alike = byLine.get(lineOf(problem))?.filter((other) => saysTheSame(other, problem)) ?? [];
    if (alike.some(({ severity }) => severity === 'error' || severity === problem.severity))
      dropped.add(problem);
    else for (const other of alike) dropped.add(other);
  }
  return [...own, ...ruled].filter((problem) => !dropped.has(problem));
}

const lineOf = ({ position, message }: Problem): string =>
  position ? `${position.file}:${position.line}` : message;

/** Both name the same thing: the first in backticks, where a rule names any. */
function saysTheSame(own: Problem, { message }: Problem): boolean {
  const [, rule = ''] = /\(([\w-]+)\)$/.exec(message) ?? [];
  const [, name] = /`([^`]+)`/.exec(message) ?? [];
  if (rule !== 'struct' && !ours[rule]?.test(own.message)) return false;
  if (name === undefined) return true;
  const named = [`\`${name}\``, `"${name}"`, `.${name}\``, ` ${name}:`, `{${name}}`, `/${name} `];
  return own.message.startsWith(`${name} `) || named.some((form) => own.message.includes(form));
}
