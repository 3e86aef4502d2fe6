import type { Explanation, Preferences } from '../exchange.ts';

/** Where nothing of ours was chosen or made up. */
const notOurs: ReadonlySet<Explanation['source']> = new Set(['problem', 'upstream']);
/** Where whoever answered chose the example without telling. */
const theirOwn: ReadonlySet<Explanation['source']> = new Set(['implementation', 'override']);

/**
 * The preferences that show in the response, which alone may be called applied (RFC 7240 section 3): not the status of a
 * response that lost against the refusal of a bad request, not an example that was not sent.
 */
export function honoured(
  { applied, code, byFault = false }: Preferences,
  status: number,
  { source, example }: Explanation,
): readonly string[] {
  return applied.filter((preference) => {
    const name = preference.split('=', 1)[0] ?? '';
    switch (name) {
      case 'code':
        return code === status;
      case 'fault':
        return !byFault || code === status;
      case 'example':
        return example !== undefined || theirOwn.has(source);
      case 'dynamic':
      case 'seed':
      case 'items':
        return !notOurs.has(source);
      default:
        return true;
    }
  });
}
