#!/usr/bin/env node
// The launcher. It runs on any Node, so that an old one gets a sentence instead of a syntax error,
// and hands over to the Node 24 that npm has put beside it (the package `node`), when there is one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const wanted = 24;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= wanted) {
  module.enableCompileCache?.();

  // A checkout runs its sources; the published package has none and runs what was built from them.
  const source = here('../src/cli/main.ts');
  await import(existsSync(source) ? source : here('../dist/js/cli.js'));
} else {
  const pinned = findNode();
  if (pinned) {
    const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'])
      process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
  } else {
    process.stderr.write(
      `sverka: Node ${wanted} or newer is needed, this is ${process.version}.\n` +
        `  Install it from https://nodejs.org, or beside this package: npm install node@${wanted}\n`,
    );
    process.exitCode = 2;
  }
}

function findNode() {
  try {
    return module.createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    return undefined;
  }
}
