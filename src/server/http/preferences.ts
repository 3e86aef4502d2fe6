import type { Fault } from '../database/faults.ts';
import { addDuration } from './duration.ts';

/** What a request asked of a server started for testing, and the header that tells what was honoured. */
export interface Preferences {
  readonly now: Date | undefined;
  readonly fault: Fault | undefined;
  /** Value of `Preference-Applied` (RFC 7240, section 3). */
  readonly applied: string;
}

// The look back keeps a long word from being read again from each of its letters.
const PREFERENCE = /(?<![!#$%&'*+.^_`|~\w-])([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/g;

/** Reads `Prefer: clock=P31D, fault=database-unavailable`. What is not understood is left out, as RFC 7240 asks. */
export function readPreferences(header: string, now: Date): Preferences {
  const asked = new Map(
    [...header.matchAll(PREFERENCE)].map(([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted ?? plain ?? '',
    ]),
  );
  const clock = asked.get('clock');
  const moved = clock === undefined ? undefined : addDuration(now, clock);
  const fault = faults.find((known) => known === asked.get('fault'));
  const applied = [moved && `clock=${clock}`, fault && `fault=${fault}`].filter((one) => one !== undefined);
  return { now: moved, fault, applied: applied.join(', ') };
}

const faults: readonly Fault[] = ['database-unavailable', 'internal-error'];
