import type { Decode, Deserialised } from './lists.ts';
import type { Pair } from './pairs.ts';

const deepest = 16;

type Branch = Map<string, Branch | string[]>;

/**
 * Style `deepObject`: `filter[a]=1&filter[b][c]=2` → `{a: '1', b: {c: '2'}}`. A repeated name, `[]` or `[0]`, `[1]`, … make a list.
 * OpenAPI leaves deeper nesting open; this is how clients write it. Undefined: no such name in the query.
 */
export function readDeepObject(
  pairs: readonly Pair[],
  name: string,
  decode: Decode,
): Deserialised | undefined {
  const root: Branch = new Map();
  for (const pair of pairs) {
    const steps = stepsBelow(pair.name, name);
    if (steps) add(root, steps, decode(pair.value));
  }
  return root.size === 0 ? undefined : toValue(root);
}

/** True for `name[…]`. */
export function isDeepName(candidate: string, name: string): boolean {
  return stepsBelow(candidate, name) !== undefined;
}

function stepsBelow(candidate: string, name: string): string[] | undefined {
  if (!candidate.startsWith(`${name}[`) || !candidate.endsWith(']')) return undefined;
  const steps = candidate.slice(name.length + 1, -1).split('][');
  return steps.length > deepest ? undefined : steps;
}

/** Where a value and a nested object claim the same name, the first stays. */
function add(root: Branch, steps: readonly string[], value: string): void {
  const path = steps.at(-1) === '' && steps.length > 1 ? steps.slice(0, -1) : steps;
  let branch = root;
  for (const step of path.slice(0, -1)) {
    const next = branch.get(step) ?? new Map();
    if (Array.isArray(next)) return;
    branch.set(step, next);
    branch = next;
  }
  const last = path.at(-1) ?? '';
  const values = branch.get(last);
  if (values === undefined) branch.set(last, [value]);
  else if (Array.isArray(values)) values.push(value);
}

function toValue(branch: Branch): Deserialised {
  return Object.fromEntries([...branch].map(([name, inside]) => [name, inner(inside)]));
}

function inner(inside: Branch | string[]): Deserialised {
  if (Array.isArray(inside)) return inside.length === 1 ? (inside[0] ?? '') : inside;
  const isList = [...inside.keys()].every((name, at) => name === String(at));
  return isList ? [...inside.values()].map(inner) : toValue(inside);
}
