import type { Draft, Poll } from './event.ts';

/** A draft with what decides whether it leads. */
export interface Candidate extends Draft {
  /** Place in the order of drafting. */
  readonly position: number;
  /** Number of the latest vote for it; null without any. */
  readonly latestVote: number | null;
  /** The maker had it for settled from the start. */
  readonly isPreset: boolean;
}

/** The most votes lead, of equals the one voted for last; what the maker settled leads until there is a vote. */
export function toPoll(candidates: readonly Candidate[]): Poll {
  const [leader] = candidates.filter(isEligible).toSorted(byVotes);
  const drafts = candidates
    .filter((candidate) => candidate !== leader)
    .toSorted((one, other) => one.position - other.position);
  return { drafts: drafts.map(toDraft), confirmed: leader && toDraft(leader) };
}

function isEligible({ votes, isPreset }: Candidate): boolean {
  return votes > 0 || isPreset;
}

function byVotes(one: Candidate, other: Candidate): number {
  return other.votes - one.votes || (other.latestVote ?? 0) - (one.latestVote ?? 0);
}

function toDraft({ value, votes }: Candidate): Draft {
  return { value, votes };
}
