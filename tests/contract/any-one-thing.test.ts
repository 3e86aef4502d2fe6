import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, members, withMembers, withoutHeader } from '../../fixtures/servers/lie.ts';
import type { Json } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { createRouter } from '../../src/contract/router.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { startLyingServer } from '../support/lying-server.ts';
import { allChecklists, type Spine, startSpine } from '../support/spine.ts';

let spine: Spine;
beforeAll(async () => {
  spine = await startSpine(allChecklists);
});
afterAll(() => spine?.close());

/** A change is tried while others are: half of the time of one is waiting for log lines that never come. */
const atOnce = 8;

it('whatever one thing of whichever answer a server changes, the checks that see it find it out', async () => {
  await using honest = await startLyingServer(spine.url, (asked, ask) => ask(asked));
  const told = await spine.check(honest.url);
  expect(told.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  const sightings = sightingsOf(told);
  expect(sightings.size).toBeGreaterThan(150);
  const operationOf = await router([...sightings.keys()]);
  const believed: string[] = [];
  const turns = [...sightings].entries();
  const tryTurns = async () => {
    for (const [turn, [answered, checks]] of turns) {
      const change = changes[turn % changes.length] ?? otherStatus;
      await using liar = await startLyingServer(spine.url, async (asked, ask) => {
        const answer = await ask(asked);
        return `${operationOf(asked.call)} ${answer.status}` === answered ? change(answer) : answer;
      });
      const some = spine.plan.filter(({ check }) => checks.has(check.id));
      const seen = await spine.check(liar.url, some, { bail: true, jobs: 1 });
      if (!seen.some(({ verdict }) => verdict === 'failed')) believed.push(`${answered}: ${change.name}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, tryTurns));
  expect(believed).toEqual([]);
});

/** By operation and status (`auth-v1.login 401`): the checks that saw such an answer. */
function sightingsOf(seen: readonly CheckEvidence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sightings = new Map<string, Set<string>>();
  for (const { id, exchanges } of seen) {
    for (const { operation, response } of exchanges) {
      const answered = `${operation} ${response?.status}`;
      sightings.set(answered, (sightings.get(answered) ?? new Set()).add(id));
    }
  }
  return sightings;
}

/** Tells `auth-v1.login` of `POST /auth-v1/login`. */
async function router(sightings: readonly string[]): Promise<(call: string) => string | undefined> {
  const ids = new Set(sightings.map((answered) => answered.slice(0, answered.indexOf('.'))));
  const loaded = await Promise.all([...ids].map((id) => loadContract(`spec/${id}.yaml`)));
  const contracts = loaded.flatMap(({ contract }) => (contract ? [contract] : []));
  const routers = new Map(contracts.map((contract) => [contract.id, createRouter(contract)]));
  return (call) => {
    const [, method = '', id = '', path = ''] = /^(\S+) \/([^/?]+)([^?]*)/.exec(call) ?? [];
    const route = routers.get(id)?.(method, path || '/');
    return route?.kind === 'found' ? `${id}.${route.operation.id}` : undefined;
  };
}

/** What no client would forgive. */
const changes = [otherStatus, otherName, otherType, noRequestId];

function otherStatus(answer: Answer): Answer {
  return { ...answer, status: answer.status === 418 ? 419 : 418 };
}

function otherName(answer: Answer): Answer {
  return withOther(answer, (name, value) => ({ [name]: undefined, [`${name}_`]: value }));
}

function otherType(answer: Answer): Answer {
  return withOther(answer, (name, value) => ({ [name]: typeof value === 'string' ? 1 : 'text' }));
}

function noRequestId(answer: Answer): Answer {
  return withoutHeader(answer, 'x-request-id');
}

/** An answer without members has another status instead. */
function withOther(
  answer: Answer,
  change: (name: string, value: Json) => { [member: string]: Json | undefined },
): Answer {
  const [member] = Object.entries(members(answer.body));
  return member ? withMembers(answer, change(...member)) : otherStatus(answer);
}
