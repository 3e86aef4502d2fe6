import { memo } from '../../../contract/memo.ts';
import type { Contract } from '../../../contract/types.ts';
import { addressesOf } from './addresses.ts';
import type { Comparison } from './comparison.ts';
import type { Side } from './side.ts';

/** What the paths of each document have to begin with, so that those that clients call alike are written alike. */
export interface MovedBases {
  readonly old: string;
  readonly new: string;
}

/** `/v1` may move from the servers into the paths, or back: clients call what they called. */
export const basesInPaths = memo(({ old, new: fresh }: Comparison): MovedBases => {
  const [before, after] = [commonBase(old), commonBase(fresh)];
  const stays = { old: '', new: '' };
  if (before === undefined || after === undefined) return stays;
  if (after === '' && hasSome(fresh.contract, old.contract, before)) return { old: before, new: '' };
  if (before === '' && hasSome(old.contract, fresh.contract, after)) return { old: '', new: after };
  return stays;
});

/** Undefined: there are several. */
function commonBase({ find }: Side): string | undefined {
  const bases = new Set(addressesOf(find('', 'servers')?.value).map(({ base }) => base));
  return bases.size > 1 ? undefined : ([...bases][0] ?? '');
}

/** Some path of one document is a path of the other behind its base. */
function hasSome(written: Contract, served: Contract, base: string): boolean {
  const paths = new Set(written.operations.map(({ path }) => path));
  return served.operations.some(({ path }) => paths.has(base + path));
}
