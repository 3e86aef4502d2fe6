import { useState } from 'preact/hooks';
import type { Refusal } from './refusal.ts';

/** The text fields of a form, by name. */
export function fieldsOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value.trim();
  return fields;
}

/** Starts `work`, one at a time, and keeps what was refused. */
export function useWork<Input>(work: (input: Input) => Promise<Refusal | undefined>) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const start = async (input: Input) => {
    setBusy(true);
    setRefusal(
      await work(input).catch(() => ({ sentence: 'The server cannot be reached.', requestId: undefined })),
    );
    setBusy(false);
  };
  return { refusal, busy, start };
}
