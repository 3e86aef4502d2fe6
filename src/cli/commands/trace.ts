import type { DefineCommand } from '../program.ts';

export const traceCommand: DefineCommand = (command) => command;
