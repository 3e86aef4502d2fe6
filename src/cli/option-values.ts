import { InvalidArgumentError } from 'commander';

/** Reads the value of an option that may be given several times. */
export function collect(word: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, word];
}

/** Reads a whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): (word: string) => number {
  return (word) => {
    const value = Number(word);
    if (/^\d+$/.test(word) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}
