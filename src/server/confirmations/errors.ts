import { DomainError } from '../domain-error.ts';

/** The link was never sent, was used, or is too old. Nobody can tell which: a record that was purged leaves no trace. */
export class LinkNotValid extends DomainError {
  constructor() {
    super('confirmation link not valid');
  }
}
