/** Parts that can be left out by name. */
export const partWords = ['lint', 'diff', 'checks', 'coverage', 'parity', 'trace'] as const;

/** What the command line of `gate` says. */
export interface GateFlags {
  readonly base?: string;
  readonly target: readonly string[];
  readonly database: string;
  readonly logs: readonly string[];
  readonly logsCommand?: string;
  readonly logsUrl?: string;
  readonly input: readonly string[];
  readonly skip: readonly string[];
  readonly failOn?: string;
  readonly waivers?: string;
  readonly out?: string;
  readonly report: readonly string[];
  readonly lang?: 'en' | 'ru';
  readonly config?: string;
}
