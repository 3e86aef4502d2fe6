import type { Change, Pair } from '../change.ts';
import { formatsBeside } from './bytes.ts';

/** Formats whose values are all values of another. */
const within: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64', 'double'],
  float: ['double'],
  ipv4: ['hostname'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  iri: ['iri-reference'],
  uuid: [],
};

/** `format` of values whose type stayed. */
export function compareFormats({ old, new: fresh }: Pair): readonly Change[] {
  if (old.values && fresh.values) return [];
  const before = formatsBeside(old, fresh);
  const after = formatsBeside(fresh, old);
  const lost = [...before].filter((format) => !after.has(format));
  const won = [...after].filter((format) => !before.has(format));
  if (lost.length === 0 && won.length === 0) return [];
  const wider = won.every((format) => lost.some((other) => within[other]?.includes(format)));
  const narrower = lost.every((format) => won.some((other) => within[other]?.includes(format)));
  return [
    {
      kind: wider ? 'type-generalized' : narrower ? 'type-specialized' : 'type-changed',
      keyword: 'format',
      left: won.length > 0 ? `values that are no ${won.join(' and ')}` : 'values',
      entered: lost.length > 0 ? `values that are no ${lost.join(' and ')}` : 'values',
      before: [...before].join(' and ') || 'no format',
      after: [...after].join(' and ') || 'no format',
    },
  ];
}
