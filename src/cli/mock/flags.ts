import { type Command, Option } from 'commander';

/** Words that stood behind a switch but were none of its values: documents, as in `mock -d api.yaml`. */
export type Spare = string[];

/**
 * A switch as Prism's users write it: `--errors`, `--errors=false`, `--errors false`. Commander hands it whatever word
 * follows; one that is neither true nor false goes to `spare`.
 */
export function addSwitch(command: Command, flags: string, description: string, spare: Spare): void {
  const option = new Option(`${flags} [boolean]`, description).preset('true').argParser((word: string) => {
    if (word === 'true') return true;
    if (word === 'false') return false;
    spare.push(word);
    return true;
  });
  command.addOption(option);
}

export const verbosities = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type Verbosity = (typeof verbosities)[number];
