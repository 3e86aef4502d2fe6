import type { DefineCommand } from '../program.ts';

export const lintCommand: DefineCommand = (command) => command;
