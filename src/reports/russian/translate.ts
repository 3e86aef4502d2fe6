import { splitPromise } from '../promise.ts';
import { gateSentences } from './gate.ts';
import { sentences } from './sentences.ts';

type Sentences = typeof sentences;

/** A sentence of a check or of the runner in Russian, the place of the promise behind it; any other text as it is. */
export const inRussian = (sentence: string): string => withPromise(sentence, sentences);

/** The same of a sentence of the gate, which may tell what a check said. */
export const gateInRussian = (sentence: string): string => withPromise(sentence, allOfGate);

const allOfGate = [...gateSentences, ...sentences];

function withPromise(sentence: string, table: Sentences): string {
  const { text, promise } = splitPromise(sentence);
  return promise === '' ? translate(text, table) : `${translate(text, table)} (${promise})`;
}

function translate(text: string, table: Sentences): string {
  for (const [english, russian] of table) {
    const caught = english.exec(text);
    if (!caught) continue;
    return russian.replace(/([$~])(\d)/g, (_, kind: string, number: string) => {
      const value = caught[Number(number)] ?? '';
      return kind === '~' ? translate(value, table) : value;
    });
  }
  return text;
}
