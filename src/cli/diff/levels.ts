import { findRule, type Levels, rules } from '../../gate/diff/rules/registry.ts';
import type { Level } from '../../gate/diff/types.ts';
import { CommandFailure } from '../context.ts';

const levels: ReadonlyMap<string, Level> = new Map([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
]);

/** `RULE=LEVEL` words. A rule or level that does not exist is a CommandFailure: it must not be ignored in silence. */
export function parseLevels(words: readonly string[]): Levels {
  return new Map(
    words.map((word) => {
      const [id = '', name = ''] = word.split('=');
      const level = levels.get(name);
      if (!findRule(id)) throw new CommandFailure(`there is no rule "${id}"`, suggest(id));
      if (!level)
        throw new CommandFailure(
          `--level ${word} is not understood`,
          'Write --level RULE=error, warning or info.',
        );
      return [id, level];
    }),
  );
}

/** Rules that share the most words with a mistyped id. */
function suggest(id: string): string {
  const asked = new Set(id.split('-'));
  const common = (other: string): number => other.split('-').filter((word) => asked.has(word)).length;
  const near = rules
    .map((rule) => ({ id: rule.id, score: common(rule.id) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, 3);
  const list = near.length > 0 ? `Did you mean ${near.map((rule) => rule.id).join(', ')}? ` : '';
  return `${list}All rules: sverka diff --list-rules.`;
}
