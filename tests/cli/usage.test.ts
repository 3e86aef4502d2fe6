import { describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

describe('help', () => {
  it('lists every command when nothing is asked for', async () => {
    const { code, stdout, stderr } = await runCommand([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['check', 'mock', 'proxy', 'serve', 'migrate', 'lint', 'trace', 'types', 'init'])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(stdout).toContain('Exit codes: 0');
  });

  it.each(['check', 'mock', 'proxy', 'serve', 'migrate', 'lint', 'trace', 'types', 'init'])(
    'tells the options of %s, either way it is asked for',
    async (command) => {
      const [one, other] = await Promise.all([
        runCommand([command, '--help']),
        runCommand(['help', command]),
      ]);
      expect(one.code).toBe(0);
      expect(one.stdout).toContain(`Usage: sverka ${command}`);
      expect(one.stdout).toMatch(/^Options:$/m);
      expect(other).toEqual(one);
    },
  );
});

describe('a help text', () => {
  it.each(['check', 'mock', 'proxy', 'serve', 'migrate', 'gate', 'diff', 'lint', 'trace', 'types', 'init'])(
    'of %s ends with examples and shows no word of the parser',
    async (command) => {
      const { stdout } = await runCommand(['help', command]);
      expect(stdout).toMatch(new RegExp(`^Examples:\\n {2}sverka ${command}`, 'm'));
      expect(stdout).not.toMatch(/default: \[\]|preset:|choices:|default: "/);
    },
  );

  it('comes with -h, too, but for a mock, whose host that is', async () => {
    expect(await runCommand(['check', '-h'])).toEqual(await runCommand(['help', 'check']));
    expect((await runCommand(['help', 'mock'])).stdout).toContain('-h, --host');
  });
});

describe('what is misspelt', () => {
  it.each([
    [['chek'], "unknown command 'chek'", 'Did you mean check?'],
    [['help', 'mokc'], "unknown command 'mokc'", 'Did you mean mock?'],
    [['check', '--targt', 'x'], "unknown option '--targt'", 'Did you mean --target?'],
    [['check', '--jobs', '0'], "'0' is invalid", 'a whole number from 1 to 256'],
    [['check', '--lang', 'de'], "'de' is invalid", 'Allowed choices are en, ru'],
    [['check', '--no-such-thing-at-all'], 'unknown option', 'See sverka help check.'],
    [['mock', '--port', '99999'], "'99999' is invalid", '0 to 65535'],
    [['serve', '--workers', 'many'], "'many' is invalid", 'a whole number from 1 to 128'],
    [['proxy'], 'proxy needs a document and an upstream URL', ''],
  ])('%j is told, with exit code 2', async (argv, told, hint) => {
    const { code, stdout, stderr } = await runCommand(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^sverka: /);
    expect(stderr).toContain(told);
    expect(stderr).toContain(hint);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});

it('a document of the project may be named by its id', async () => {
  const here = { cwd: process.cwd() };
  const { code, stdout } = await runCommand(['check', 'webhook-2can', '--dry-run'], here);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^webhook-2can\/payment-valid /);
  expect(await runCommand(['lint', 'auth-v1', 'users-v1'], here)).toMatchObject({
    stdout: '2 documents: clean\n',
  });
  expect(await runCommand(['check', 'auth-v8'], here)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no file auth-v8; did you mean "auth-v1"?'),
  });
});
