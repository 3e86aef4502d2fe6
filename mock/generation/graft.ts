import { isObject, type Json } from '../../src/contract/json.ts';

type Path = readonly (string | number)[];

/** A value with what stands at some paths taken from another one. Where that has nothing, it is left out. */
export function graft(value: Json, other: Json, paths: readonly Path[]): Json {
  return paths.reduce<Json>((whole, path) => put(whole, other, path), value);
}

function put(value: Json, other: Json | undefined, [step, ...rest]: Path): Json {
  if (step === undefined) return other ?? value;
  const inner = memberOf(value, step);
  const taken = memberOf(other, step);
  const next = inner === undefined || rest.length === 0 ? taken : put(inner, taken, rest);
  if (Array.isArray(value)) return value.flatMap((item, at) => (at !== step ? [item] : (next ?? [])));
  if (!isObject(value)) return other ?? value;
  const { [step]: _old, ...others } = value;
  return next === undefined ? others : { ...value, [step]: next };
}

function memberOf(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
