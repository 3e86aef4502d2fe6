/** Remembers which nodes lead to which, and tells the names of the roots that a node can be reached from. */
export interface RootFinder<Node> {
  addRoot(node: Node, name: string): void;
  addEdge(from: Node, to: Node): void;
  /** In the order the roots were added. */
  reaching(node: Node): readonly string[];
}

export function createRootFinder<Node>(): RootFinder<Node> {
  const above = new Map<Node, Set<Node>>();
  const names = new Map<Node, Set<string>>();
  const all = new Set<string>();
  const asked = new Map<Node, { readonly met: ReadonlySet<Node>; readonly names: readonly string[] }>();
  return {
    addRoot(node, name) {
      all.add(name);
      names.set(node, (names.get(node) ?? new Set()).add(name));
    },
    addEdge(from, to) {
      above.set(to, (above.get(to) ?? new Set()).add(from));
    },
    reaching(node) {
      const met = new Set([node]);
      const found = new Set<string>();
      for (const each of met) {
        const other = asked.get(each);
        for (const name of other?.names ?? names.get(each) ?? []) found.add(name);
        // Each leads to the other: they stand in one circle, and whoever reaches one reaches both.
        if (other?.met.has(node)) return other.names;
        if (!other) for (const from of above.get(each) ?? []) met.add(from);
      }
      const ordered = [...all].filter((name) => found.has(name));
      asked.set(node, { met, names: ordered });
      return ordered;
    },
  };
}
