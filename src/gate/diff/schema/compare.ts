import type { Schema } from '../../../contract/types.ts';
import type { Calendar } from '../calendar.ts';
import type { Direction } from '../types.ts';
import type { Change, Manner, Pair } from './change.ts';
import type { FormOf } from './form.ts';
import { createPairGraph, type PairNode } from './pair-graph.ts';
import { createRootFinder } from './root-finder.ts';
import type { Unchanged } from './unchanged.ts';

/** A change and where in the schema it is: `['items', 'name']`. */
export interface FoundChange {
  readonly change: Change;
  readonly path: readonly string[];
  /** It concerns the schema as a whole, not a part of its value. */
  readonly isRoot: boolean;
  /** It concerns what never travels in this direction. */
  readonly isHidden: boolean;
  readonly pair: Pair;
  /** Every operation that it reaches; asked when all have been compared. */
  readonly reaches: () => readonly string[];
}

export interface SchemaComparer {
  /**
   * The differences of two schemas of an operation, the nearest first. What an operation before it has shown, in a
   * schema that both use, is not told again: it knows whom it reaches.
   */
  compare(old: Schema, fresh: Schema, operation: string): readonly FoundChange[];
}

/** The schemas of two contracts. */
export interface Forms {
  readonly oldForm: FormOf;
  readonly newForm: FormOf;
  readonly calendar: Calendar;
  readonly unchanged: Unchanged;
}

/** Compares them for one direction of travel. */
export function createComparer(forms: Forms, direction: Direction, manner: Manner): SchemaComparer {
  const node = createPairGraph({ ...forms, direction, manner, asText: manner !== 'json' });
  const roots = createRootFinder<PairNode>();
  // A schema may be the body of one operation and a property in the next: the rules differ.
  const told = {
    asRoot: new Set<PairNode>(),
    asPart: new Set<PairNode>(),
    asHidden: new Set<PairNode>(),
  };
  return {
    compare(old, fresh, operation) {
      if (forms.unchanged(old, fresh)) return [];
      const found: FoundChange[] = [];
      const root = node(old, fresh);
      roots.addRoot(root, operation);
      const queue: Step[] = [{ node: root, isRoot: true, isHidden: false }];
      for (const step of queue) {
        const met = told[wayOf(step)];
        if (met.has(step.node)) continue;
        met.add(step.node);
        found.push(...changesAt(step, () => roots.reaching(step.node)));
        for (const { node: below, name, inPlace, hidden } of step.node.parts()) {
          roots.addEdge(step.node, below);
          const isHidden = step.isHidden || hidden;
          queue.push({ node: below, isRoot: step.isRoot && inPlace, isHidden, before: step, name });
        }
      }
      return found;
    },
  };
}

/** A way from the root, shared by all that go on from there. Breadth first: people are shown the shortest. */
interface Step {
  readonly node: PairNode;
  readonly isRoot: boolean;
  readonly isHidden: boolean;
  readonly before?: Step;
  readonly name?: string;
}

const wayOf = ({ isRoot, isHidden }: Step): 'asRoot' | 'asPart' | 'asHidden' =>
  isHidden ? 'asHidden' : isRoot ? 'asRoot' : 'asPart';

function changesAt(step: Step, reaches: FoundChange['reaches']): readonly FoundChange[] {
  const { changes } = step.node.compared();
  if (changes.length === 0) return [];
  const path = pathTo(step);
  const { isRoot, isHidden, node } = step;
  return changes.map((change) => ({ change, path, isRoot, isHidden, pair: node.pair, reaches }));
}

function pathTo(step: Step): readonly string[] {
  const names: string[] = [];
  for (let at: Step | undefined = step; at; at = at.before) if (at.name !== undefined) names.push(at.name);
  return names.reverse();
}
