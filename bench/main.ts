import { benchMock } from './mock.ts';
import { benchRunner } from './runner.ts';
import { benchServer } from './server.ts';

const benches = { runner: benchRunner, server: benchServer, mock: benchMock } as const;

const asked = process.argv.slice(2);
const print = (text: string) => void process.stdout.write(`${text}\n`);
print(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await bench(print);
}
