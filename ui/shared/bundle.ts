import { fileURLToPath } from 'node:url';
import { build, type LibraryOptions } from 'vite';

/**
 * The code of a page as one script. It is kept under version control beside its sources: neither a report nor a mock needs
 * a build. A test compares it with the sources.
 */
export async function bundleScript(folder: URL, lib: LibraryOptions): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // Whatever NODE_ENV says, as it does in tests.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    root: fileURLToPath(folder),
    build: { write: false, target: 'es2024', lib },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  // Inside a page a script must not hold what ends it.
  return output.output[0].code.replaceAll('</script', '<\\/script');
}
