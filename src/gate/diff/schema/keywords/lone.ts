import { isObject } from '../../../../contract/json.ts';
import { isSchema } from '../../../../contract/schema/parts.ts';
import type { Schema } from '../../../../contract/types.ts';
import { type Compared, type Pair, told } from '../change.ts';
import type { Form } from '../form.ts';

/** A keyword whose value is one schema, and what values that break it are called. */
interface Lone {
  readonly keyword: string;
  /** `then` of `then-added` and `then-removed`. */
  readonly name:
    | 'then'
    | 'else'
    | 'content-schema'
    | 'property-names'
    | 'unevaluated-items'
    | 'unevaluated-properties';
  readonly values: string;
  readonly inPlace?: true;
}

/** Whether it is there; where both have it, its schemas are compared. One that allows everything is none. */
export function compareLone({ old, new: fresh }: Pair, { keyword, name, values, ...place }: Lone): Compared {
  const before = schemaOf(old, keyword);
  const after = schemaOf(fresh, keyword);
  if (isOpen(before) && isOpen(after)) return told();
  if (isOpen(before)) return told({ kind: `${name}-added`, keyword, left: values });
  if (isOpen(after)) return told({ kind: `${name}-removed`, keyword, entered: values });
  return { changes: [], children: [{ old: before, new: after, step: keyword, ...place }] };
}

/** What a keyword asks for; `true`, where it is absent. */
export function schemaOf({ keywords }: Form, keyword: string): Schema {
  const value = keywords[keyword];
  return isSchema(value) ? value : true;
}

const isOpen = (schema: Schema): boolean =>
  schema === true || (isObject(schema) && Object.keys(schema).length === 0);
