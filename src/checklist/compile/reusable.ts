import { object } from '../../contract/document/members.ts';
import { isObject } from '../../contract/json.ts';
import { pointerTo } from '../expressions/pointer.ts';
import { didYouMean } from '../suggest.ts';
import type { Compiler } from './compiler.ts';
import type { Item } from './fields.ts';

/**
 * Replaces a Reusable Object (Arazzo 1.0.1 "Reusable Object") by the component it refers to; anything else stays
 * as it is. A `value` beside the reference overrides the value of a parameter. Reports a reference that leads nowhere.
 */
export function resolveReusable(
  item: Item,
  type: 'parameters' | 'successActions' | 'failureActions',
  compiler: Compiler,
): Item | undefined {
  if (!isObject(item.value) || typeof item.value.reference !== 'string') return item;
  const { reference, value } = item.value;
  const prefix = `$components.${type}.`;
  const components = object(object(compiler.document.components)[type]);
  const name = reference.slice(prefix.length);
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!reference.startsWith(prefix) || component === undefined) {
    const hint = didYouMean(
      reference,
      Object.keys(components).map((key) => prefix + key),
    );
    compiler.report(pointerTo(item.pointer, 'reference'), `there is no component "${reference}"${hint}`);
    return undefined;
  }
  if (value !== undefined && isObject(component))
    return { value: { ...component, value }, pointer: item.pointer };
  return { value: component, pointer: pointerTo('/components', type, name) };
}
