type Status = number | undefined;

interface Advice {
  readonly when: (target: number, mock: number) => boolean;
  readonly text: (target: number) => string;
}

const isFine = (status: number): boolean => status < 400;
const isOneOf =
  (...statuses: readonly number[]) =>
  (status: number): boolean =>
    statuses.includes(status);
const isRefusal = isOneOf(400, 413, 415, 422);
const isAccess = isOneOf(401, 403);

/** What makes a mock answer as the target does, by both statuses; the first that fits. */
const advices: readonly Advice[] = [
  {
    when: (target, mock) => isFine(target) && isFine(mock),
    text: (target) => `a mock sends the lowest 2xx that is documented: document ${target} alone`,
  },
  {
    when: (target, mock) => isFine(target) && isRefusal(mock),
    text: () => 'the document refuses a request that the target takes: mend one of them',
  },
  {
    when: (target, mock) => isFine(target) && isAccess(mock),
    text: () => 'the document asks for credentials that the target does not need: mend its `security`',
  },
  {
    when: (target) => isFine(target),
    text: () => 'the mock knows what it was sent and what was removed: let the check create what it asks for',
  },
  {
    when: (target, mock) => isAccess(target) && isFine(mock),
    text: () =>
      'if the document does not ask for these credentials, mend its `security`; a mock cannot tell who they belong to: then waive it',
  },
  {
    when: (target, mock) => isRefusal(target) && isFine(mock),
    text: (target) =>
      `say in the schema of the request what the target refuses, or waive it: pages get it with "Prefer: code=${target}"`,
  },
  {
    when: (_, mock) => isFine(mock),
    text: (target) =>
      `no document can state that rule: waive it, and let pages ask for it with "Prefer: code=${target}"`,
  },
  {
    when: () => true,
    text: (target) => `both refuse, each in its way: document ${target} for this, or mend the target`,
  },
];

/** A clause that says what to do about two statuses that differ; undefined is no answer at all. */
export function whatToDo(target: Status, mock: Status): string {
  if (target === undefined || mock === undefined) return 'no answer came from one of them, see the reports';
  return advices.find(({ when }) => when(target, mock))?.text(target) ?? '';
}
