import type { GateFinding, GateVerdict, JudgedPart } from '../../gate/verdict.ts';
import { gateInRussian } from '../../reports/russian/translate.ts';
import type { Language } from '../../reports/types.ts';

/** What the report of the gate says itself, in one language. */
export interface GateWords {
  readonly title: string;
  readonly part: Readonly<Record<JudgedPart['name'], string>>;
  readonly verdict: Readonly<Record<JudgedPart['verdict'], string>>;
  /** Of the table of parts. */
  readonly parts: readonly string[];
  /** Of the table of findings. */
  readonly findings: readonly string[];
  readonly parity: string;
  found(count: number): string;
  waived(count: number): string;
  more(count: number): string;
  proposed(file: string): string;
}

const en: GateWords = {
  title: 'Gate',
  part: {
    lint: 'lint',
    'breaking changes': 'breaking changes',
    checks: 'checks',
    coverage: 'coverage',
    parity: 'parity',
    trace: 'trace',
    waivers: 'waivers',
  },
  verdict: { passed: 'passed', failed: 'failed', broken: 'could not be judged', skipped: 'skipped' },
  parts: ['part', 'verdict', 'seen', 'what to do'],
  findings: ['finding', 'rule', 'where'],
  parity: 'The same checks against a mock …',
  found: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  waived: (count) => `${count} waived`,
  more: (count) => `… and ${count} more, all in gate.json`,
  proposed: (file) => `What may pass: take it over from ${file} into sverka.waivers.yaml, with its reason.`,
};

const ru: GateWords = {
  title: 'Проверка перед слиянием',
  part: {
    lint: 'документы',
    'breaking changes': 'ломающие изменения',
    checks: 'проверки',
    coverage: 'покрытие',
    parity: 'сходство с моком',
    trace: 'источники',
    waivers: 'исключения',
  },
  verdict: {
    passed: 'пройдено',
    failed: 'не пройдено',
    broken: 'не удалось проверить',
    skipped: 'пропущено',
  },
  parts: ['часть', 'итог', 'увидено', 'что делать'],
  findings: ['находка', 'правило', 'где'],
  parity: 'Те же проверки на моке …',
  found: (count) => `находок: ${count}`,
  waived: (count) => `исключений применено: ${count}`,
  more: (count) => `… и ещё ${count}, все в gate.json`,
  proposed: (file) => `Что можно пропустить: перенесите из ${file} в sverka.waivers.yaml с причиной.`,
};

export const gateWords: Readonly<Record<Language, GateWords>> = { en, ru };

/** The verdict with our own sentences in that language. What documents, servers and changes say stays as it is. */
export function verdictIn(language: Language, verdict: GateVerdict): GateVerdict {
  if (language === 'en') return verdict;
  const finding = ({ message, ...rest }: GateFinding): GateFinding => ({
    ...rest,
    message: gateInRussian(message),
  });
  const parts = verdict.parts.map(
    ({ findings, seen, advice, notes, ...part }): JudgedPart => ({
      ...part,
      findings: findings.map(finding),
      seen: gateInRussian(seen),
      advice: gateInRussian(advice),
      ...(notes === undefined ? {} : { notes: notes.map(gateInRussian) }),
    }),
  );
  return { ...verdict, parts };
}
