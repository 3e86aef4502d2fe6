import type { CheckEvidence, Exchange } from '../evidence/types.ts';
import { whatToDo } from './parity/advice.ts';
import type { GateFinding } from './verdict.ts';

/** What is read of a check. */
export type Ran = Pick<CheckEvidence, 'id' | 'verdict' | 'reason' | 'findings' | 'exchanges'>;

export interface Parity {
  readonly compared: number;
  /** Why the others were not, with the number of them: `skipped by the mock: no log is read`. */
  readonly left: ReadonlyMap<string, number>;
  readonly findings: readonly GateFinding[];
}

/**
 * Holds the same checks, run against a target and against a mock, against each other. Both come in the order of the plan:
 * then nothing is kept, however long the run. A check that one side skipped, or that did not pass on the target, says
 * nothing: the latter is a finding of the checks.
 */
export async function compareRuns(target: AsyncIterable<Ran>, mock: AsyncIterable<Ran>): Promise<Parity> {
  const find = finder(mock);
  const left = new Map<string, number>();
  const findings: GateFinding[] = [];
  let compared = 0;
  for await (const check of target) {
    const other = await find(check.id);
    const reason = whyNot(check, other);
    if (other === undefined || reason !== undefined) {
      const why = reason ?? 'not run against the mock';
      left.set(why, (left.get(why) ?? 0) + 1);
      continue;
    }
    compared += 1;
    findings.push(...compareCheck(check, other));
  }
  return { compared, left, findings };
}

/** Finds a check by id, cheaply when they are asked for in their order. */
function finder(checks: AsyncIterable<Ran>): (id: string) => Promise<Ran | undefined> {
  const rest = checks[Symbol.asyncIterator]();
  const passedBy = new Map<string, Ran>();
  return async (id) => {
    for (;;) {
      const known = passedBy.get(id);
      if (known !== undefined) {
        passedBy.delete(id);
        return known;
      }
      const { done, value } = await rest.next();
      if (done === true) return undefined;
      passedBy.set(value.id, value);
    }
  };
}

function whyNot(target: Ran, mock: Ran | undefined): string | undefined {
  if (target.verdict === 'skipped') return `skipped by the target: ${target.reason ?? ''}`;
  if (target.verdict !== 'passed') return `${target.verdict} on the target, as the checks say`;
  return mock?.verdict === 'skipped' ? `skipped by the mock: ${mock.reason ?? ''}` : undefined;
}

/** A verdict that another status explains is not told a second time. */
function compareCheck(target: Ran, mock: Ran): readonly GateFinding[] {
  const unlike = differences(target.exchanges, mock.exchanges);
  const statuses = unlike.map((difference) => statusFinding(target.id, difference));
  if (target.verdict === mock.verdict) return statuses;
  const [trouble] = mock.findings;
  const isExplained =
    trouble?.step === undefined ? unlike.length > 0 : unlike.some(({ step }) => step === trouble.step);
  return isExplained ? statuses : [...statuses, verdictFinding(target, mock)];
}

interface Difference {
  readonly step: string;
  readonly target: Exchange;
  readonly mock: Exchange;
}

/** The first exchange of each step whose status differs. A step that one side never took is the fault of one before it. */
function differences(target: readonly Exchange[], mock: readonly Exchange[]): readonly Difference[] {
  const others = Map.groupBy(mock, ({ step }) => step);
  return [...Map.groupBy(target, ({ step }) => step)].flatMap(([step, own]) => {
    const pairs = pairUp(own, others.get(step) ?? []).map(([one, other]) => ({
      step,
      target: one,
      mock: other,
    }));
    return pairs.find((pair) => statusOf(pair.target) !== statusOf(pair.mock)) ?? [];
  });
}

/** Each with each; of a step that was repeated more often on one side, how it ended. */
function pairUp(own: readonly Exchange[], others: readonly Exchange[]): readonly [Exchange, Exchange][] {
  const [ones, twos] = own.length === others.length ? [own, others] : [own.slice(-1), others.slice(-1)];
  return ones.flatMap((one, at) => {
    const other = twos[at];
    return other === undefined ? [] : [[one, other] satisfies [Exchange, Exchange]];
  });
}

const statusOf = ({ response }: Exchange): number | undefined => response?.status;

const shown = (exchange: Exchange): string => String(statusOf(exchange) ?? 'no answer');

function statusFinding(check: string, { step, target, mock }: Difference): GateFinding {
  const { operation } = target;
  const [expected, actual] = [shown(target), shown(mock)];
  const why = mock.response?.headers['sverka-explain'];
  const told = why === undefined ? '' : `. The mock: ${why}`;
  return {
    id: 'parity-status',
    message: `${operation}: the target says ${expected}, the mock ${actual}: ${whatToDo(statusOf(target), statusOf(mock))}${told}`,
    location: `${check}/${step}`,
    step,
    expected,
    actual,
    // One reason may hold for all: `shop.addBook 409`, the operation, the check.
    names: [`${operation} ${expected}`, operation, check],
  };
}

function verdictFinding(target: Ran, mock: Ran): GateFinding {
  const todo =
    'give the document an example as the check expects it, or waive the difference with its reason';
  const trouble = mock.findings[0]?.message ?? mock.reason ?? '';
  return {
    id: 'parity-verdict',
    message: `${target.verdict} on the target, ${mock.verdict} on the mock (${trouble}): ${todo}`,
    location: target.id,
    expected: target.verdict,
    actual: mock.verdict,
  };
}
