import { type JsonFault, jsonFault, type ScanOptions, scanJson } from '../source/scan-json.ts';

export type ParsedJson = { readonly value: unknown } | { readonly fault: JsonFault };

/**
 * Parses a JSON body. The engine's parser does the work; our own scan runs where its answer is needed: the position of an error,
 * the depth of a text long enough to be too deep, and what `strict` refuses.
 */
export function parseJson(text: string, options: ScanOptions): ParsedJson {
  const suspicious =
    options.strict || (text.length > options.maxDepth && nestsDeeper(text, options.maxDepth));
  const fault = suspicious ? scanJson(text, options) : undefined;
  if (fault) return { fault };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: jsonFault(text, options) };
  }
}

/** True when brackets nest deeper. Broken text gets some answer here and its error from the parser. */
export function nestsDeeper(text: string, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inString = !inString;
    else if (inString) at += code === 0x5c ? 1 : 0;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
