import type { Verdict } from '../../evidence/types.ts';
import type { Language } from '../types.ts';

/** Words that only the page needs. They travel inside it, so its code knows no language. */
export interface PageWords {
  readonly language: Language;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly filterByVerdict: string;
  readonly filterByContract: string;
  readonly all: string;
  /** `{shown}` and `{all}` are filled in. */
  readonly shown: string;
  readonly noMatch: string;
  readonly reset: string;
  readonly keys: string;
  readonly documented: string;
  readonly expected: string;
  readonly actual: string;
  readonly findings: string;
  readonly reason: string;
  readonly request: string;
  readonly response: string;
  readonly noResponse: string;
  readonly noBody: string;
  readonly headers: string;
  readonly logs: string;
  readonly noLogs: string;
  readonly requestId: string;
  readonly copyRequestId: string;
  readonly copyCurl: string;
  readonly copied: string;
  readonly nothingSent: string;
  readonly trace: string;
  readonly statement: string;
  readonly promise: string;
  readonly provedBy: string;
  readonly unproved: string;
  readonly milliseconds: string;
}

const en: PageWords = {
  language: 'en',
  verdict: { passed: 'passed', failed: 'failed', skipped: 'skipped', broken: 'broken' },
  search: 'Search',
  searchHint: 'Scenario, id, status, request id…',
  filterByVerdict: 'Show by verdict',
  filterByContract: 'Contract',
  all: 'All contracts',
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
  noResponse: 'no response',
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

const ru: PageWords = {
  language: 'ru',
  verdict: { passed: 'пройдено', failed: 'не пройдено', skipped: 'пропущено', broken: 'не проверено' },
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
  noResponse: 'нет ответа',
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

const DICTIONARY: Readonly<Record<Language, PageWords>> = { en, ru };

export function pageWordsOf(language: Language): PageWords {
  return DICTIONARY[language];
}
