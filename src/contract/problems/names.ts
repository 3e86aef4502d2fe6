/** Finds what is named twice. */
export class Names {
  readonly #seen = new Map<string, string>();

  /** Remembers a name and who has it; gives who had it before. */
  add(name: string, owner: string): string | undefined {
    const before = this.#seen.get(name);
    if (before === undefined) this.#seen.set(name, owner);
    return before;
  }
}
