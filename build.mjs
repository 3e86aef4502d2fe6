// Makes dist/: JavaScript and declarations of src/ and mock/, and the data they read, in the places where they look for it.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiler = 'node_modules/@typescript/native-preview/bin/tsgo';

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
for (const file of globSync(data)) cpSync(file, `dist/${file}`);
