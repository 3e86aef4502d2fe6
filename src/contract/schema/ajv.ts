import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';
import { formats } from './formats.ts';
import { agrees, type Check, type Mismatch, mismatchLimit } from './mismatch.ts';
import { compilePattern } from './patterns.ts';
import { wording } from './wording.ts';

/** The keyword by which a translated schema calls our own checks: references, alternatives, uniqueness. */
export const checksKeyword = 'sverkaChecks';

/** What Ajv compiles: a schema translated so that it stands alone. */
export type SelfContained = boolean | { readonly [keyword: string]: unknown };

/** One shared instance each: making one costs milliseconds, and compiled functions are kept by our own caches. */
const instances = new Map<boolean, Ajv2020>();

/**
 * Compiles one self-contained schema. `allErrors: false` stops at the first mismatch of each kind, which keeps the cost of
 * a big hostile value flat.
 */
export function compileSelfContained(schema: SelfContained, allErrors: boolean): Check {
  const ajv = instanceFor(allErrors);
  const validate = ajv.compile(typeof schema === 'boolean' ? schema : { ...schema });
  ajv.removeSchema();
  return (value, at) => {
    const valid = validate(value, { ...entry, instancePath: at });
    return valid ? agrees : toMismatches(validate.errors ?? []);
  };
}

/** Ajv wants to know where the value hangs; only modifying keywords look at it, and there are none. */
const entry = { parentData: {}, parentDataProperty: '', rootData: {}, dynamicAnchors: {} };

function instanceFor(allErrors: boolean): Ajv2020 {
  const known = instances.get(allErrors);
  if (known) return known;
  const ajv = makeInstance(allErrors);
  instances.set(allErrors, ajv);
  return ajv;
}

function makeInstance(allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors,
    formats: { ...formats },
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    ownProperties: true,
    // 1e400 is read as Infinity, which nobody can use as the number that was promised.
    strictNumbers: true,
    // 19.99 is a multiple of 0.01, whatever binary fractions say.
    multipleOfPrecision: 9,
    // Patterns that do not compile were dropped by the translation, so the fallback is never used.
    code: {
      regExp: Object.assign((pattern: string) => compilePattern(pattern) ?? /(?:)/, { code: 'new RegExp' }),
    },
  });
  ajv.addKeyword({ keyword: checksKeyword, errors: 'full', compile: runChecks });
  return ajv;
}

function runChecks(checks: readonly Check[]): DataValidateFunction {
  const run: DataValidateFunction = (value: unknown, context) => {
    const at = context?.instancePath ?? '';
    let found = agrees;
    for (const check of checks) {
      const mismatches = check(value, at);
      if (mismatches.length > 0) found = [...found, ...mismatches];
    }
    if (found.length === 0) return true;
    run.errors = found.map((mismatch) => ({ ...mismatch, schemaPath: '' }));
    return false;
  };
  return run;
}

/**
 * Each mismatch once, though several branches of an `allOf` find it. `if` only says that `then` or `else` failed, whose own
 * mismatches stand before it: the last of them keeps it in its params, for who wants to tell as much as Ajv does.
 */
function toMismatches(errors: readonly ErrorObject[]): Mismatch[] {
  const told = new Map<string, Mismatch>();
  let last = '';
  for (const error of errors) {
    const { instancePath, keyword, params } = error;
    const mismatch = { instancePath, keyword, params, message: wording(error) };
    const before = told.get(last);
    if (keyword !== 'if') {
      last = `${instancePath} ${keyword} ${mismatch.message}`;
      if (told.size < mismatchLimit && !told.has(last)) told.set(last, mismatch);
    } else if (before !== undefined) {
      told.set(last, concluding(before, mismatch));
    }
  }
  return [...told.values()];
}

function concluding(mismatch: Mismatch, conclusion: Mismatch): Mismatch {
  const earlier = Array.isArray(mismatch.params.conclusions) ? mismatch.params.conclusions : [];
  return { ...mismatch, params: { ...mismatch.params, conclusions: [...earlier, conclusion] } };
}
