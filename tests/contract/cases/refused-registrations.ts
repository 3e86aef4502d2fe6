import { isObject, type JsonObject } from '../../../src/contract/json.ts';
import { sendBytes, toBytes } from '../../support/raw-http.ts';
import { makeValidRequest, toRawHttp } from './bad-input/valid-request.ts';
import type { Case, Gap } from './case.ts';
import { contracts } from './contracts.ts';

/** Operations that take a name for good. */
const registering = new Set(['register', 'createUser']);

export const refusedRegistrations: Case = {
  id: 'refused-registrations',
  title: 'a refused registration leaves its login, phone and e-mail free, whatever was wrong with it',
  async run(subject, hold) {
    const gaps: Gap[] = [];
    for (const { contract } of contracts) {
      for (const operation of contract.operations.filter(({ id }) => registering.has(id))) {
        // The document's own example, so that nothing but the change is wrong.
        const valid = await makeValidRequest(subject, contract, operation, 0);
        const { schema = true, value: good } = valid.body ?? {};
        if (!isObject(good)) throw new Error(`${operation.id} has no example`);
        const send = async (changes: JsonObject) => {
          const changed = { ...valid, body: { schema, value: { ...good, ...changes } } };
          return (await sendBytes(subject.url, toBytes(toRawHttp(changed)))).status;
        };
        for (const name of Object.keys(good)) {
          const status = await send({ [name]: { not: 'a value' } });
          if (status < 400)
            gaps.push({ id: 'accepted', message: `${contract.id}: ${name} may be an object` });
        }
        const status = await send({});
        if (status >= 300) gaps.push({ id: 'taken', message: `${contract.id}: the good one got ${status}` });
      }
    }
    hold(gaps);
  },
};
