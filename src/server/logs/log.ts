/** Further members of a log line. No password, token or code ever goes in here. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes lines that carry the request's id. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
