/** What the command line of `serve` says. */
export interface ServeFlags {
  readonly port?: number;
  readonly host?: string;
  readonly database?: string;
  /** False: no log files. */
  readonly logDir: string | false;
  readonly metricsPort?: number;
  readonly quiet?: boolean;
  readonly workers: number;
  readonly testing?: boolean;
  readonly seed?: string;
  readonly migrate?: boolean;
}
