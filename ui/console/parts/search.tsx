import type { VNode } from 'preact';

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** The field that `/` jumps to. */
export function Search({ label, value, onInput }: SearchProps): VNode {
  return (
    <span class="find">
      <input
        id="search"
        type="search"
        placeholder="Search"
        aria-label={label}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <kbd>/</kbd>
    </span>
  );
}
