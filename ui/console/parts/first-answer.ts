import type { Documentation } from '../api.ts';

/** A status and a body to begin with, as texts for a form. */
interface FirstAnswer {
  readonly status: string;
  readonly body: string;
}

/** What the document has for a choice such as `401 invalid-credentials`, or for a success when nothing is chosen. */
export function firstAnswer({ responses }: Documentation, choice: string): FirstAnswer | undefined {
  const [wanted = '', ...rest] = choice.split(' ');
  const response = responses.find(({ status }) =>
    wanted === '' ? status.startsWith('2') : status === wanted,
  );
  const examples = response?.contents[0]?.examples ?? [];
  const example = examples.find(({ name }) => name === rest.join(' ')) ?? examples[0];
  if (response === undefined || !/^\d+$/.test(response.status)) return undefined;
  return {
    status: response.status,
    body: example === undefined ? '' : JSON.stringify(example.value, null, 2),
  };
}
