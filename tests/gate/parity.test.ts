import { describe, expect, it } from 'vitest';
import { aCheck, anExchange, evidenceOf } from '../../fixtures/evidence/build.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { compareRuns } from '../../src/gate/parity.ts';

const exchange = (step: string, status: number | undefined, headers: Record<string, string> = {}) => {
  const { response: _, ...unanswered } = anExchange({ step, operation: 'shop.addBook' });
  return status === undefined ? unanswered : { ...unanswered, response: { status, headers, body: null } };
};

/** A check that passed, with one exchange for each status; every step is called `step-1`, `step-2`, … */
const seen = (...statuses: readonly (number | undefined)[]) =>
  aCheck({ id: 'shop/check', exchanges: statuses.map((status, at) => exchange(`step-${at + 1}`, status)) });

const unmet = (step: string) => ({
  id: 'criterion-failed',
  message: 'expected Nose, got Coat',
  location: '',
  step,
});

const failed = (check: CheckEvidence, step: string): CheckEvidence => ({
  ...check,
  verdict: 'failed',
  findings: [unmet(step)],
});

const compare = (target: readonly CheckEvidence[], mock: readonly CheckEvidence[]) =>
  compareRuns(evidenceOf(target).checks(), evidenceOf(mock).checks());

const findingsOf = async (target: CheckEvidence, mock: CheckEvidence) =>
  (await compare([target], [mock])).findings;

describe('parity of a target and a mock', () => {
  it('holds where verdicts and statuses are the same', async () => {
    const { compared, left, findings } = await compare([seen(201, 409)], [seen(201, 409)]);
    expect([compared, left.size, findings]).toEqual([1, 0, []]);
  });

  it('is broken by another status, told by check and step with what to do', async () => {
    const [finding, ...others] = await findingsOf(seen(201, 409), seen(201, 201));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: 'parity-status',
      location: 'shop/check/step-2',
      expected: '409',
      actual: '201',
    });
    expect(finding?.message).toContain('waive it, and let pages ask for it with "Prefer: code=409"');
  });

  it('lets one waiver speak for an operation, one status of it, or a check', async () => {
    const [finding] = await findingsOf(seen(409), seen(201));
    expect(finding?.names).toEqual(['shop.addBook 409', 'shop.addBook', 'shop/check']);
  });

  it('passes on why the mock answered as it did', async () => {
    const mock = {
      ...seen(),
      exchanges: [exchange('step-1', 201, { 'sverka-explain': 'created with id 7' })],
    };
    const [finding] = await findingsOf(seen(409), mock);
    expect(finding?.message).toMatch(/\. The mock: created with id 7$/);
  });

  it('is broken by another verdict with the same statuses', async () => {
    const [finding] = await findingsOf(seen(200), failed(seen(200), 'step-1'));
    expect(finding).toMatchObject({
      id: 'parity-verdict',
      location: 'shop/check',
      expected: 'passed',
      actual: 'failed',
    });
    expect(finding?.message).toContain('(expected Nose, got Coat): give the document an example');
  });

  it('is broken by a check that could not be judged on the mock alone', async () => {
    const broken = aCheck({ ...seen(200), verdict: 'broken', reason: 'there is no token in the answer' });
    const [finding] = await findingsOf(seen(200), broken);
    expect(finding).toMatchObject({ id: 'parity-verdict', actual: 'broken' });
    expect(finding?.message).toContain('there is no token in the answer');
  });

  it('tells a verdict that another status explains only once', async () => {
    const found = await findingsOf(seen(201, 409), failed(seen(201, 201), 'step-2'));
    expect(found.map(({ id }) => id)).toEqual(['parity-status']);
  });

  it('tells a verdict apart from a status that has nothing to do with it', async () => {
    const found = await findingsOf(seen(201, 200), failed(seen(200, 200), 'step-2'));
    expect(found.map(({ id }) => id)).toEqual(['parity-status', 'parity-verdict']);
  });

  it('is broken where no answer came', async () => {
    const [finding] = await findingsOf(seen(200), seen(undefined));
    expect(finding).toMatchObject({ expected: '200', actual: 'no answer' });
  });

  it('does not tell again what the checks say of the target', async () => {
    const { compared, left, findings } = await compare([failed(seen(201, 500), 'step-2')], [seen(201, 409)]);
    expect([compared, findings]).toEqual([0, []]);
    expect([...left]).toEqual([['failed on the target, as the checks say', 1]]);
  });

  it('does not ask for steps that were never reached', async () => {
    expect(await findingsOf(seen(201, 200), seen(201))).toEqual([]);
  });

  it('asks how a step ended that was repeated more often on one side', async () => {
    const polled = (...statuses: readonly number[]) =>
      aCheck({ exchanges: statuses.map((status) => exchange('poll', status)) });
    expect(await findingsOf(polled(202, 202, 200), polled(200))).toEqual([]);
    expect(await findingsOf(polled(202, 202, 200), polled(202, 404))).toMatchObject([
      { expected: '200', actual: '404' },
    ]);
    expect(await findingsOf(polled(401, 401), polled(200, 401))).toMatchObject([
      { expected: '401', actual: '200' },
    ]);
  });

  it('counts what one side skipped, by its reason, and does not compare it', async () => {
    const named = (id: string, over: Partial<CheckEvidence> = {}) => aCheck({ ...seen(409), id, ...over });
    const skip = { verdict: 'skipped', reason: 'no log is read' } as const;
    const { compared, left, findings } = await compare(
      [named('a', skip), named('b'), named('c'), named('d', { verdict: 'broken' }), named('e')],
      [named('a'), named('b', skip), named('c', skip), named('d'), named('e')],
    );
    expect([compared, findings]).toEqual([1, []]);
    expect([...left]).toEqual([
      ['skipped by the target: no log is read', 1],
      ['skipped by the mock: no log is read', 2],
      ['broken on the target, as the checks say', 1],
    ]);
  });

  it('finds each check on the other side, whatever the order, and says which never ran there', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map((id) => aCheck({ ...seen(200), id }));
    if (!one || !two || !three) throw new Error('three checks');
    const { compared, left } = await compare([one, two, three], [two, one]);
    expect([compared, [...left]]).toEqual([2, [['not run against the mock', 1]]]);
  });
});

describe('what to do about a difference', () => {
  const told = async (target: number, mock: number) =>
    (await findingsOf(seen(target), seen(mock)))[0]?.message;

  it.each([
    [202, 200, 'document 202 alone'],
    [200, 422, 'the document refuses a request that the target takes'],
    [200, 401, 'credentials that the target does not need'],
    [200, 404, 'let the check create what it asks for'],
    [403, 200, 'mend its `security`'],
    [400, 201, 'say in the schema of the request what the target refuses'],
    [429, 200, 'Prefer: code=429'],
    [400, 422, 'document 400 for this'],
  ])('where the target says %i and the mock %i: %s', async (target, mock, words) => {
    expect(await told(target, mock)).toContain(words);
  });
});
