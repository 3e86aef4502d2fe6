import type { ComponentProps } from 'preact';

/** A labelled input; what it may hold is for the server to say. */
export function Field({ label, ...input }: { readonly label: string } & ComponentProps<'input'>) {
  return (
    <label>
      <span>{label}</span>
      <input autocomplete="off" {...input} />
    </label>
  );
}
