import type { DefineCommand } from '../program.ts';

export const typesCommand: DefineCommand = (command) => command;
