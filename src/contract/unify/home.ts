import { holder } from '../document/member-kinds.ts';
import { formatPointer, parsePointer } from '../document/pointer.ts';
import type { Source } from './source.ts';

/** Where a component lives in its contract, and under what name it will live in the common document. */
export interface Home {
  /** Pointer of the component in the contract's document. */
  readonly pointer: string;
  /** `['components', 'schemas']`, or `['x-bundled']` for a file that is taken whole. */
  readonly group: readonly string[];
  /** `auth-v1.User`, `common.User`. */
  readonly name: string;
  /** Steps below the component: a reference may lead into one. */
  readonly below: readonly string[];
}

/** What `/components/schemas/User/…` names, of the contract itself or of a file bundled into it. */
export function homeOf({ id }: Source, pointer: string): Home | undefined {
  const steps = parsePointer(pointer);
  const [first, file] = steps;
  if (first === 'components') return componentHome(id, [], steps);
  if (first !== holder || file === undefined) return undefined;
  const outside = [first, file];
  return (
    componentHome(slug(file), outside, steps.slice(2)) ?? {
      pointer: formatPointer(outside),
      group: [holder],
      name: file,
      below: steps.slice(2),
    }
  );
}

function componentHome(
  owner: string,
  outside: readonly string[],
  steps: readonly string[],
): Home | undefined {
  const [root, section, name, ...below] = steps;
  if (root !== 'components' || section === undefined || name === undefined) return undefined;
  const pointer = formatPointer([...outside, root, section, name]);
  return { pointer, group: [root, section], name: `${owner}.${name}`, below };
}

/** `../parts/common.yaml` → `parts-common`: the characters that component names may have. */
function slug(file: string): string {
  return file
    .replace(/\.[^./]*$/, '')
    .replace(/^[./]+/, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
}
