import { expect, it } from 'vitest';
import accounts from '../../fixtures/accounts.json' with { type: 'json' };
import events from '../../fixtures/events.json' with { type: 'json' };
import merchants from '../../fixtures/merchants.json' with { type: 'json' };
import { loadChecklists } from '../../src/checklist/load.ts';
import { loadContract } from '../../src/contract/load.ts';
import { validateValue } from '../../src/contract/validate-value.ts';
import { allChecklists } from '../support/spine.ts';

const idOf = (account: { second_login: string | null; id: string }) => account.second_login ?? account.id;

it('the events are such as event-messenger answers with', async () => {
  const { contract } = await loadContract('spec/event-messenger.yaml');
  const getEvent = contract?.operation('getEvent')?.responses.get('200')?.content.get('application/json');
  if (!contract || getEvent?.schema === undefined) throw new Error('getEvent answers no JSON');
  const { schema } = getEvent;
  expect(events.flatMap(({ event }) => validateValue(contract, schema, { event }))).toEqual([]);
});

it('makers and members of the events have accounts that are active', () => {
  const active = new Set(accounts.filter((account) => account.is_active).map(idOf));
  const named = events.flatMap(({ owner, event }) => [
    owner,
    ...event.members.flatMap(({ invited, confirmed }) => [...invited, ...confirmed].map(({ id }) => id)),
  ]);
  expect(named.filter((id) => !active.has(id))).toEqual([]);
});

it('payments of the checklists go to one of the merchants, unless another is given', async () => {
  const { checklists } = await loadChecklists(allChecklists);
  const inputs = checklists.flatMap(({ workflows }) =>
    [...workflows.values()].flatMap((each) => each.inputs),
  );
  const chosen = new Set(inputs.filter(({ name }) => name === 'merchant').map((input) => input.default));
  expect(merchants.map(({ mid }) => mid)).toEqual(expect.arrayContaining([...chosen]));
  expect(chosen.size).toBe(1);
});

it('no two accounts share a login, an e-mail or a phone', () => {
  for (const member of ['id', 'second_login', 'email', 'phone'] as const) {
    const values = accounts.flatMap((account) => account[member] ?? []);
    expect(values).toEqual([...new Set(values)]);
  }
});
