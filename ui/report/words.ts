import type { PageWords } from '../../src/reports/html/words.ts';
import { readBlock } from './dom.ts';

/** The page's words in the language it was made in. */
export const words = readBlock<PageWords>('words');
