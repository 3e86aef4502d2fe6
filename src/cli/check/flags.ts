/** What the command line of `check` says, as commander hands it over. */
export interface CheckFlags {
  readonly target: readonly string[];
  readonly database: string;
  readonly grep?: string;
  readonly tag: readonly string[];
  readonly input: readonly string[];
  readonly jobs?: number;
  readonly logs: readonly string[];
  readonly logsCommand?: string;
  readonly logsUrl?: string;
  readonly out?: string;
  readonly report: readonly string[];
  readonly lang?: 'en' | 'ru';
  readonly bail?: boolean;
  readonly watch?: boolean;
  readonly dryRun?: boolean;
  readonly listReports?: boolean;
  readonly config?: string;
}
