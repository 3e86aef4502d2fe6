import { build } from './built.ts';
import { benchMock } from './mock.ts';
import { benchRunner } from './runner.ts';
import { benchServer } from './server.ts';

// The server's comes last: it makes a million accounts, and Linux counts what a process weighs for those it starts too.
const benches = { runner: benchRunner, mock: benchMock, server: benchServer } as const;

const asked = process.argv.slice(2);
const print = (text: string) => void process.stdout.write(`${text}\n`);
const today = new Date().toISOString().slice(0, 10);
print(`Node ${process.version}, ${process.platform} ${process.arch}, ${today}`);
print('check and mock: the built package, as npm installs it\n');
const { launcher, remove } = await build();
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) await bench(print, launcher);
  }
} finally {
  await remove();
}
