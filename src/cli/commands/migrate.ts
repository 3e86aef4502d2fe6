import type { DefineCommand } from '../program.ts';

export const migrateCommand: DefineCommand = (command) => command;
