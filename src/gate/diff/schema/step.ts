import { type Compared, joined, type Pair, told } from './change.ts';
import { compareAllOf } from './keywords/all-of.ts';
import { compareAlternatives } from './keywords/alternatives.ts';
import { compareConditions } from './keywords/conditions.ts';
import { compareContent } from './keywords/content.ts';
import { compareDiscriminator } from './keywords/discriminator.ts';
import { compareExclusion } from './keywords/exclusion.ts';
import { compareLimits } from './keywords/limits.ts';
import { compareLists } from './keywords/lists.ts';
import { compareNullable } from './keywords/nullable.ts';
import { compareNumbers } from './keywords/numbers.ts';
import { compareObjects } from './keywords/objects.ts';
import { comparePatterns } from './keywords/patterns.ts';
import { compareProperties } from './keywords/properties.ts';
import { compareTypes } from './keywords/types.ts';
import { compareValues } from './keywords/values.ts';
import { compareWrapping } from './keywords/wrapping.ts';
import { compareXml } from './keywords/xml.ts';

const plain = [
  compareTypes,
  compareNullable,
  compareValues,
  compareLimits,
  compareNumbers,
  comparePatterns,
  compareExclusion,
  compareDiscriminator,
  compareAllOf,
  compareXml,
];

const nested = [
  compareProperties,
  compareObjects,
  compareLists,
  compareConditions,
  compareContent,
  compareAlternatives,
];

/** Compares two schemas one level deep: what changed here, and which parts correspond. */
export function compareStep(pair: Pair): Compared {
  const { old, new: fresh } = pair;
  if (old.impossible || fresh.impossible) return impossible(pair);
  const wrapping = compareWrapping(pair);
  if (wrapping) return wrapping;
  return joined(
    told(...plain.flatMap((compare) => compare(pair))),
    ...nested.map((compare) => compare(pair)),
  );
}

function impossible({ old, new: fresh }: Pair): Compared {
  if (old.impossible === fresh.impossible) return told();
  return fresh.impossible
    ? told({ kind: 'became-impossible', left: 'any values' })
    : told({ kind: 'became-possible', entered: 'values' });
}
