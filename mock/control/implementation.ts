import type { Headers, RawRequest } from '../../src/contract/types.ts';
import type { Behaviour } from '../types.ts';

/** What an implementation answers to a request for its inbox. */
interface InboxReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** The real thing behind a mock: it answers for some contracts, with a state for each session. */
export interface Implementation {
  /** Ids of the contracts it answers for. */
  readonly contracts: readonly string[];
  readonly behaviour: Behaviour;
  /** Answers `GET` and `DELETE` of `/inbox`; undefined where it sends neither mails nor SMS. */
  readonly inbox: ((session: string, request: RawRequest) => Promise<InboxReply>) | undefined;
  /** Forgets a session's state; its next request begins anew. */
  forget(session: string): void;
}
