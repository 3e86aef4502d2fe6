import type { Language } from '../types.ts';
import { type Words, wordsOf } from '../words.ts';

const en = {
  search: 'Search',
  searchHint: 'Scenario, id, status, request id…',
  filterByVerdict: 'Show by verdict',
  filterByContract: 'Contract',
  all: 'All contracts',
  /** `{shown}` and `{all}` are filled in. */
  shown: '{shown} of {all} checks shown',
  noMatch: 'No check matches.',
  reset: 'Show all',
  keys: 'search · next · previous · open · close',
  documented: 'Documented',
  expected: 'expected',
  actual: 'actual',
  findings: 'Findings',
  reason: 'Reason',
  request: 'Request',
  response: 'Response',
  noBody: 'no body',
  headers: 'Headers',
  logs: 'Server log',
  noLogs: 'no line with this request id',
  requestId: 'Request id',
  copyRequestId: 'Copy request id',
  copyCurl: 'Copy as curl',
  copied: 'Copied',
  nothingSent: 'No request was sent.',
  trace: 'Statements and their proof',
  statement: 'Statement',
  promise: 'Promise in the contract',
  provedBy: 'Checks',
  unproved: 'not checked',
  milliseconds: 'ms',
};

const ru: typeof en = {
  search: 'Поиск',
  searchHint: 'Сценарий, id, статус, request id…',
  filterByVerdict: 'Показать по результату',
  filterByContract: 'Контракт',
  all: 'Все контракты',
  shown: 'Показано проверок: {shown} из {all}',
  noMatch: 'Ничего не найдено.',
  reset: 'Показать все',
  keys: 'поиск · дальше · назад · открыть · закрыть',
  documented: 'Описано',
  expected: 'ожидалось',
  actual: 'получено',
  findings: 'Расхождения',
  reason: 'Причина',
  request: 'Запрос',
  response: 'Ответ',
  noBody: 'без тела',
  headers: 'Заголовки',
  logs: 'Записи в логах',
  noLogs: 'нет записей с этим request id',
  requestId: 'Request id',
  copyRequestId: 'Скопировать request id',
  copyCurl: 'Скопировать как curl',
  copied: 'Скопировано',
  nothingSent: 'Запросов не было.',
  trace: 'Утверждения и их проверки',
  statement: 'Утверждение',
  promise: 'Обещание в контракте',
  provedBy: 'Проверки',
  unproved: 'не проверяется',
  milliseconds: 'мс',
};

const DICTIONARY: Readonly<Record<Language, typeof en>> = { en, ru };

/** Words of the page. They travel inside it, so its code knows no language. */
export interface PageWords extends Readonly<typeof en>, Pick<Words, 'verdict' | 'noResponse'> {
  readonly language: Language;
}

export function pageWordsOf(language: Language): PageWords {
  const { verdict, noResponse } = wordsOf(language);
  return { language, verdict, noResponse, ...DICTIONARY[language] };
}
