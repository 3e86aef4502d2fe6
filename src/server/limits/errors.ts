import { DomainError } from '../domain-error.ts';

/** Too many tries; `retryAfter` seconds from now the next one is welcome. */
export class TooManyRequests extends DomainError {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too many requests');
    this.retryAfter = retryAfter;
  }
}
