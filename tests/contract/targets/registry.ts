import { mock, mockOfDocuments } from './mock.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';
import type { Target } from './target.ts';

/** Everything that keeps the contracts. */
export const targets: readonly Target[] = [sqlite, postgres, mock, mockOfDocuments];
