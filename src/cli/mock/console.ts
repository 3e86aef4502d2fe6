import { createConsole } from '../../../mock/console/edge.ts';
import type { Control } from '../../../mock/control/control.ts';
import type { Serving } from './serve-documents.ts';
import type { SharedFlags } from './shared-options.ts';

/** Console and control API, unless they are refused; for this machine alone, unless they are asked for. */
export function consoleOf(control: Control, { console }: SharedFlags): Pick<Serving, 'before'> {
  if (console === false) return {};
  return { before: (host) => createConsole(control, { host, remote: console === true }) };
}
