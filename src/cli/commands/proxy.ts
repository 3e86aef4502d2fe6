import type { DefineCommand } from '../program.ts';

export const proxyCommand: DefineCommand = (command) => command;
