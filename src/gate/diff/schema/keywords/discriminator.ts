import { object } from '../../../../contract/document/members.ts';
import type { Change, CompareKeyword } from '../change.ts';

/** `discriminator`: a hint for readers, what is valid is said by the alternatives themselves. */
export const compareDiscriminator: CompareKeyword = ({ old, new: fresh }): readonly Change[] => {
  const keyword = 'discriminator';
  if (old.keywords[keyword] === undefined && fresh.keywords[keyword] === undefined) return [];
  if (old.keywords[keyword] === undefined)
    return [{ kind: 'discriminator-added', keyword, note: 'alternatives are told apart by a discriminator' }];
  if (fresh.keywords[keyword] === undefined)
    return [{ kind: 'discriminator-removed', keyword, note: 'the discriminator is gone' }];
  const before = object(old.keywords[keyword]);
  const after = object(fresh.keywords[keyword]);
  const renamed: Change[] =
    before.propertyName === after.propertyName
      ? []
      : [
          {
            kind: 'discriminator-property-name-changed',
            keyword,
            note: `alternatives are told apart by ${JSON.stringify(after.propertyName)}`,
          },
        ];
  const others: Change[] =
    before.defaultMapping === after.defaultMapping
      ? []
      : [
          {
            kind: 'discriminator-mapping-changed',
            keyword,
            note: 'values that are not listed name another schema',
          },
        ];
  return [...renamed, ...others, ...mappings(object(before.mapping), object(after.mapping))];
};

function mappings(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly Change[] {
  const keyword = 'discriminator';
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((value): Change[] => {
    const note = `the discriminator value ${JSON.stringify(value)}`;
    if (!(value in before)) return [{ kind: 'discriminator-mapping-added', keyword, note: `${note} is new` }];
    if (!(value in after))
      return [{ kind: 'discriminator-mapping-deleted', keyword, note: `${note} is gone` }];
    if (before[value] === after[value]) return [];
    return [{ kind: 'discriminator-mapping-changed', keyword, note: `${note} names another schema` }];
  });
}
