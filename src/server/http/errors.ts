import { DomainError } from '../domain-error.ts';

/** No operation has this path. */
export class PathNotFound extends DomainError {
  constructor() {
    super('no such path');
  }
}

/** The path has operations, none with this method. */
export class MethodNotAllowed extends DomainError {
  readonly allow: readonly string[];
  constructor(allow: readonly string[]) {
    super('method not allowed');
    this.allow = allow;
  }
}

export class BodyTooLarge extends DomainError {
  constructor() {
    super('request body too large');
  }
}

/** The client went away before its body was complete. */
export class BodyIncomplete extends DomainError {
  constructor() {
    super('request body incomplete');
  }
}

/** Something nobody foresaw; the cause is for the log alone. */
export class InternalError extends DomainError {
  constructor(cause: unknown) {
    super('internal error', { cause });
  }
}
