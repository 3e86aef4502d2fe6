import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser, openPage, type WatchedPage } from '../support/browser.ts';
import { startCommand } from '../support/command.ts';
import { serveFolder } from '../support/static-server.ts';

describe.skipIf(noBrowser)('the example frontend', () => {
  const opened = new AsyncDisposableStack();
  let browser: Browser;
  let api: string;
  let site: string;
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    const mock = await startCommand(['mock', '--port', '0', '--quiet']);
    opened.defer(() => mock.stop());
    api = mock.url;
    site = await buildFor(api, opened);
    browser = await launchBrowser();
    opened.defer(() => browser.close());
  });
  afterAll(() => opened.disposeAsync());
  afterEach(async () => {
    await watched?.page.context().close();
    watched = undefined;
  });

  const visit = async (path: string): Promise<Page> => {
    watched = await openPage(browser, site + path);
    return watched.page;
  };
  const wentToTheApi = () => watched?.requests.filter((url) => url.startsWith(api)) ?? [];

  test('registers, shows the profile, drafts and sends an event: by HTTP', async () => {
    const page = await visit('/');
    const name = `anna-${Date.now()}`;
    await register(page, { name, email: `${name}@example.com`, phone: '+79161234599' });
    await expect.poll(() => profile(page)).toContain(`${name}@example.com`);
    expect(await profile(page)).toContain('customer');

    await draft(page, { what: 'Шашлыки', day: '2027-05-01', otherDay: '2027-05-09', where: 'Парк' });
    const card = page.getByRole('article', { name: 'Шашлыки' });
    await expect.poll(() => card.textContent()).toContain('draft');
    expect(await card.textContent()).toContain('01.05.2027 or 09.05.2027');
    expect(await card.textContent()).toContain('Парк');
    await card.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => card.textContent()).toContain('sent');

    await page.getByRole('button', { name: 'Log out' }).click();
    await logIn(page, name, 'correct horse');
    await expect.poll(() => profile(page)).toContain(name);
    expect(watched?.complaints).toEqual([]);
    expect(wentToTheApi()).not.toEqual([]);
  });

  test('renews the access token before it ends', async () => {
    const page = await visit('/');
    await page.clock.install();
    const name = `boris-${Date.now()}`;
    await register(page, { name, email: `${name}@example.com`, phone: '+79161234598' });
    await expect.poll(() => profile(page)).toContain(name);
    const kept = () => page.evaluate(() => sessionStorage.getItem('tokens'));
    const first = await kept();
    await page.clock.fastForward('20:00');
    await draft(page, { what: 'Lake', day: '2027-07-01', where: 'Lake' });
    await page.getByRole('article', { name: 'Lake' }).waitFor();
    expect(await kept()).not.toBe(first);
    expect(wentToTheApi().filter((url) => url.endsWith('/auth-v1/refresh'))).toHaveLength(1);
  });

  test('tells why the server refused, and by which request', async () => {
    const page = await visit('/');
    await logIn(page, 'nobody', 'wrong');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toMatch(/Invalid credentials.*[0-9a-f]{32}/);
  });

  test('does the same in the browser alone: by MSW', async () => {
    const page = await visit('/?msw');
    await register(page, { name: 'anna', email: 'anna@example.com', phone: '+79161234567' });
    await expect.poll(() => profile(page)).toContain('anna@example.com');

    await draft(page, { what: 'Picnic', day: '2027-06-01', where: 'Park' });
    const card = page.getByRole('article', { name: 'Picnic' });
    await expect.poll(() => card.textContent()).toContain('draft');
    expect(await card.textContent()).toContain('01.06.2027');
    await card.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => card.textContent()).toContain('sent');
    expect(watched?.complaints).toEqual([]);
  });
});

/** Builds the example into a temporary folder and serves it. */
async function buildFor(api: string, opened: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'example-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  await build({
    root: resolve(import.meta.dirname, '../../examples/frontend'),
    logLevel: 'error',
    define: { 'import.meta.env.VITE_API': JSON.stringify(api) },
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = await serveFolder(folder);
  opened.defer(() => server.close());
  return server.url;
}

const profile = (page: Page) => page.getByRole('region', { name: 'Profile' }).textContent();

async function logIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name, e-mail or phone').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

async function register(
  page: Page,
  { name, email, phone }: { readonly name: string; readonly email: string; readonly phone: string },
): Promise<void> {
  await page.getByRole('button', { name: 'I am new here' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Phone').fill(phone);
  await page.getByLabel('Password').fill('correct horse');
  await page.getByRole('button', { name: 'Create' }).click();
}

async function draft(
  page: Page,
  event: { readonly what: string; readonly day: string; readonly otherDay?: string; readonly where: string },
): Promise<void> {
  await page.getByLabel('What').fill(event.what);
  await page.getByLabel('When').fill(event.day);
  if (event.otherDay) await page.getByLabel('Or', { exact: true }).fill(event.otherDay);
  await page.getByLabel('Where').fill(event.where);
  await page.getByRole('button', { name: 'Save draft' }).click();
}
