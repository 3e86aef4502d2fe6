import { DomainError } from '../domain-error.ts';

/** The database knows no merchant with this MID. */
export class UnknownMerchant extends DomainError {
  constructor() {
    super('Invalid MID');
  }
}
