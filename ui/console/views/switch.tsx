import type { VNode } from 'preact';
import { api, type Operation, type Override } from '../api.ts';
import { act } from '../store.ts';

const AS_DOCUMENTED = '';
const OWN = 'own';

/** What can be chosen: each documented status with each of its examples. */
export function choicesOf({
  responses,
}: Operation): readonly { readonly value: string; readonly label: string }[] {
  return responses.flatMap(({ status, examples }) =>
    (examples.length === 0 ? [''] : examples).map((example) => ({
      value: `${status} ${example}`.trim(),
      label: `${status} ${example}`.trim(),
    })),
  );
}

/** `401 invalid-credentials` as an override. A range or `default` is sent with its first status. */
export function chosen(value: string): Override {
  const [status = '', ...rest] = value.split(' ');
  const example = rest.join(' ');
  const number = Number(status.replace(/^default$/, '500').replace(/XX$/i, '00'));
  return { status: number, ...(example === '' ? {} : { example }) };
}

/** The choice that an override stands for. */
export function choiceOf(operation: Operation): string {
  const { override } = operation;
  if (override === undefined) return AS_DOCUMENTED;
  const found = choicesOf(operation).find(({ value }) => {
    const { status, example } = chosen(value);
    return status === override.status && (override.example === undefined || example === override.example);
  });
  return override.body === undefined ? (found?.value ?? OWN) : OWN;
}

/** Forces a documented response at one move. */
export function Switch({
  operation,
  session,
}: {
  readonly operation: Operation;
  readonly session: string;
}): VNode {
  const current = choiceOf(operation);
  const change = (value: string) =>
    act(() =>
      value === AS_DOCUMENTED
        ? api.unforce(session, operation)
        : api.force(session, operation, chosen(value)),
    );
  return (
    <select
      class="switch"
      aria-label={`Response of ${operation.method} ${operation.path}`}
      value={current}
      onChange={({ currentTarget }) => void change(currentTarget.value)}
    >
      <option value={AS_DOCUMENTED}>as usual</option>
      {current === OWN && <option value={OWN}>forced</option>}
      {choicesOf(operation).map(({ value, label }) => (
        <option value={value}>{label}</option>
      ))}
    </select>
  );
}
