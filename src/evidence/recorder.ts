import type { Json } from '../contract/json.ts';
import { createFingerprint } from './mask/fingerprint.ts';
import { maskText } from './mask/mask-text.ts';
import { isSecretMember } from './mask/secret-keys.ts';
import { maskCheck } from './mask.ts';
import { shortenBodies } from './shorten.ts';
import { createSpool } from './spool.ts';
import { addVerdict, NOTHING_YET } from './summary.ts';
import type { Evidence, PlannedCheck, RunEvent, RunInfo, Summary } from './types.ts';

/** Listens to a run and keeps what it saw. */
export interface Recorder {
  /** Give it every event. Gives it back as it may be shown to others (a terminal, a CI log): with secrets masked. */
  record(event: RunEvent): Promise<RunEvent>;
  /**
   * What was kept so far. Checks come in the order they were planned in, whatever order they finished in. Usable
   * until `close`.
   */
  evidence(): Evidence;
  /** Removes the temporary files. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface RecorderOptions {
  readonly directory?: string;
  readonly inputs?: Readonly<Record<string, Json>>;
}

/** For a run that was never heard to start. */
const UNKNOWN: RunInfo = {
  tool: 'sverka',
  startedAt: new Date(0).toISOString(),
  target: '',
  interrupted: true,
};

/**
 * Masks secrets once, before anything is kept, and spools each finished check to a temporary file, so memory stays
 * flat however long the run. `directory`: where that file goes; the system's folder for temporary files by default.
 * `inputs` of the run: those whose names say that they hold a secret are masked under whatever name they are sent.
 */
export async function createRecorder(options: RecorderOptions = {}): Promise<Recorder> {
  const spool = await createSpool(options.directory);
  const fingerprint = createFingerprint();
  const secrets = secretsIn(options.inputs ?? {});
  let planned: readonly PlannedCheck[] = [];
  let info = UNKNOWN;
  let counted: Summary = NOTHING_YET;
  let final: Summary | undefined;

  return {
    async record(event) {
      if (event.type === 'check-started') return event;
      if (event.type !== 'check-finished') {
        info = { ...event.info, target: maskText(event.info.target, fingerprint) };
        if (event.type === 'run-started') planned = event.checks;
        else final = event.summary;
        return { ...event, info };
      }
      const check = shortenBodies(maskCheck(event.check, fingerprint, secrets));
      counted = addVerdict(counted, check);
      await spool.write(check);
      return { type: 'check-finished', check };
    },
    evidence() {
      const order = planned.map(({ id }) => id);
      // A run that did not finish was interrupted, whatever it said at its start.
      return final
        ? { info, summary: final, checks: () => spool.read(order) }
        : { info: { ...info, interrupted: true }, summary: counted, checks: () => spool.read(order) };
    },
    close: () => spool.close(),
    [Symbol.asyncDispose]: () => spool.close(),
  };
}

function secretsIn(inputs: Readonly<Record<string, Json>>): string[] {
  return Object.entries(inputs)
    .map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    .filter(([name, value]) => isSecretMember(name, value))
    .map(([, value]) => value);
}
