import type { PollKind } from '../database/tables.ts';
import { DomainError } from '../domain-error.ts';

export class EventNotFound extends DomainError {
  constructor() {
    super('event not found');
  }
}

/** The event is somebody else's, or a draft that its members do not see yet. */
export class EventNotOpen extends DomainError {
  constructor() {
    super('event not open to this account');
  }
}

/** Only who made an event sends it. */
export class NotTheMaker extends DomainError {
  constructor() {
    super('not the maker of the event');
  }
}

/** Only who is invited replies. */
export class NotInvited extends DomainError {
  constructor() {
    super('not invited to the event');
  }
}

/** A vote for something nobody drafted. */
export class NotDrafted extends DomainError {
  readonly kind: PollKind;
  readonly value: string;
  constructor(kind: PollKind, value: string) {
    super(`${kind} not drafted`);
    this.kind = kind;
    this.value = value;
  }
}

/** An invitation to nobody who is known. */
export class UnknownUser extends DomainError {
  readonly user: string;
  constructor(user: string) {
    super('no such user');
    this.user = user;
  }
}

/** An invitation to one's own event. */
export class MakerInvited extends DomainError {
  constructor() {
    super('maker among the invited');
  }
}
