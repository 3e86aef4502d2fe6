import { memo, numberer } from '../memo.ts';
import type { Contract, Schema } from '../types.ts';
import { compileSelfContained } from './ajv.ts';
import type { Direction } from './hidden-properties.ts';
import { agrees, type Check } from './mismatch.ts';
import type { Workshop } from './place.ts';
import { lazyCheck } from './reference-check.ts';
import { entryScope, type Located } from './references.ts';
import { translate } from './translate.ts';

export interface CompileOptions {
  /** `request`: `readOnly` properties are neither required nor judged. `response`: the same for `writeOnly`. */
  readonly direction?: Direction;
  /** With a direction: a hidden property that is there all the same, and not null, is a mismatch. */
  readonly refuseHidden?: boolean;
  /** Stop at the first mismatch of a schema: for values so big that listing all would be an attack. */
  readonly firstOnly?: boolean;
}

type Compiler = (schema: Schema) => Check;

/** By what the options say; a number, for this is asked for every value. */
const compilers = memo(() => new Map<number, Compiler>());

/**
 * The check of a schema of a contract, compiled when first called and kept as long as the contract.
 * Never throws: a keyword that makes no sense is left out, as `inspect` tells, and what cannot be compiled accepts everything.
 */
export function compileSchema(contract: Contract, schema: Schema, options: CompileOptions = {}): Check {
  return compilerOf(contract, options)(schema);
}

function compilerOf(contract: Contract, options: CompileOptions): Compiler {
  const { direction, refuseHidden = false, firstOnly = false } = options;
  const ofContract = compilers(contract);
  const way = direction === 'request' ? 1 : direction === 'response' ? 2 : 0;
  const key = way + (firstOnly ? 3 : 0) + (refuseHidden ? 6 : 0);
  const known = ofContract.get(key);
  if (known) return known;
  const made = makeCompiler({ contract, direction, refuseHidden }, !firstOnly);
  ofContract.set(key, made);
  return made;
}

function makeCompiler(what: Omit<Workshop, 'later'>, allErrors: boolean): Compiler {
  const checks = memo(() => new Map<string, Check>());
  const numberOf = numberer();
  const workshop: Workshop = {
    ...what,
    later(located, hidden) {
      const { schema } = located;
      if (typeof schema === 'boolean') return schema ? acceptAll : acceptNothing;
      const ofSchema = checks(schema);
      const key = keyOf(located, hidden, numberOf);
      const known = ofSchema.get(key);
      if (known) return known;
      const check = lazyCheck(() => compileNow(workshop, located, hidden, allErrors));
      ofSchema.set(key, check);
      return check;
    },
  };
  return (schema) => workshop.later({ schema, scope: entryScope(schema) }, undefined);
}

const acceptAll: Check = () => agrees;
const acceptNothing: Check = (_, at) => [
  { instancePath: at, keyword: 'false schema', params: {}, message: 'must not be there' },
];

function compileNow(
  workshop: Workshop,
  located: Located,
  hidden: ReadonlySet<string> | undefined,
  allErrors: boolean,
): Check {
  try {
    return compileSelfContained(translate(workshop, located, hidden), allErrors);
  } catch {
    return acceptAll;
  }
}

/** The same schema means different things under other dynamic anchors or hidden properties. */
function keyOf(
  { scope }: Located,
  hidden: ReadonlySet<string> | undefined,
  numberOf: (value: object) => number,
): string {
  if (scope.size === 0 && (hidden === undefined || hidden.size === 0)) return '';
  const anchors = [...scope.values()].map(({ schema }) =>
    typeof schema === 'boolean' ? 0 : numberOf(schema),
  );
  return JSON.stringify([anchors, [...(hidden ?? [])].sort()]);
}
