import type { Behaved, Behaviour, Checked } from '../types.ts';
import { act } from './act.ts';
import { gone } from './answer/gone.ts';
import { change, clear, create, remove } from './change.ts';
import { resourcesOf } from './documented/resources.ts';
import type { Role } from './documented/types.ts';
import { type Matter, matterOf, removedParent } from './matter.ts';
import { list, read } from './read.ts';
import type { Store } from './store.ts';

type Act = (matter: Matter) => Promise<Behaved | undefined>;

const acts: Readonly<Record<Role, Act>> = {
  create,
  list,
  read,
  remove,
  clear,
  act,
  replace: (matter) => change(matter, 'replace'),
  change: (matter) => change(matter, 'change'),
};

const looking: ReadonlySet<Role> = new Set(['list', 'read']);

/** Answers from what earlier requests created, changed and removed; silent about everything they did not touch. */
export function stateBehaviour(store: Store): Behaviour {
  const inTurn = createTurns();
  return {
    answer(checked: Checked) {
      const { site, operation } = checked.routed;
      const part = resourcesOf(site.contract).get(operation);
      if (part === undefined) return undefined;
      const isPaged = part.role === 'list' && checked.routed.request.query !== '';
      if (looking.has(part.role) && !isPaged && store.isEmpty()) return undefined;
      const matter = matterOf(checked, part, store);
      const orphaned = removedParent(matter);
      if (orphaned !== undefined) return gone(orphaned);
      if (looking.has(part.role) && !isPaged && store.peek(matter.session, matter.key) === undefined)
        return undefined;
      const act = () => acts[part.role](matter);
      return looking.has(part.role) ? act() : inTurn(act);
    },
  };
}

/** One change after the other: each first waits for samples, and two creations would find the same id free meanwhile. */
function createTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  };
}
