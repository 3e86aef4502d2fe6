import { isSchema } from '../../../../contract/schema/parts.ts';
import type { Change, Compared, Pair } from '../change.ts';
import { print } from '../print.ts';
import { contentWord } from './bytes.ts';

/** Texts that contain something of their own: `contentMediaType`, `contentEncoding`, `contentSchema`. */
export function compareContent(pair: Pair): Compared {
  const { old, new: fresh } = pair;
  const changes: Change[] = [
    ...spoken(pair, 'contentMediaType', 'content-media-type-changed'),
    ...spoken(pair, 'contentEncoding', 'content-encoding-changed'),
  ];
  const keyword = 'contentSchema';
  const before = old.keywords[keyword];
  const after = fresh.keywords[keyword];
  if (isSchema(before) && isSchema(after))
    return { changes, children: [{ old: before, new: after, step: keyword }] };
  const values = 'texts with other content';
  if (isSchema(after)) changes.push({ kind: 'content-schema-added', keyword, left: values });
  if (isSchema(before)) changes.push({ kind: 'content-schema-removed', keyword, entered: values });
  return { changes, children: [] };
}

function spoken(
  { old, new: fresh }: Pair,
  keyword: 'contentEncoding' | 'contentMediaType',
  kind: 'content-media-type-changed' | 'content-encoding-changed',
): readonly Change[] {
  const before = contentWord(keyword, old, fresh);
  const after = contentWord(keyword, fresh, old);
  if (before === after) return [];
  const left = before === undefined ? 'other texts' : `texts with ${print(before)}`;
  const entered = after === undefined ? 'other texts' : `texts with ${print(after)}`;
  return [{ kind, keyword, left, entered, before: print(before), after: print(after) }];
}
