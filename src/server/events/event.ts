import type { MemberRole, PollKind, Reply } from '../database/tables.ts';

/** An event with its polls and members, as it stands. */
export interface Event {
  readonly id: number;
  /** Account id of who made it. */
  readonly makerId: string;
  readonly name: string;
  /** Free text, empty when there is none. */
  readonly additional: string;
  /** False while it is a draft, which only its maker sees. */
  readonly isSent: boolean;
  readonly polls: { readonly [Kind in PollKind]: Poll };
  readonly members: readonly Member[];
}

/** What is proposed, in the order it was drafted, and what leads. */
export interface Poll {
  /** All but the confirmed one. */
  readonly drafts: readonly Draft[];
  readonly confirmed: Draft | undefined;
}

export interface Draft {
  readonly value: string;
  readonly votes: number;
}

/** Somebody who is invited. */
export interface Member {
  readonly accountId: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly role: MemberRole;
  /** Null until there was one. */
  readonly reply: Reply | null;
}

/** An event as its maker drafts it. */
export interface NewEvent {
  readonly name: string;
  readonly additional: string;
  readonly polls: { readonly [Kind in PollKind]: NewPoll };
  readonly invited: readonly Invitation[];
}

interface NewPoll {
  readonly drafts: readonly string[];
  /** What the maker has for settled already. */
  readonly confirmed: string | undefined;
}

export interface Invitation {
  /** A username, or the account id of somebody who has none. */
  readonly user: string;
  readonly role: MemberRole;
}
