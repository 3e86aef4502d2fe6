import type { DefineCommand } from '../program.ts';

export const serveCommand: DefineCommand = (command) => command;
