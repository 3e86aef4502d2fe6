const known = new Map<string, RegExp | undefined>();

/**
 * A document's `pattern` as a regular expression: in Unicode mode as JSON Schema asks, else in the older mode that many patterns
 * are written for (`\-` outside a class, `\_`). Undefined when it compiles in neither.
 */
export function compilePattern(pattern: string): RegExp | undefined {
  if (known.has(pattern)) return known.get(pattern);
  const compiled = tryCompile(pattern, 'u') ?? tryCompile(pattern, '');
  known.set(pattern, compiled);
  return compiled;
}

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
