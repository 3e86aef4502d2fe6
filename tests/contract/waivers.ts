import type { TargetName } from './targets/target.ts';

/** A gap that is known and accepted. One that no longer shows fails the tests: it is to be struck out. */
export interface Waiver {
  readonly targets: readonly TargetName[];
  /** Ids of cases; a trailing `*` stands for any rest. */
  readonly case: string;
  /** Id of the gap, `*` for any. */
  readonly gap: string;
  readonly reason: string;
  /** Shows only in some draws of a property test: not seeing it in one run says nothing. */
  readonly sometimes?: true;
}

const documents = ['mock of the documents alone'] as const;
const mocks = ['mock', ...documents] as const;

const noOperation =
  'What no operation is asked for, the mock refuses itself, in the words and with the headers of Prism.';
const lenient =
  'A mock is for any document, and takes JSON as JavaScript does: RFC 7493 is a rule of our contracts, not of OpenAPI.';

export const waivers: readonly Waiver[] = [
  {
    targets: documents,
    case: 'checklists*',
    gap: '*',
    reason:
      'Documents do not say what a password, a code or a link is good for: examples answer without any.',
  },
  { targets: mocks, case: 'hopeless', gap: 'request-id-present', reason: noOperation },
  { targets: mocks, case: 'bad-input/*', gap: 'request-id-present', reason: noOperation },
  { targets: mocks, case: 'bad-input/*', gap: 'not-in-dialect', reason: noOperation },
  {
    targets: mocks,
    case: 'methods/wrong',
    gap: 'allow',
    reason: 'It names the documented methods, no others.',
  },
  {
    targets: mocks,
    case: 'methods/head',
    gap: 'head-*',
    reason: 'HEAD is a method that has to be documented, as for Prism.',
  },
  {
    targets: mocks,
    case: 'methods/slash',
    gap: 'slash',
    reason: 'A path is the documented one to the letter, as for Prism.',
  },
  { targets: documents, case: 'bad-input/repeated-member', gap: 'accepted', reason: lenient },
  { targets: documents, case: 'bad-input/nul-in-text', gap: 'accepted', reason: lenient },
  { targets: documents, case: 'bad-input/lone-surrogate', gap: 'accepted', reason: lenient },
  {
    targets: documents,
    case: 'bad-input/two-megabytes',
    gap: 'accepted',
    reason: 'A mock takes up to 10 MB.',
  },
  {
    targets: documents,
    case: 'bad-input/unexpected-body',
    gap: 'status-is-documented',
    reason: 'A body that no document knows gets a 415, as from Prism.',
    sometimes: true,
  },
  {
    targets: documents,
    case: 'bad-input/odd-authorization',
    gap: 'accepted',
    reason: 'Documents do not say which tokens are good: any bearer token is.',
    sometimes: true,
  },
  {
    targets: documents,
    case: 'bad-input/odd-headers',
    gap: 'status-is-documented',
    reason: 'An Accept that nothing satisfies gets a 406, as from Prism.',
    sometimes: true,
  },
  ...['media-type-is-documented', 'status-is-documented'].map((gap) => ({
    targets: mocks,
    case: 'bad-input/odd-headers',
    gap,
    reason: 'An X-Mock-Session that no session can have is refused before any document is asked.',
    sometimes: true as const,
  })),
];
