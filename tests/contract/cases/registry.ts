import { badInputCases } from './bad-input/cases.ts';
import type { Case } from './case.ts';
import { checklists } from './checklists.ts';
import { methods } from './methods.ts';
import { refusedRegistrations } from './refused-registrations.ts';
import { requestIds } from './request-id.ts';

/** What every target has to keep, in this order. */
export const cases: readonly Case[] = [
  checklists,
  requestIds,
  ...methods,
  refusedRegistrations,
  ...badInputCases,
];
