import type { Contract } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { newPlace, type Told, tell } from './comparison.ts';

/** `info.version` of two documents of which the new one breaks clients: whether it says so (semver.org). */
export function compareVersions(old: Contract, fresh: Contract): readonly RawChange[] {
  const words = { place: newPlace('/info', 'version'), subject: 'info.version' };
  const values = old.version === fresh.version ? {} : { expected: old.version, actual: fresh.version };
  return judge(old.version, fresh.version).map((told) => tell('', { ...words, ...values, ...told }));
}

type Judged = Pick<Told, 'rule' | 'message'>;

function judge(before: string, after: string): readonly Judged[] {
  if (before === after)
    return [{ rule: 'api-version-not-bumped', message: `clients break, and the version is still ${after}` }];
  const old = numbersOf(before);
  const fresh = numbersOf(after);
  if (!old || !fresh) return [];
  if (compare(fresh, old) < 0)
    return [
      { rule: 'api-version-decreased', message: `clients break, and the version went back to ${after}` },
    ];
  // Below 1.0.0 the minor version has the part of the major one.
  const [major, minor] = [fresh[0] > old[0], old[0] === 0 && fresh[1] > old[1]];
  return major || minor
    ? []
    : [{ rule: 'api-major-version-not-bumped', message: `clients break, and ${after} does not say so` }];
}

type Version = readonly [major: number, minor: number, patch: number];

function numbersOf(version: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

const compare = (one: Version, other: Version): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
