/** Computes once, when first asked. */
export function lazy<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}

/** Makes something of an object once, and keeps it as long as the object. */
export function memo<Key extends object, Made extends object | string | number>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Gives each object a number of its own, from 1. */
export function numberer(): (key: object) => number {
  let last = 0;
  return memo(() => {
    last += 1;
    return last;
  });
}
