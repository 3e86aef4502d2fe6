// Makes dist/: JavaScript and declarations of src/ and mock/, and the data they read, in the places where they look for it.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

const data = [
  'spec/**/*.{yaml,md}',
  'ui/**/*.{js,css}',
  'fixtures/*.json',
  'fixtures/payments/*.json',
  'src/**/*.schema.json',
];

process.chdir(root);
rmSync('dist', { recursive: true, force: true });
execFileSync(
  process.execPath,
  ['node_modules/@typescript/native-preview/bin/tsgo', '-p', 'tsconfig.build.json'],
  { stdio: 'inherit' },
);
for (const file of globSync(data)) cpSync(file, `dist/${file}`);
