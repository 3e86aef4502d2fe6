import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { runCommand, startCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

const pets = { 'openapi.yaml': 'documents/petshop.yaml' };

describe('sverka init', () => {
  it('finds the document, writes a configuration and a checklist, and says what to do next', async () => {
    await using folder = await folderWith(pets);
    const { code, stdout, stderr } = await runCommand(['init'], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('wrote sverka.config.yaml');
    expect(stdout).toContain('wrote checklists/openapi.arazzo.yaml');
    expect(stdout).toContain('4 checks');
    expect(stdout).toContain('left out, no success documented: PUT /pets/{id}');
    expect(stdout).toContain('npx sverka check --input token=… --input key=… --input credentials=…');
    const config = await readFile(join(folder.path, 'sverka.config.yaml'), 'utf8');
    expect(config).toMatch(/^# yaml-language-server: \$schema=\S+config\.schema\.json$/m);
    expect(load(config)).toEqual({
      contracts: './openapi.yaml',
      checklists: 'checklists/*.arazzo.yaml',
      check: { target: 'https://pets.example.com/v1' },
    });
  });

  it('expects the first documented success of each operation, and asks for its credentials', async () => {
    await using folder = await folderWith(pets);
    await runCommand(['init'], { cwd: folder.path });
    const written = await readFile(join(folder.path, 'checklists/openapi.arazzo.yaml'), 'utf8');
    expect(load(written)).toMatchObject({
      sourceDescriptions: [{ name: 'openapi', url: '../openapi.yaml' }],
      workflows: [
        {
          workflowId: 'get-pets',
          summary: 'All pets → 200',
          steps: [
            {
              operationPath: '{$sourceDescriptions.openapi.url}#/paths/~1pets/get',
              parameters: [{ name: 'kind', in: 'query', value: expect.stringMatching(/^(cat|dog)$/) }],
              successCriteria: [{ condition: '$statusCode == 200' }],
            },
          ],
        },
        {
          workflowId: 'add-pet',
          inputs: { required: ['token'] },
          steps: [
            {
              operationId: 'addPet',
              parameters: [{ name: 'Authorization', in: 'header', value: 'Bearer {$inputs.token}' }],
              requestBody: { contentType: 'application/json', payload: { name: expect.any(String) } },
              successCriteria: [{ condition: '$statusCode == 201' }],
            },
          ],
        },
        {
          workflowId: 'get-pet',
          steps: [
            {
              parameters: [
                { name: 'id', in: 'path', value: 7 },
                { name: 'X-Api-Key', in: 'header', value: '$inputs.key' },
              ],
              successCriteria: [{ condition: '$statusCode >= 200' }, { condition: '$statusCode < 300' }],
            },
          ],
        },
        {
          workflowId: 'delete-pet',
          steps: [{ parameters: [{ value: 7 }, { value: 'Basic {$inputs.credentials}' }] }],
        },
      ],
    });
  });

  it('writes a checklist without mistakes, which a mock of the document passes', async () => {
    await using folder = await folderWith(pets);
    const at = { cwd: folder.path };
    await runCommand(['init'], at);
    expect(await runCommand(['lint', 'checklists/openapi.arazzo.yaml'], at)).toMatchObject({ code: 0 });
    const mock = startCommand(['mock', '--port', '0'], at);
    const [url = ''] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const inputs = ['token=t', 'key=k', 'credentials=YTpi'].flatMap((input) => ['--input', input]);
    const { code, stdout } = await runCommand(['check', '--target', url, '--jobs', '1', ...inputs], at);
    expect(stdout).toContain('4 passed');
    expect(code).toBe(0);
    await mock.stop();
  });

  it('never overwrites', async () => {
    await using folder = await folderWith(pets);
    const config = join(folder.path, 'sverka.config.yaml');
    await writeFile(config, 'contracts: mine.yaml\n');
    const { code, stdout } = await runCommand(['init', 'openapi.yaml'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('kept  sverka.config.yaml, which was there');
    expect(await readFile(config, 'utf8')).toBe('contracts: mine.yaml\n');
  });

  it('tells documents of one name apart by their folders, and finds them below', async () => {
    await using folder = await folderWith({
      'pets/openapi.yaml': 'documents/petshop.yaml',
      'v1.shop/openapi.yaml': 'diff/shop.yaml',
    });
    const at = { cwd: folder.path };
    const { code, stderr } = await runCommand(['init'], at);
    expect(code).toBe(2);
    expect(stderr).toContain('Name those that you mean: sverka init pets/openapi.yaml v1.shop/openapi.yaml');
    await runCommand(['init', 'pets/openapi.yaml', 'v1.shop/openapi.yaml'], at);
    const config = load(await readFile(join(folder.path, 'sverka.config.yaml'), 'utf8'));
    expect(config).toMatchObject({
      check: { target: { pets: expect.any(String), 'v1-shop': expect.any(String) } },
    });
    const written = load(await readFile(join(folder.path, 'checklists/v1-shop.arazzo.yaml'), 'utf8'));
    expect(written).toMatchObject({
      sourceDescriptions: [{ name: 'v1-shop', url: '../v1.shop/openapi.yaml' }],
    });
  });

  it('begins with several services, a target each', async () => {
    await using folder = await folderWith({ ...pets, 'shop.yaml': 'diff/shop.yaml' });
    const { code, stdout } = await runCommand(['init', 'openapi.yaml', 'shop.yaml'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('wrote checklists/shop.arazzo.yaml');
    const config = load(await readFile(join(folder.path, 'sverka.config.yaml'), 'utf8'));
    expect(config).toMatchObject({
      contracts: ['./openapi.yaml', './shop.yaml'],
      check: { target: { openapi: 'https://pets.example.com/v1', shop: expect.stringMatching(/^http/) } },
    });
    expect(await runCommand(['check', '--dry-run'], { cwd: folder.path })).toMatchObject({ code: 0 });
  });

  it('makes checks whose dry run says which inputs have no value yet', async () => {
    await using folder = await folderWith(pets);
    await runCommand(['init'], { cwd: folder.path });
    const { stdout } = await runCommand(['check', '--dry-run', '--input', 'key=k'], { cwd: folder.path });
    expect(stdout).toMatch(/^without a value so far: --input token=… --input credentials=…$/m);
  });

  it('says whole commands where a configuration was there, for that may speak of another API', async () => {
    await using folder = await folderWith(pets);
    await writeFile(join(folder.path, 'sverka.config.yaml'), 'check: { target: http://other.test }\n');
    const { stdout } = await runCommand(['init'], { cwd: folder.path });
    expect(stdout).toMatch(
      /^ {2}npx sverka check checklists\/openapi\.arazzo\.yaml --target openapi=https:\/\/pets\.example\.com\/v1 --input/m,
    );
  });

  it('warns of checks that write, where the API is not on this machine', async () => {
    await using folder = await folderWith(pets);
    const { stdout } = await runCommand(['init'], { cwd: folder.path });
    expect(stdout).toContain('run them against a system that is there for tests');
  });

  it('writes a GitHub workflow when asked for one', async () => {
    await using folder = await folderWith(pets);
    await runCommand(['init', '--github'], { cwd: folder.path });
    const workflow = await readFile(join(folder.path, '.github/workflows/contract.yml'), 'utf8');
    expect(workflow).toMatch(/npx sverka check --input token=\$\{\{ secrets\.TOKEN \}\} /);
    expect(load(workflow)).toMatchObject({ jobs: { contract: { 'runs-on': 'ubuntu-latest' } } });
  });

  it('tells when there is no document, more than one, or one that it cannot take', async () => {
    await using folder = await folderWith({ 'shop.json': 'documents/postman-shop.json' });
    const at = { cwd: folder.path };
    const none = await runCommand(['init'], at);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no OpenAPI document') });
    const missing = await runCommand(['init', 'nowhere.yaml'], at);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('no file nowhere.yaml') });
    const postman = await runCommand(['init', 'shop.json'], at);
    expect(postman).toMatchObject({ code: 2, stderr: expect.stringContaining('is a Postman collection') });
    await mkdir(join(folder.path, 'spec'));
    for (const name of ['a', 'b'])
      await writeFile(join(folder.path, `spec/${name}.yaml`), 'openapi: 3.1.0\n');
    await writeFile(join(folder.path, 'spec/shared.yaml'), 'type: object\n');
    const several = await runCommand(['init'], at);
    expect(several).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('sverka init spec/a.yaml spec/b.yaml\n'),
    });
  });
});
