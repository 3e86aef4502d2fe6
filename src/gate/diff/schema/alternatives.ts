import type { JsonObject } from '../../../contract/json.ts';
import { memo } from '../../../contract/memo.ts';
import type { Schema } from '../../../contract/types.ts';
import type { Form } from './form.ts';

/** One alternative: as it is written, and with everything around it that holds as well. */
export interface Branch {
  readonly own: Schema;
  readonly whole: Schema;
}

/** The alternatives of the only group of a form, each as a schema of its own, always the same. */
export const stripped = memo((form: Form): readonly Branch[] =>
  form.groups
    .flatMap(({ branches }) => branches)
    .map((own) => ({ own, whole: nullable(form, [...form.parts.map(withoutGroups), own]) })),
);

/** `null` stood beside the alternatives: it is valid with each. */
function nullable(form: Form, allOf: Schema[]): Schema {
  return form.nullable ? { anyOf: [{ allOf }, { type: 'null' }] } : { allOf };
}

/** Its parts were taken apart already: what they refer to stands beside them. */
function withoutGroups({ anyOf, oneOf, allOf, $ref, $dynamicRef, ...rest }: JsonObject): JsonObject {
  return rest;
}
