/** Numbers of pino and bunyan. */
const NUMBERED: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** One name for what loggers call differently. */
const SYNONYMS: Readonly<Record<string, string>> = {
  warning: 'warn',
  err: 'error',
  information: 'info',
  notice: 'info',
  critical: 'fatal',
  crit: 'fatal',
  emergency: 'fatal',
  alert: 'fatal',
  panic: 'fatal',
  verbose: 'debug',
  silly: 'trace',
};

const WORDS = 'trace|debug|info|information|notice|warn|warning|error|err|critical|crit|fatal|panic';
const LABELLED = new RegExp(`\\b(?:level|lvl|severity)\\s*[=:]\\s*"?(${WORDS})\\b`, 'i');
const UPPER_CASE = new RegExp(`\\b(${WORDS.toUpperCase()})\\b`);
const BRACKETED = new RegExp(`[[<(](${WORDS})[\\]>)]`, 'i');
const AT_THE_HEAD = new RegExp(`^[^a-z]*\\b(${WORDS})\\b\\s*[:|\\]-]`, 'i');

/** `30`, `WARNING`, `Information` → `info`, `warn`, `info`; unknown names in lower case; empty when there is none. */
export function levelName(level: unknown): string {
  if (typeof level === 'number') return NUMBERED[level] ?? String(level);
  if (typeof level !== 'string') return '';
  const name = level.toLowerCase();
  return NUMBERED[Number(name)] ?? SYNONYMS[name] ?? name;
}

/** The level of a line of plain text, guessed from its words; empty when none of them is a level. */
export function levelOfText(line: string): string {
  for (const form of [LABELLED, BRACKETED, UPPER_CASE, AT_THE_HEAD]) {
    const word = form.exec(line)?.[1];
    if (word) return levelName(word);
  }
  return '';
}
