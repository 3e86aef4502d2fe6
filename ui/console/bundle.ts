import { writeFile } from 'node:fs/promises';
import { bundleScript } from '../shared/bundle.ts';

/** The code of the console; `node ui/console/bundle.ts` writes it to console.js. */
export const bundle = (): Promise<string> =>
  bundleScript(new URL('.', import.meta.url), {
    entry: 'main.tsx',
    formats: ['iife'],
    name: 'sverkaConsole',
    fileName: 'console',
  });

if (import.meta.main) await writeFile(new URL('console.js', import.meta.url), await bundle());
