import type { Json } from '../../contract/json.ts';
import { memo } from '../../contract/memo.ts';
import { compileSelfContained } from '../../contract/schema/ajv.ts';
import type { Input } from '../types.ts';

type Judge = (value: Json) => string | undefined;

/** What keeps a value from being this input, or undefined. A schema that refers elsewhere is not judged. */
export function judgeInput(input: Input, value: Json): string | undefined {
  return judgeOf(input)(value);
}

const judgeOf = memo(({ name, schema }: Input): Judge => {
  if (JSON.stringify(schema).includes('"$ref"')) return () => undefined;
  const check = compileSelfContained(schema, false);
  return (value) => {
    const [mismatch] = check(value, '');
    return mismatch && `the input "${name}" ${mismatch.message}, ${JSON.stringify(value)} was given`;
  };
});
