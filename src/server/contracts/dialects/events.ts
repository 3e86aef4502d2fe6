import { AlreadyExists, InvalidCredentials } from '../../accounts/errors.ts';
import { LinkNotValid } from '../../confirmations/errors.ts';
import {
  EventNotFound,
  EventNotOpen,
  MakerInvited,
  NotDrafted,
  NotInvited,
  NotTheMaker,
  UnknownUser,
} from '../../events/errors.ts';
import { createSentenceDialect } from './sentence/dialect.ts';

/** The one sentence that the document has, for two different things. */
const exists = 'User is already exist in Data Base';

/** `{"message": "…"}`. */
export const eventDialect = createSentenceDialect({
  body: (message) => ({ message }),
  own: [
    [AlreadyExists, 409, exists],
    [InvalidCredentials, 403, exists],
    [LinkNotValid, 404, 'The link is not valid or has expired'],
    [EventNotFound, 404, 'Event not found'],
    [EventNotOpen, 403, 'This event is not open to you'],
    [NotTheMaker, 403, 'Only the one who made the event may send it'],
    [NotInvited, 403, 'Only those who are invited may reply'],
    [MakerInvited, 422, 'members: the one who makes the event is not invited to it'],
  ],
  telling(error) {
    if (error instanceof UnknownUser) return [422, `members: no user has the id "${error.user}"`];
    if (error instanceof NotDrafted) return [422, `${error.kind}: ${error.value} is not among the drafts`];
    return undefined;
  },
});
