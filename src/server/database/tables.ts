import type { Generated } from 'kysely';

/**
 * Rows as the stores see them, the same over SQLite and PostgreSQL: moments are ISO 8601 strings in UTC,
 * JSON is text, "is it so" is the moment since when it is so (null: it is not).
 */
export interface Tables {
  accounts: AccountRow;
  identities: IdentityRow;
  contacts: ContactRow;
  groups: GroupRow;
  account_groups: AccountGroupRow;
  sessions: SessionRow;
  used_refresh_tokens: UsedRefreshTokenRow;
  revoked_tokens: RevokedTokenRow;
  attempts: AttemptRow;
  merchants: MerchantRow;
  payments: PaymentRow;
  settings: SettingRow;
  events: EventRow;
  event_members: EventMemberRow;
  event_drafts: EventDraftRow;
  event_votes: EventVoteRow;
  confirmations: ConfirmationRow;
  access_keys: AccessKeyRow;
  outbox: OutboxRow;
  codes: CodeRow;
}

export interface AccountRow {
  id: string;
  password_hash: string;
  /** Counts the passwords the account has had. Tokens that were issued under another one are worth nothing. */
  password_version: Generated<number>;
  /** The access token by which it was set, the one that outlives the change: its `jti`. */
  password_set_by: Generated<string | null>;
  name: string | null;
  surname: string | null;
  patronymic: string | null;
  birthday: string | null;
  user_type: string | null;
  user_role: string;
  /** JSON object. */
  profile: string | null;
  created_at: string;
  updated_at: string | null;
  deactivated_at: string | null;
}

/** One name nobody else can take: a login, e-mail or phone in its normal form. */
interface IdentityRow {
  value: string;
  account_id: string;
}

/** The same names as their owner wrote them. */
interface ContactRow {
  id: string;
  account_id: string;
  type: ContactType;
  value: string;
  /** When a code sent there came back. */
  verified_at: Generated<string | null>;
}

export type ContactType = 'second_login' | 'email' | 'phone';

interface GroupRow {
  id: number;
  name: string;
}

interface AccountGroupRow {
  account_id: string;
  group_id: number;
}

/** A chain of refresh tokens that began with one login; holds the hash of the only one still valid. */
export interface SessionRow {
  id: string;
  account_id: string;
  refresh_hash: string;
  password_version: number;
  expires_at: string;
  created_at: string;
}

interface UsedRefreshTokenRow {
  hash: string;
  session_id: string;
}

interface RevokedTokenRow {
  jti: string;
  expires_at: string;
}

export interface AttemptRow {
  key: string;
  tries: number;
  window_ends_at: string;
}

export interface MerchantRow {
  mid: string;
  name: string;
}

export interface PaymentRow {
  id: string;
  mid: string;
  /** Decimal; written as a string so that no digit is lost. */
  amount: string;
  paid_at: string;
  description: string | null;
  /** The whole payload as delivered, JSON. */
  payload: string;
  received_at: string;
}

interface SettingRow {
  key: string;
  value: string;
}

export type Channel = 'mail' | 'sms';

/** One mail or SMS. What it says is wiped as soon as it is of no more use, except on a server started for testing. */
export interface OutboxRow {
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  text: string;
  code: string | null;
  link: string | null;
  /** The request that caused it: the log of its sending carries the same id. */
  request_id: string;
  created_at: string;
  /** Nobody wants it after this. */
  expires_at: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  attempts: Generated<number>;
  /** When to try next; while it is being sent, when its sender is given up. Null: nothing is left to do. */
  due_at: string | null;
  /** Whoever is sending it, a new one for each try. */
  claim: string | null;
  /** Why the last try failed. Never what the message says. */
  reason: string | null;
}

/** The latest code of an account and a channel; `hash` is null once it has been used. */
export interface CodeRow {
  account_id: string;
  channel: Channel;
  hash: string | null;
  tries: number;
  sent_at: string;
  expires_at: string;
}

interface EventRow {
  id: Generated<number>;
  maker_id: string;
  name: string;
  additional: string;
  /** How many votes were ever cast, so that the latest is known. */
  votes_cast: Generated<number>;
  created_at: string;
  sent_at: Generated<string | null>;
}

export interface EventMemberRow {
  event_id: number;
  account_id: string;
  position: number;
  role: MemberRole;
  reply: Generated<Reply | null>;
}

export type MemberRole = 'user' | 'admin';
export type Reply = 'confirmed' | 'maybe' | 'declined';

export interface EventDraftRow {
  event_id: number;
  kind: PollKind;
  value: string;
  position: number;
  /** Since when the maker has it for settled, votes apart. */
  confirmed_at: string | null;
}

export type PollKind = 'date' | 'place';

/** Everybody has one vote for the date and one for the place. */
export interface EventVoteRow {
  event_id: number;
  kind: PollKind;
  account_id: string;
  value: string;
  /** Counts up within the event. */
  number: number;
}

/** An account nobody has confirmed yet. */
export interface ConfirmationRow {
  account_id: string;
  token_hash: string;
  expires_at: string;
}

/** An access token that is no JWT. */
export interface AccessKeyRow {
  hash: string;
  jti: string;
  account_id: string;
  password_version: number;
  expires_at: string;
}
