import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * The console's code as one script. `node ui/console/bundle.ts` writes it beside the sources, where it is kept under
 * version control: starting a mock needs no build. A test compares it with the sources.
 */
export async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // Whatever NODE_ENV says, as it does in tests.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    root: fileURLToPath(new URL('.', import.meta.url)),
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: 'main.tsx', formats: ['iife'], name: 'sverkaConsole', fileName: 'console' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  // Inside a page a script must not hold what ends it.
  return output.output[0].code.replaceAll('</script', '<\\/script');
}

if (import.meta.main) await writeFile(new URL('console.js', import.meta.url), await bundle());
