import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, toPoll } from '../../src/server/events/poll.ts';

/** Candidates as ballots make them: who voted for what, in order; the first candidate may be preset. */
const elections = fc
  .record({
    drafts: fc.integer({ min: 0, max: 6 }),
    isPreset: fc.boolean(),
    ballots: fc.array(fc.nat({ max: 5 }), { maxLength: 40 }),
  })
  .map(({ drafts, isPreset, ballots }) =>
    Array.from({ length: drafts }, (_, position): Candidate => {
      const numbers = ballots.flatMap((choice, number) => (choice % drafts === position ? [number + 1] : []));
      return {
        value: `draft ${position}`,
        votes: numbers.length,
        position,
        latestVote: numbers.at(-1) ?? null,
        isPreset: isPreset && position === 0,
      };
    }),
  );

test('everything drafted stands in a poll once, with its votes, in the order of drafting', () => {
  fc.assert(
    fc.property(elections, (candidates) => {
      const { drafts, confirmed } = toPoll(candidates.toReversed());
      const rest = candidates.filter(({ value }) => value !== confirmed?.value);
      expect(drafts).toEqual(rest.map(({ value, votes }) => ({ value, votes })));
      expect(drafts.length + (confirmed ? 1 : 0)).toBe(candidates.length);
    }),
  );
});

test('nothing has more votes than what leads, and of equals the last one voted for leads', () => {
  fc.assert(
    fc.property(elections, (candidates) => {
      const { confirmed } = toPoll(candidates);
      const leader = candidates.find(({ value }) => value === confirmed?.value);
      for (const other of candidates) {
        expect(leader?.votes ?? 0).toBeGreaterThanOrEqual(other.votes);
        if (other.votes > 0 && other.votes === leader?.votes)
          expect(leader.latestVote).toBeGreaterThanOrEqual(other.latestVote ?? 0);
      }
    }),
  );
});

test('without a vote nothing leads but what the maker settled', () => {
  const draft = { votes: 0, latestVote: null };
  const candidates = [
    { ...draft, value: 'A', position: 0, isPreset: false },
    { ...draft, value: 'B', position: 1, isPreset: true },
  ];
  expect(toPoll(candidates).confirmed?.value).toBe('B');
  expect(toPoll(candidates.slice(0, 1)).confirmed).toBeUndefined();
});
