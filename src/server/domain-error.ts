/**
 * A refusal the domain foresaw. It knows what happened, not how a contract words it: the contract's dialect turns it
 * into a status and a body. Anything else that is thrown is a defect and answered as 500.
 */
export class DomainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The database cannot be reached or cannot serve now; the same request may succeed later. */
export class DatabaseUnavailable extends DomainError {
  constructor(cause: unknown) {
    super('database unavailable', { cause });
  }
}

/** A value passed validation and the database cannot hold it all the same. */
export class ValueRefused extends DomainError {
  constructor(cause: unknown) {
    super('value refused by the database', { cause });
  }
}
