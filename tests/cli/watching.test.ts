import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

const contract = (status: number) => `openapi: 3.1.0
info: { title: Health, version: 1.0.0 }
paths:
  /health: { get: { operationId: health, responses: { '${status}': { description: As it is. } } } }
`;

const checklist = (status: number) => `arazzo: 1.0.1
info: { title: Health, version: 1.0.0 }
sourceDescriptions: [{ name: api, url: ./api.yaml, type: openapi }]
workflows:
  - workflowId: health
    steps: [{ stepId: ask, operationId: health, successCriteria: [{ condition: $statusCode == ${status} }] }]
`;

/** As editors write: beside the file, then in its place. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}~`, text);
  await rename(`${file}~`, file);
}

const address = /http:\/\/127\.0\.0\.1:\d+/;

describe('a document that changes', () => {
  it('is mocked as it is now, and as it was while it is broken', async () => {
    await using folder = await folderWith();
    const file = join(folder.path, 'api.yaml');
    await writeFile(file, contract(200));
    const mock = startCommand(['mock', 'api.yaml', '--port', '0'], { cwd: folder.path });
    const [url] = await mock.waitFor(address);
    await mock.waitFor(/listening/);
    await replace(file, contract(204));
    await mock.waitFor(/reloaded/);
    expect((await fetch(`${url}/health`)).status).toBe(204);
    await replace(file, 'openapi: [');
    await mock.waitForError(/the mock goes on as before/);
    expect((await fetch(`${url}/health`)).status).toBe(204);
    await mock.stop();
  });

  it('is checked again, until Ctrl-C', async () => {
    await using folder = await folderWith();
    const cwd = folder.path;
    await writeFile(join(cwd, 'api.yaml'), contract(200));
    await writeFile(join(cwd, 'a.arazzo.yaml'), checklist(404));
    const mock = startCommand(['mock', 'api.yaml', '--port', '0', '--no-watch'], { cwd });
    const [url] = await mock.waitFor(address);
    const words = ['a.arazzo.yaml', '--target', url, '--report', 'json', '--watch'];
    const check = startCommand(['check', ...words], { cwd });
    await check.waitFor(/1 failed.*watching 2 files/s);
    await replace(join(cwd, 'a.arazzo.yaml'), checklist(200));
    await check.waitFor(/a\.arazzo\.yaml changed.*1 passed.*watching/s);
    expect((await check.stop()).code).toBe(130);
    await mock.stop();
  });
});
