import { badInputCases } from './bad-input/cases.ts';
import type { Case } from './case.ts';
import { checklists } from './checklists.ts';

/** What every target has to keep, in this order. */
export const cases: readonly Case[] = [checklists, ...badInputCases];
