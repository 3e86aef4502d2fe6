/** Why a server could not start. The message is for people and says what to do; no stack trace is needed. */
export class StartError extends Error {
  readonly code:
    | 'port-in-use'
    | 'address-unusable'
    | 'database-unreachable'
    | 'migrations-pending'
    | 'bad-document'
    | 'bad-seed'
    | 'bad-log';
  constructor(code: StartError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}
