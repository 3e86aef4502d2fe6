import type { Schema } from '../../../contract/types.ts';
import { type Change, type Compared, type Pair, type Relation, same, told } from './change.ts';
import { kindRow } from './kinds.ts';
import { compareStep } from './step.ts';

/** Two schemas that are compared, and the parts of them that correspond. Worked out when asked for. */
export interface PairNode {
  readonly pair: Pair;
  compared(): Compared;
  parts(): readonly Part[];
}

export interface Part {
  readonly node: PairNode;
  readonly name: string;
  readonly inPlace: boolean;
  readonly hidden: boolean;
}

/** The node of two schemas, always the same. */
export type PairGraph = (old: Schema, fresh: Schema) => PairNode;

type Common = Omit<Pair, 'old' | 'new' | 'oldSchema' | 'newSchema' | 'relate' | 'differ'>;

/** One comparison asks how its alternatives relate, which compares theirs in turn: no document goes deeper than this. */
const deepest = 40;

const undecided: Relation = { narrower: false, wider: false, unknown: true };

/**
 * The pairs of schemas that two contracts are made of, each compared once. References may lead in circles; nothing here
 * recurses along them.
 */
export function createPairGraph(common: Common): PairGraph {
  const nodes = new Map<Schema, Map<Schema, PairNode>>();
  const clean = new WeakSet<PairNode>();
  const dirty = new WeakSet<PairNode>();
  const relations = new WeakMap<PairNode, Relation>();
  const unfinished = new Set<PairNode>();
  let depth = 0;
  const node: PairGraph = (old, fresh) => {
    const row = nodes.get(old) ?? new Map<Schema, PairNode>();
    nodes.set(old, row);
    const known = row.get(fresh) ?? create(old, fresh);
    row.set(fresh, known);
    return known;
  };
  const create = (old: Schema, fresh: Schema): PairNode => {
    const forms = { old: common.oldForm(old), new: common.newForm(fresh) };
    const pair: Pair = { ...common, ...forms, oldSchema: old, newSchema: fresh, relate, differ };
    let compared: Compared | undefined;
    let parts: readonly Part[] | undefined;
    const self: PairNode = {
      pair,
      compared() {
        if (compared) return compared;
        // Who asks while this is being worked out came in a circle, and learns the rest on its own way.
        compared = told();
        unfinished.add(self);
        compared = compareStep(pair);
        unfinished.delete(self);
        return compared;
      },
      parts() {
        parts ??= self
          .compared()
          .children.filter((child) => !common.unchanged(child.old, child.new))
          .map((child) => ({
            node: node(child.old, child.new),
            name: child.step,
            inPlace: child.inPlace === true,
            hidden: child.hidden === true,
          }));
        return parts;
      },
    };
    return self;
  };
  const within = <Answer>(asked: () => Answer, tooDeep: Answer): Answer => {
    if (depth >= deepest) return tooDeep;
    depth += 1;
    const answer = asked();
    depth -= 1;
    return answer;
  };
  const relate: Pair['relate'] = (old, fresh) => within(() => relationOf(node(old, fresh)), undecided);
  const differ: Pair['differ'] = (old, fresh) => within(() => hasChanges(node(old, fresh)), true);
  const hasChanges = (root: PairNode): boolean => {
    if (clean.has(root)) return false;
    // Each with the one it was met from: all on the way to a change lead to it.
    const met = new Map<PairNode, PairNode | undefined>([[root, undefined]]);
    for (const [each] of met) {
      if (dirty.has(each) || each.compared().changes.length > 0) {
        for (let on: PairNode | undefined = each; on; on = met.get(on)) dirty.add(on);
        return true;
      }
      for (const { node: part, hidden } of each.parts())
        if (!hidden && !clean.has(part) && !met.has(part)) met.set(part, each);
    }
    if (!met.keys().some((each) => unfinished.has(each))) for (const each of met.keys()) clean.add(each);
    return false;
  };
  /** How the set of valid values changed: what holds of any part that can be reached holds of the whole. */
  const relationOf = (root: PairNode): Relation => {
    const known = clean.has(root) ? same : relations.get(root);
    if (known) return known;
    const reached = reach(root, clean);
    const changes = reached.flatMap((each) => each.compared().changes);
    const relation = fold(changes);
    if (reached.some((each) => unfinished.has(each))) return relation;
    relations.set(root, relation);
    if (changes.length === 0) for (const each of reached) clean.add(each);
    return relation;
  };
  return node;
}

/** Every pair that can be reached and may differ. */
function reach(root: PairNode, clean: WeakSet<PairNode>): readonly PairNode[] {
  const met = new Set([root]);
  for (const node of met) {
    for (const part of node.parts()) if (!part.hidden && !clean.has(part.node)) met.add(part.node);
  }
  return [...met];
}

function fold(changes: readonly Change[]): Relation {
  const effects = new Set(changes.map(({ kind }) => kindRow(kind).effect));
  return {
    narrower: effects.has('narrower') || effects.has('changed'),
    wider: effects.has('wider') || effects.has('changed'),
    unknown: effects.has('unknown'),
  };
}
