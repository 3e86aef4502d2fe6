import { writeFile } from 'node:fs/promises';
import { bundleScript } from '../shared/bundle.ts';

/** The code of the report; `node ui/report/bundle.ts` writes it to report.js. */
export const bundle = (): Promise<string> =>
  bundleScript(new URL('.', import.meta.url), { entry: 'main.ts', formats: ['es'], fileName: 'report' });

if (import.meta.main) await writeFile(new URL('report.js', import.meta.url), await bundle());
