import { basename } from 'node:path';
import type { Location } from '../contract/source/location.ts';

/** The name of a checklist: its file name without `.arazzo.yaml`. */
export function checklistName(file: Location): string {
  return basename(file).replace(/(\.arazzo)?\.(ya?ml|json)$/i, '');
}
