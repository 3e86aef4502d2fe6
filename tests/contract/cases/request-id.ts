import type { RawHttp } from '../../support/raw-http.ts';
import { sendBytes, toBytes } from '../../support/raw-http.ts';
import type { Subject } from '../targets/target.ts';
import { makeValidRequest, toRawHttp } from './bad-input/valid-request.ts';
import type { Case, Gap } from './case.ts';
import { contracts } from './contracts.ts';

/** What may be sent for an id, and whether it comes back. */
const ids: readonly (readonly [sent: readonly string[], kept: boolean])[] = [
  [['mine.1~2:3_4-5'], true],
  [['a'.repeat(128)], true],
  [['a'.repeat(129)], false],
  [[''], false],
  [['with space'], false],
  [['<script>alert(1)</script>'], false],
  [['ключ'], false],
  [['one', 'two'], false],
  [[], false],
];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const requestIds: Case = {
  id: 'request-ids',
  title: 'an answer carries the X-Request-ID that was sent where that is fit for a log, a new UUID otherwise',
  async run(subject, hold) {
    for (const { contract } of contracts) {
      for (const operation of contract.operations) {
        const valid = await makeValidRequest(subject, contract, operation, 0);
        const headers = valid.headers.filter(([name]) => name !== 'X-Request-ID');
        const request = toRawHttp({ ...valid, headers });
        const elsewhere = { ...request, target: `${request.target}/nowhere/at/all` };
        hold((await Promise.all(ids.map((id) => findGap(subject, request, id)))).flat());
        hold((await Promise.all(ids.map((id) => findGap(subject, elsewhere, id)))).flat());
      }
    }
  },
};

async function findGap(
  { url }: Subject,
  request: RawHttp,
  [sent, kept]: (typeof ids)[number],
): Promise<readonly Gap[]> {
  const headers = [...request.headers, ...sent.map((id) => ['X-Request-ID', id] as const)];
  const answer = await sendBytes(url, toBytes({ ...request, headers }));
  const came = 'reason' in answer ? answer.reason : answer.headers['x-request-id'];
  const isRight = kept ? came === sent[0] : uuid.test(came ?? '');
  if (isRight) return [];
  const where = request.target.endsWith('/nowhere/at/all') ? 'elsewhere' : 'operation';
  const message = `${request.method} ${request.target}: ${JSON.stringify(sent)} was answered by ${came} (${answer.status})`;
  return [{ id: `request-id-of-${where}`, message }];
}
