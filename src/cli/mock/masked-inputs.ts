import type { Json } from '../../contract/json.ts';
import { isMasked, replaceMasks } from '../../evidence/mask/fingerprint.ts';

/** Writes inputs in the place of masked secrets, and knows which it wrote. */
export interface MaskedInputs {
  /** The value with `$inputs.name` for each secret in it, named after the member that holds it, at first after `key`. */
  fill(value: Json, key: string): { readonly value: Json; readonly inputs: readonly string[] };
  /** All names so far. One secret has one name wherever it stands; a second of the same member is `password-2`. */
  names(): readonly string[];
}

/** The inputs of one recording. */
export function createMaskedInputs(): MaskedInputs {
  const names = new Map<string, string>();
  const nameOf = (mask: string, key: string): string => {
    const known = names.get(mask);
    if (known !== undefined) return known;
    const plain = key.replaceAll(/[^\w-]/g, '-');
    const taken = [...names.values()];
    let name = plain;
    for (let number = 2; taken.includes(name); number += 1) name = `${plain}-${number}`;
    names.set(mask, name);
    return name;
  };
  return {
    fill(value, key) {
      const inputs = new Set<string>();
      const input = (mask: string, holder: string): string => {
        const name = nameOf(mask, holder);
        inputs.add(name);
        return `$inputs.${name}`;
      };
      return { value: fillIn(value, key, input), inputs: [...inputs] };
    },
    names: () => [...names.values()],
  };
}

function fillIn(value: Json, key: string, input: (mask: string, holder: string) => string): Json {
  if (typeof value === 'string')
    return isMasked(value) ? input(value, key) : replaceMasks(value, (mask) => `{${input(mask, key)}}`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fillIn(item, key, input));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillIn(member, name, input)]),
  );
}
