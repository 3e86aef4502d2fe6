import { msw } from 'msw/vite';
import { defineConfig, type Plugin } from 'vite';
// Yours says: from 'sverka'.
import { loadContract } from '../../src/index.ts';

/** `import document from './api.yaml'`: an OpenAPI document as an object, the files it refers to included. */
const openapi: Plugin = {
  name: 'openapi',
  async load(id) {
    if (!id.endsWith('.yaml')) return undefined;
    const { contract, problems } = await loadContract(id);
    if (contract === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
    for (const file of contract.files) this.addWatchFile(file);
    return `export default ${JSON.stringify(contract.document)}`;
  },
};

export default defineConfig({
  plugins: [openapi, msw()],
  resolve: { tsconfigPaths: true },
  build: { target: 'es2024' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
