import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { folderWith } from '../cli/folder.ts';
import { documentOf, json } from '../mock/ask.ts';
import { type RunningMock, runMock } from '../mock/run-mock.ts';
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts';

const toys = 300;

/** Each thing has a path, and each toy of it; one is described in Markdown. */
const document = documentOf({
  ...Object.fromEntries(
    Array.from({ length: toys }, (_, at): [string, JsonObject] => [
      `/toys${at}/{id}/parts/{part}`,
      { get: { responses: { 200: json({ example: at }) } } },
    ]),
  ),
  '/described': {
    get: {
      operationId: 'described',
      description: 'See [the guide](https://example.com/guide), not [this](javascript:alert(1)), or `code`.',
      responses: { 200: json({ example: 1 }) },
    },
  },
});

describe.skipIf(noBrowser)('the console of a big document', () => {
  let browser: Browser;
  let mock: RunningMock;
  beforeAll(async () => {
    await using folder = await folderWith();
    const file = join(folder.path, 'toys.json');
    await writeFile(file, JSON.stringify(document));
    [browser, mock] = await Promise.all([launchBrowser(), runMock(file, '--no-watch', '--quiet')]);
  });
  afterAll(async () => {
    await browser?.close();
    await mock?.stop();
  });
  const show = async (hash: string): Promise<Page> => {
    const { page } = await openPage(browser, `${mock.url}/_sverka/${hash}`);
    await page.getByText('live', { exact: true }).waitFor();
    return page;
  };
  const rows = (page: Page) => page.locator('[data-row]');

  test('draws the first operations, and all when asked', async () => {
    const page = await show('#/operations');
    await expect.poll(() => rows(page).count()).toBe(200);
    await page.getByRole('button', { name: `Show all ${toys + 1}` }).click();
    await expect.poll(() => rows(page).count()).toBe(toys + 1);
  });

  test('finds an operation by the path that an application calls', async () => {
    const page = await show('#/operations');
    await page.getByLabel('Search operations').fill('/toys250/7/parts/wheel?big=1');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).textContent()).toContain('/toys250/{id}/parts/{part}');
    await page.getByLabel('Search operations').fill('/toys25/7/pa');
    await expect.poll(() => rows(page).count()).toBe(1);
  });

  test('shows links and code of a description, and no link that runs', async () => {
    const page = await show('#/operations/toys/described');
    const prose = page.locator('.prose');
    expect(await prose.getByRole('link', { name: 'the guide' }).getAttribute('href')).toBe(
      'https://example.com/guide',
    );
    expect(await prose.getByRole('link').count()).toBe(1);
    expect(await prose.locator('code').textContent()).toBe('code');
  });

  test('asks for the operations again only where a request changes them', async () => {
    const page = await show('#/operations/toys/described');
    await expect.poll(() => rows(page).count()).toBe(200);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await fetch(`${mock.url}/described`);
    await expect.poll(async () => asked).toContain('/_sverka/api/state');
    expect(asked).not.toContain('/_sverka/api/operations');
    await page.getByLabel('Times').fill('1');
    await page.getByRole('combobox', { name: 'Response', exact: true }).selectOption('200 default');
    await page.getByRole('button', { name: 'Force' }).click();
    await page.getByText('1 forced').waitFor();
    await fetch(`${mock.url}/described`);
    await page.getByText('Answered as usual.').waitFor();
  });
});
