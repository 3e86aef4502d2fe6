import type { Db } from '../database/prepared.ts';
import type { EventDraftRow, PollKind } from '../database/tables.ts';
import { MakerInvited, UnknownUser } from './errors.ts';
import type { Invitation, NewEvent } from './event.ts';
import { insertDrafts, insertEvent, insertMembers } from './store.ts';
import { findUsers } from './users.ts';

/** Writes an event with all that belongs to it, or nothing, and returns its number. Throws UnknownUser, MakerInvited. */
export async function writeEvent(db: Db, now: string, makerId: string, event: NewEvent): Promise<number> {
  const members = await findMembers(db, makerId, event.invited);
  const { name, additional } = event;
  const id = await insertEvent(db, { maker_id: makerId, name, additional, created_at: now });
  await insertDrafts(db, [...draftRows(id, 'date', event, now), ...draftRows(id, 'place', event, now)]);
  await insertMembers(
    db,
    members.map(({ accountId, role }, position) => ({ event_id: id, account_id: accountId, position, role })),
  );
  return id;
}

/** Who is named twice counts once, as named first. */
async function findMembers(db: Db, makerId: string, invited: readonly Invitation[]) {
  const known = await findUsers(db, [...new Set(invited.map(({ user }) => user))]);
  const members = new Map<string, Invitation & { readonly accountId: string }>();
  for (const invitation of invited) {
    const accountId = known.get(invitation.user);
    if (accountId === undefined) throw new UnknownUser(invitation.user);
    if (accountId === makerId) throw new MakerInvited();
    if (!members.has(accountId)) members.set(accountId, { ...invitation, accountId });
  }
  return [...members.values()];
}

/** What is drafted twice counts once; what the maker settled is a draft like the others. */
function draftRows(eventId: number, kind: PollKind, { polls }: NewEvent, now: string): EventDraftRow[] {
  const { drafts, confirmed } = polls[kind];
  const values = new Set(confirmed === undefined ? drafts : [...drafts, confirmed]);
  return [...values].map((value, position) => ({
    event_id: eventId,
    kind,
    value,
    position,
    confirmed_at: value === confirmed ? now : null,
  }));
}
