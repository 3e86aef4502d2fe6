import type { Behaved } from '../../types.ts';
import type { Matter } from '../matter.ts';

/** The documented 404 of the operation, or the mock's own. */
export function gone({ id, key }: Pick<Matter, 'id' | 'key'>): Behaved {
  return { kind: 'value', status: 404, value: undefined, why: `${id === '' ? key : id} was removed` };
}
