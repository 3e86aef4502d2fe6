import type { Verdict } from '../evidence/types.ts';
import type { Language } from './types.ts';

/** Every word that the reports for people say themselves. What documents and servers say stays as it is. */
const en = {
  title: 'Check report',
  checklist: 'Checklist',
  verdict: { passed: 'passed', failed: 'failed', skipped: 'skipped', broken: 'broken' } satisfies Record<
    Verdict,
    string
  >,
  /** `25 of 28 checks passed`. */
  passedOf: (passed: number, all: number) => `${passed} of ${all} checks passed`,
  interrupted: 'The run was ended early: not every check is here.',
  nothingRan: 'No check ran.',
  target: 'Target',
  started: 'Started',
  duration: 'Duration',
  result: 'Result',
  scenario: 'Scenario',
  expected: 'Expected result',
  status: 'HTTP status',
  responseBody: 'Response body',
  log: 'Log line',
  reason: 'reason',
  noResponse: 'no response',
  documented: 'documented',
  /** Where in a contract the promise stands. */
  promised: 'contract',
  /** Other checks of which the same is true. */
  also: 'also',
  tests: 'checks',
  failedChecks: 'What failed',
  allResults: 'All results',
  more: (count: number) => `and ${count} more`,
  /** `12 ms`, `1.23 s`. */
  time: (milliseconds: number) => duration(milliseconds, 'en', 'ms', 's'),
};

export type Words = Readonly<typeof en>;

const ru: Words = {
  title: 'Отчёт о проверке',
  checklist: 'Чек-лист',
  verdict: { passed: 'пройдено', failed: 'не пройдено', skipped: 'пропущено', broken: 'не проверено' },
  passedOf: (passed, all) => `Пройдено проверок: ${passed} из ${all}`,
  interrupted: 'Прогон прерван: здесь не все проверки.',
  nothingRan: 'Ни одна проверка не запускалась.',
  target: 'Цель',
  started: 'Начало',
  duration: 'Длительность',
  result: 'Результат',
  scenario: 'Сценарий',
  expected: 'Ожидаемый результат',
  status: 'HTTP-статус',
  responseBody: 'Тело ответа',
  log: 'Запись в логах',
  reason: 'причина',
  noResponse: 'нет ответа',
  documented: 'описано',
  promised: 'контракт',
  also: 'так же',
  tests: 'проверки',
  failedChecks: 'Что не прошло',
  allResults: 'Все результаты',
  more: (count) => `и ещё ${count}`,
  time: (milliseconds) => duration(milliseconds, 'ru', 'мс', 'с'),
};

const DICTIONARY: Readonly<Record<Language, Words>> = { en, ru };

export function wordsOf(language: Language): Words {
  return DICTIONARY[language];
}

/** The sign of a verdict, in every language. */
export const SIGN: Readonly<Record<Verdict, string>> = {
  passed: '✅',
  failed: '❌',
  skipped: '⏭️',
  broken: '⚠️',
};

function duration(milliseconds: number, language: Language, ms: string, s: string): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ${ms}`
    : `${seconds(language).format(milliseconds / 1000)} ${s}`;
}

const formats = new Map<Language, Intl.NumberFormat>();

/** Made once, when it is needed: a formatter costs a thousand times what it formats. */
function seconds(language: Language): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  formats.set(language, format);
  return format;
}
