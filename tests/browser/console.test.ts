import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { askForCode } from '../mock/by-code.ts';
import { type RunningMock, runMock } from '../mock/run-mock.ts';
import { launchBrowser, noBrowser, openPage, type WatchedPage } from '../support/browser.ts';

describe.skipIf(noBrowser)('the console in a browser', () => {
  let browser: Browser;
  let mock: RunningMock;
  let opened: WatchedPage | undefined;

  beforeAll(async () => {
    [browser, mock] = await Promise.all([launchBrowser(), runMock('--verboseLevel', 'error')]);
  });
  afterAll(async () => {
    await browser?.close();
    await mock?.stop();
  });
  /** Whatever a test did: nothing was complained about, and nobody but the mock was asked for anything. */
  afterEach(async () => {
    if (!opened) return;
    expect(opened.complaints).toEqual([]);
    const foreign = opened.requests.filter((url) => !url.startsWith(mock.url) && !url.startsWith('data:'));
    expect(foreign).toEqual([]);
    await opened.page.context().close();
    opened = undefined;
    await fetch(`${mock.url}/_sverka/api/state`, { method: 'DELETE' });
  });

  const show = async (hash = ''): Promise<Page> => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    opened = await openPage(browser, `${mock.url}/_sverka/${hash}`, { permissions });
    await opened.page.getByText('live', { exact: true }).waitFor();
    return opened.page;
  };
  const login = (headers: Record<string, string> = {}, login: unknown = 'nobody') =>
    fetch(`${mock.url}/auth-v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ login, password: "it's wrong" }),
    });
  const rows = (page: Page) => page.locator('[data-row]');

  test('an empty one teaches by commands that work', async () => {
    const page = await show();
    const first = page.locator('.command').first();
    expect(await first.textContent()).toContain(`curl -X POST '${mock.url}/auth-v1/register'`);
    await first.getByRole('button', { name: 'Copy' }).click();
    await first.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('/auth-v1/register');
  });

  test('shows requests as they come, and says the newest to who listens', async () => {
    const page = await show();
    await login();
    await rows(page).first().waitFor();
    expect(await rows(page).first().textContent()).toContain('/auth-v1/login');
    await login({ prefer: 'code=503' });
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await rows(page).first().textContent()).toContain('503');
    expect(await page.locator('[aria-live]').allTextContents()).toContain('POST /auth-v1/login answered 503');
  });

  test('keeps up with hundreds of requests at once', async () => {
    const page = await show();
    for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 40 }, () => login()));
    await expect.poll(() => rows(page).count()).toBe(400);
    await page.keyboard.press('/');
    await page.keyboard.type('nothing like it');
    await expect.poll(() => rows(page).count()).toBe(0);
  });

  test('tells why a request was answered so, with bodies, violations and a command that repeats it', async () => {
    const page = await show();
    await login({}, 5);
    await rows(page).first().click();
    const detail = page.getByRole('article');
    await detail.waitFor();
    for (const text of [
      'Why this answer?',
      'POST /login',
      'body.login',
      'must be string',
      'implementation',
      '"password"',
    ]) {
      expect(await detail.textContent()).toContain(text);
    }
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(`it'\\''s wrong`);
  });

  test('a link to a request opens it', async () => {
    const response = await login({ prefer: 'explain' });
    const [, hash = ''] = /_sverka\/(#[^>]+)/.exec(response.headers.get('link') ?? '') ?? [];
    const page = await show(hash);
    expect(await page.getByRole('article').textContent()).toContain('Why this answer?');
  });

  test('a switch forces a documented response, and takes it back', async () => {
    const page = await show('#/operations');
    const choice = page.getByLabel('Response of POST /auth-v1/login');
    await choice.selectOption('503 database-error');
    await page.getByText('1 forced').waitFor();
    expect((await login()).status).toBe(503);
    await choice.selectOption('as usual');
    await expect.poll(async () => (await login()).status).toBe(401);
  });

  test('an operation is documented, and can be given a body of its own', async () => {
    const page = await show('#/operations/auth-v1/login');
    await page.getByText('application/json').first().waitFor();
    const document = await page.getByRole('article').textContent();
    for (const text of ['Body', 'Responses', 'access_token', 'by-email', 'Logged in.'])
      expect(document).toContain(text);
    await page
      .getByRole('combobox', { name: 'Response', exact: true })
      .selectOption('401 invalid-credentials');
    await page.getByRole('combobox', { name: 'Response', exact: true }).selectOption('own');
    expect(await page.getByRole('spinbutton', { name: 'Status' }).inputValue()).toBe('401');
    expect(await page.getByRole('textbox', { name: 'Body, JSON' }).inputValue()).toContain(
      '"detail": "Invalid credentials"',
    );
    await page.getByRole('spinbutton', { name: 'Status' }).fill('418');
    await page.getByRole('textbox', { name: 'Body, JSON' }).fill('{"short": ');
    await page.getByRole('button', { name: 'Force' }).click();
    await page.getByText('The body is no JSON').waitFor();
    await page.getByRole('textbox', { name: 'Body, JSON' }).fill('{"short": "and stout"}');
    await page.getByRole('button', { name: 'Force' }).click();
    await page.getByText('Forced, until you switch back.').waitFor();
    expect(await (await login()).json()).toEqual({ short: 'and stout' });
    await page.getByRole('button', { name: 'Back to usual' }).click();
    await page.getByText('Answered as usual.').waitFor();
    expect((await login()).status).toBe(401);
  });

  test('the inbox shows a code as soon as it is sent', async () => {
    const page = await show('#/inbox');
    await page.getByText('No mail, no SMS').waitFor();
    const to = await askForCode(mock.url, 'reader');
    await page.locator('.message').waitFor();
    expect(await page.locator('.message').textContent()).toContain(to);
    const code = await page.getByLabel('Code').textContent();
    expect(code).toMatch(/^\d{6}$/);
    await page.getByRole('button', { name: 'Copy code' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(code);
  });

  test('reset asks once more, then all is as if just started', async () => {
    await login();
    await askForCode(mock.url, 'reader');
    const page = await show('#/state');
    await page.getByRole('button', { name: 'Reset the shared session' }).click();
    await page.getByRole('button', { name: 'Yes, reset' }).click();
    await expect.poll(() => page.locator('.tabs b').count()).toBe(0);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByText('No mail, no SMS').waitFor();
  });

  test('a session shows only what is its own', async () => {
    const page = await show();
    await login({ 'x-mock-session': 'checkout' });
    await login();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByLabel('Session').selectOption('checkout');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).textContent()).toContain('checkout');
    await page.getByLabel('Session').selectOption('');
    await fetch(`${mock.url}/_sverka/api/sessions/checkout`, { method: 'DELETE' });
    await expect.poll(() => rows(page).count()).toBe(1);
  });

  test('is used by keyboard alone', async () => {
    await login({ prefer: 'code=503' });
    await login();
    const page = await show();
    await rows(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('article').waitFor();
    expect(await page.locator('[data-row][aria-current]').textContent()).toContain('503');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toBe('Copy as curl');
    await page.keyboard.press('ArrowLeft');
    expect(await focused.textContent()).toContain('503');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('503');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.getByText('Force any response').waitFor();
  });

  test('on a narrow screen the focus goes to what was opened, and back to its row', async () => {
    await login();
    const page = await show();
    await page.setViewportSize({ width: 390, height: 800 });
    const focused = page.locator(':focus');
    for (const goBack of ['Escape', 'link']) {
      await rows(page).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('article').waitFor();
      await expect.poll(() => focused.getAttribute('aria-label')).toBe('The request');
      if (goBack === 'link') await page.keyboard.press('Tab');
      await page.keyboard.press(goBack === 'link' ? 'Enter' : goBack);
      await expect.poll(() => focused.getAttribute('class')).toBe('row');
    }
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Requests');
  });

  test('what requests carry is shown as text and never runs', async () => {
    const evil = '<img src=x onerror="globalThis.owned=1">';
    await login({ 'x-evil': evil }, evil);
    const page = await show();
    await rows(page).first().click();
    await page.getByRole('article').waitFor();
    expect(await page.getByRole('article').textContent()).toContain('onerror=');
    expect(await page.evaluate('typeof owned')).toBe('undefined');
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe.skipIf(noBrowser)('the console of a mock that stops', () => {
  test('says so', async () => {
    const first = await runMock('fixtures/documents/without-examples.yaml', '--verboseLevel', 'error');
    await using browser = await launchBrowser();
    const { page } = await openPage(browser, `${first.url}/_sverka/#/state`);
    await page.getByText('live', { exact: true }).waitFor();
    await first.stop();
    await page.getByText('connecting…').waitFor();
    await page.getByLabel('Name of a new session').fill('mine');
    await page.getByRole('button', { name: 'Open session' }).click();
    await page.getByText('The mock does not answer. Is it still running?').waitFor();
  });
});

describe.skipIf(noBrowser)('the console of a document without examples', () => {
  test('gives a command for every operation that the mock takes', async () => {
    const mock = await runMock('fixtures/documents/without-examples.yaml', '--verboseLevel', 'error');
    await using browser = await launchBrowser();
    const permissions = ['clipboard-read', 'clipboard-write'];
    const answers: string[] = [];
    for (const operation of ['listBooks', 'placeOrder', 'uploadCover']) {
      const hash = `#/operations/without-examples/${operation}`;
      const { page } = await openPage(browser, `${mock.url}/_sverka/${hash}`, { permissions });
      await page.getByRole('button', { name: 'Copy as curl' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const command = String(await page.evaluate('navigator.clipboard.readText()'));
      answers.push(await answerTo(command));
    }
    await mock.stop();
    expect(answers).toEqual(['200', '202', '204']);
  });

  /** The status that a command gets, in a folder with a file for each that it sends. */
  async function answerTo(command: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'console-curl-'));
    await writeFile(join(folder, 'file'), 'a cover');
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -s -o answer -w '%{http_code}'`], {
      cwd: folder,
    });
    await rm(folder, { recursive: true });
    return stdout;
  }
});

test('the script that is kept is the one that its sources give', async () => {
  const { bundle } = await import('../../ui/console/bundle.ts');
  const kept = await readFile(new URL('../../ui/console/console.js', import.meta.url), 'utf8');
  expect((await bundle()) === kept, 'run: node ui/console/bundle.ts').toBe(true);
});
