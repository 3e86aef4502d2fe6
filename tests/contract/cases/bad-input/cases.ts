import fc from 'fast-check';
import type { Operation } from '../../../../src/contract/types.ts';
import {
  type NoAnswer,
  type RawAnswer,
  type RawHttp,
  sendBytes,
  toBytes,
} from '../../../support/raw-http.ts';
import type { Subject } from '../../targets/target.ts';
import type { Case, Gap, Hold } from '../case.ts';
import { contracts, operationOf, type Routed } from '../contracts.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Kind } from './kind.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { messageKinds } from './messages.ts';
import { textKinds } from './texts.ts';
import { makeValidRequest, seeds } from './valid-request.ts';
import { valueKinds } from './values.ts';

/** Tries of one kind for one operation. */
const tries = 4;

/** One case for each way to spoil a request: it is tried on every operation of every contract. */
export const badInputCases: readonly Case[] = [...valueKinds, ...textKinds, ...messageKinds].map((kind) => ({
  id: `bad-input/${kind.id}`,
  title: `${kind.id.replaceAll('-', ' ')}: refused in the words of the contract, and nothing is stored that was not accepted`,
  async run(subject, hold) {
    const ledger = await openLedger(subject);
    const ground = { subject, ledger, hold };
    const operations = contracts.flatMap((routed) =>
      routed.contract.operations.map((operation) => ({ routed, operation })),
    );
    await Promise.all(
      operations.map(({ routed, operation }) => tryOperation(kind, routed, operation, ground)),
    );
    hold(await ledger.balance());
  },
}));

interface Ground {
  readonly subject: Subject;
  readonly ledger: Ledger;
  readonly hold: Hold;
}

async function tryOperation(
  kind: Kind,
  routed: Routed,
  operation: Operation,
  { subject, ledger, hold }: Ground,
): Promise<void> {
  const property = fc.asyncProperty(fc.gen(), async (draw) => {
    const valid = await makeValidRequest(
      subject,
      routed.contract,
      operation,
      draw(() => seeds),
    );
    const spoiling = kind.spoil(valid);
    if (spoiling === undefined) return;
    const { refused, hopeless, ...request } = draw(() => spoiling);
    const answer = await sendBytes(subject.url, toBytes(request));
    ledger.enter(operationOf(routed, request), answer);
    hold(
      judgeAnswer(routed, request, answer, { refused, hopeless }).map((gap) => show(gap, request, answer)),
    );
  });
  // Every try sends a request and every failure shows it whole: a smaller one is not worth the time.
  await fc.assert(property, { numRuns: kind.tries ?? tries, endOnFailure: true });
}

/** The gap with what was sent and answered, as far as a person wants to read it. */
function show({ id, message }: Gap, request: RawHttp, answer: RawAnswer | NoAnswer): Gap {
  const sent = toBytes(request).subarray(0, 1_200).toString();
  const came =
    'reason' in answer ? answer.reason : `${answer.status} ${Buffer.from(answer.body).subarray(0, 400)}`;
  return { id, message: `${message}\n--- sent\n${sent}\n--- answer\n${came}` };
}
