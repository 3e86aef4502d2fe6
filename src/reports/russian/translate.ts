import { splitPromise } from '../promise.ts';
import { sentences } from './sentences.ts';

/** A sentence of a check or of the runner in Russian, the place of the promise behind it; any other text as it is. */
export function inRussian(sentence: string): string {
  const { text, promise } = splitPromise(sentence);
  return promise === '' ? translate(text) : `${translate(text)} (${promise})`;
}

function translate(text: string): string {
  for (const [english, russian] of sentences) {
    const caught = english.exec(text);
    if (!caught) continue;
    return russian.replace(/([$~])(\d)/g, (_, kind: string, number: string) => {
      const value = caught[Number(number)] ?? '';
      return kind === '~' ? translate(value) : value;
    });
  }
  return text;
}
