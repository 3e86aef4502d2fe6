import type { Subject } from '../targets/target.ts';

/** Something every target has to keep. */
export interface Case {
  /** Kebab-case; waivers name it. */
  readonly id: string;
  /** Reads like a promise. */
  readonly title: string;
  /** Throws for what a waiver does not excuse. */
  run(subject: Subject, hold: Hold): Promise<void>;
}

/** One way in which a target does not keep a case. */
export interface Gap {
  /** Kebab-case; waivers name it. */
  readonly id: string;
  readonly message: string;
}

/** Throws an error with every gap that no waiver excuses. */
export type Hold = (gaps: readonly Gap[]) => void;
