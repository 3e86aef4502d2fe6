import { isObject } from '../../src/contract/json.ts';
import { originalOf } from '../../src/contract/model/contract.ts';
import type { Taste } from '../../src/contract/sample/making.ts';
import type { Contract } from '../../src/contract/types.ts';
import type { Settings } from '../types.ts';

/**
 * How values are drawn: every optional property, and what the document says in `x-json-schema-faker`, the extension Prism
 * reads its generator's options from. Options that speak of its inner workings are not read.
 */
export function tasteOf(contract: Contract, { fillProperties }: Pick<Settings, 'fillProperties'>): Taste {
  // The document as it was written: its modern form is a walk of the whole tree.
  const written = originalOf(contract)?.document['x-json-schema-faker'];
  const option = optionReader(isObject(written) ? written : {});
  const least = whole(option('minItems'));
  const most = whole(option('maxItems'));
  const probability = option('optionalsProbability');
  const fill = fillProperties ?? option('fillProperties') === true;
  return {
    optionals: option('requiredOnly') === true ? 0 : typeof probability === 'number' ? probability : 1,
    ...(least === undefined && most === undefined
      ? {}
      : { items: { least: least ?? Math.min(1, most ?? 1), most: Math.max(most ?? 3, least ?? 0) } }),
    defaults: option('useDefaultValue') === true,
    examples: option('useExamplesValue') === true,
    extras: fill ? 2 : 0,
  };
}

/** Names are written in camel case, or with dashes. */
function optionReader(written: Readonly<Record<string, unknown>>): (name: string) => unknown {
  const camel = new Map(
    Object.entries(written).map(([name, value]) => [
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  return (name) => camel.get(name);
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
