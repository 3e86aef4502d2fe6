// Makes dist/: in js/ the code, bundled, since each module that is loaded costs a start-up a third of a millisecond;
// the declarations of src/ and mock/; and the data that the code reads, in the folders where a checkout has them.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const compiler = 'node_modules/@typescript/native-preview/bin/tsgo';

/** What bin/ and `exports` of package.json name. */
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  client: 'src/client/index.ts',
  server: 'src/server/index.ts',
  mock: 'mock/index.ts',
  express: 'mock/express.ts',
  msw: 'mock/msw.ts',
};

/**
 * Chunks made on purpose, each of these modules with all it imports, the first that fits; the rest is split by who needs it.
 * Nothing may stand here whose packages some command that loads the chunk does without.
 */
const chunks = {
  contract:
    /src\/(contract\/(from-document|body\/bodyless|document\/media-types|parameters\/path-template|schema\/(canonical|parts))|node\/message-of)\.ts$/,
  schemas: /src\/contract\/validate-(request|response|value)\.ts$/,
  load: /src\/contract\/load\.ts$/,
  cli: /src\/(cli\/(context|documents|version)|reports\/terminal\/style)\.ts$/,
  checklist: /src\/checklist\/(load|plan|run-checks)\.ts$/,
  check: /src\/cli\/check\/perform\.ts$/,
};

/**
 * Packages on the path of every command that judges, bundled as well: ajv and zod alone are a hundred files each, 20 ms and
 * 60 ms of a start-up. All others are left to npm.
 */
const inlined = ['ajv', 'ajv-formats', 'commander', 'js-yaml', 'zod'];

const data = [
  'spec/**/*.{yaml,md}',
  'ui/**/*.{js,css}',
  'fixtures/*.json',
  'fixtures/payments/*.json',
  'src/**/*.schema.json',
];

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
await writeLicences(await bundle());
for (const file of globSync(data)) cpSync(file, `dist/${file}`);

/** Entries share chunks, and what is imported on demand stays in chunks of its own. */
function bundle() {
  const types = globSync('src/types/*.ts').map((file) => [`types/${basename(file, '.ts')}`, file]);
  return build({
    configFile: false,
    publicDir: false,
    ssr: { noExternal: true },
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'es2024',
      outDir: 'dist/js',
      rolldownOptions: {
        input: { ...entries, ...Object.fromEntries(types) },
        external: (id, importer) => isPackage(id) && !isInlined(id, importer),
        // A module that one entry imports on demand and another at once is a chunk as well.
        checks: { ineffectiveDynamicImport: false },
        // All side by side: src/node/own-file.ts counts folders.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: Object.entries(chunks).map(([name, test]) => ({ name, test })) },
        },
      },
    },
  });
}

/** Helpers for syntax that browsers do not all know are not a dependency. */
function isPackage(id) {
  return !isAbsolute(id) && !/^\.|^@oxc-project\/runtime/.test(id);
}

/** What an inlined package needs itself goes with it. */
function isInlined(id, importer = '') {
  return (
    inlined.includes(id.split('/')[0]) || (importer.includes('/node_modules/') && !id.startsWith('node:'))
  );
}

/** Who copies a package has to keep its licence beside the copy. */
function writeLicences({ output }) {
  const files = output.flatMap(({ moduleIds = [] }) => moduleIds);
  const packages = files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  const texts = [...new Set(packages)].sort().flatMap((folder) => globSync(`${folder}/LICEN[CS]E*`));
  writeFileSync('dist/js/LICENCES.txt', texts.map((file) => readFileSync(file, 'utf8')).join('\n---\n\n'));
}
