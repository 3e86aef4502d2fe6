import { DomainError } from '../domain-error.ts';

/** No token was sent. */
export class NotAuthenticated extends DomainError {
  constructor() {
    super('not authenticated');
  }
}

/** The access token is not ours, expired, blocked, or its account is gone. */
export class InvalidToken extends DomainError {
  constructor() {
    super('invalid or expired token');
  }
}

/** The refresh token is unknown, expired, used or blocked. */
export class InvalidRefreshToken extends DomainError {
  constructor() {
    super('invalid or expired refresh token');
  }
}
