import { badInputCases } from './bad-input/cases.ts';
import type { Case } from './case.ts';
import { checklists, checklistsAtOnce } from './checklists.ts';
import { hopeless } from './hopeless.ts';
import { methods } from './methods.ts';
import { refusedRegistrations } from './refused-registrations.ts';
import { requestIds } from './request-id.ts';

/** What every target has to keep, in this order. */
export const cases: readonly Case[] = [
  checklists,
  checklistsAtOnce,
  requestIds,
  hopeless,
  ...methods,
  refusedRegistrations,
  ...badInputCases,
];
