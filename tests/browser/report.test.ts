import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  aCheck,
  aFailedCheck,
  aLogLine,
  anExchange,
  evidenceOf,
  oneOfEach,
} from '../../fixtures/evidence/build.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import type { ReportOptions } from '../../src/reports/types.ts';
import { reportText } from '../reports/gather.ts';
import { launchBrowser, noBrowser, openPage, type WatchedPage } from '../support/browser.ts';

describe.skipIf(noBrowser)('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let opened: WatchedPage | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'report-test-'));
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  /** Whatever a test did: nothing was complained about, and nothing but the page itself was asked for. */
  afterEach(async () => {
    if (!opened) return;
    expect(opened.complaints).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(opened.requests).toHaveLength(1);
    await opened.page.context().close();
    opened = undefined;
  });

  const show = async (
    checks: readonly CheckEvidence[],
    { hash = '', ...options }: Partial<ReportOptions> & { hash?: string } = {},
  ) => {
    const file = join(folder, 'report.html');
    await writeFile(file, await reportText('html', evidenceOf(checks), options));
    opened = await openPage(browser, pathToFileURL(file).href + hash, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    return opened.page;
  };

  test('says at its head how it went', async () => {
    const page = await show(oneOfEach());
    expect(await page.locator('h1').textContent()).toBe('1 of 4 checks passed, 1 skipped');
    expect(await page.getByRole('img', { name: '1 passed, 1 failed, 1 broken, 1 skipped' }).count()).toBe(1);
    expect(await page.title()).toContain('1 of 4');
  });

  test('every verdict has a colour of its own, whatever the run came to', async () => {
    const page = await show(
      oneOfEach().filter(({ verdict }) => verdict === 'passed' || verdict === 'skipped'),
    );
    const colours = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.chip .dot')].map((dot) => getComputedStyle(dot).backgroundColor)",
    );
    expect(new Set(colours).size).toBe(2);
  });

  test('each row shows the documented sentence beside what came back', async () => {
    const page = await show([aFailedCheck()]);
    const row = page.locator('.check summary');
    for (const text of [
      'Неверный пароль',
      'Invalid credentials',
      '500',
      '{"detail":"boom"}',
      'expected status 401',
    ]) {
      expect(await row.textContent()).toContain(text);
    }
  });

  test('filters by verdict, contract and text, and counts what is left', async () => {
    const page = await show(oneOfEach());
    const shown = () => page.locator('.check:visible').count();
    await page.getByRole('button', { name: 'failed 1' }).click();
    expect(await shown()).toBe(1);
    expect(await page.getByRole('status').textContent()).toBe('1 of 4 checks shown');
    await page.getByRole('button', { name: 'skipped 1' }).click();
    expect(await shown()).toBe(2);
    await page.getByLabel('Contract').selectOption('webhook-2can');
    expect(await shown()).toBe(1);
    expect(await page.locator('h2:visible').allTextContents()).toEqual([
      expect.stringContaining('webhook_2can'),
    ]);
    await page.getByLabel('Search').fill('nothing like this');
    expect(await shown()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shown()).toBe(4);
    await page.getByLabel('Search').fill('ПАРОЛЬ неверный');
    expect(await shown()).toBe(1);
  });

  test('finds a check by a request id that its row does not show', async () => {
    const exchanges = [anExchange({ step: 'first', requestId: 'hidden-id-77' }), anExchange()];
    const page = await show([aCheck({ exchanges }), aFailedCheck()]);
    await page.getByLabel('Search').fill('hidden-id-77');
    expect(await page.locator('.check:visible').count()).toBe(1);
  });

  test('opens to the exchanges with bodies, log lines and the difference', async () => {
    const page = await show([aFailedCheck()]);
    expect(await page.locator('.exchange').count()).toBe(0);
    await page.locator('.check > summary').click();
    const inside = await page.locator('.inside').textContent();
    for (const text of [
      'A wrong password is refused',
      'qa-checklist.md:20',
      '"detail": "boom"',
      '+10 ms',
      'success-criterion',
    ]) {
      expect(inside).toContain(text);
    }
    expect(await page.locator('.inside ins').textContent()).toBe('401');
    expect(await page.locator('.inside del').textContent()).toBe('500');
    await page.locator('.check > summary').click();
    await page.locator('.check > summary').click();
    expect(await page.locator('.exchange').count()).toBe(1);
  });

  test('is used by keyboard alone', async () => {
    const page = await show(oneOfEach());
    const focused = () => page.locator('.check:has(> summary:focus)').getAttribute('id');
    await page.keyboard.press('j');
    expect(await focused()).toBe('auth-v1/login-valid');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('webhook-2can/database-gone');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(await page.locator('.check[open]').getAttribute('id')).toBe('auth-v1/login-wrong-password');
    await page.keyboard.press('Escape');
    expect(await page.locator('.check[open]').count()).toBe(0);
    expect(await focused()).toBe('auth-v1/login-wrong-password');
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    expect(await page.getByLabel('Search').inputValue()).toBe('jk');
    await page.keyboard.press('Escape');
    expect(await page.locator('.check:visible').count()).toBe(4);
  });

  test('j and k pass over what is filtered away', async () => {
    const page = await show(oneOfEach());
    await page.getByLabel('Search').fill('авторизованный');
    await page.keyboard.press('Enter');
    expect(await page.locator('.check:has(> summary:focus)').getAttribute('id')).toBe('users-v1/get-me');
  });

  test('a link to a check opens it, and an opened check writes its link', async () => {
    const page = await show(oneOfEach(), { hash: '#webhook-2can/database-gone' });
    expect(await page.locator('.check[open]').getAttribute('id')).toBe('webhook-2can/database-gone');
    await page.locator('.check > summary').first().click();
    await expect.poll(() => page.url()).toMatch(/#auth-v1\/login-valid$/);
  });

  test('copies the request as curl and its id', async () => {
    const body = { text: "it's" };
    const request = {
      method: 'POST',
      url: 'http://h/x?a=1',
      headers: { 'content-type': 'application/json', host: 'h' },
      body,
    };
    const page = await show([aCheck({ exchanges: [anExchange({ request })] })]);
    await page.locator('.check > summary').click();
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await clipboard()).toBe(
      `curl -X POST 'http://h/x?a=1' \\\n  -H 'content-type: application/json' \\\n  --data-raw '{"text":"it'\\''s"}'`,
    );
    await page.getByRole('button', { name: 'Copy request id' }).click();
    await expect.poll(clipboard).toBe('b7a10001-0000-4000-8000-0123456789ab');
  });

  test('whatever documents and servers say is shown as text and never runs', async () => {
    const evil = '</script><script>globalThis.owned = 1</script><img src=x onerror="owned=1"><!--\u2028\'"`';
    const page = await show([
      aFailedCheck({
        id: `auth-v1/${evil}`,
        contract: evil,
        summary: evil,
        description: evil,
        findings: [{ id: evil, message: evil, location: evil, expected: evil, actual: 'x' }],
        exchanges: [
          anExchange({
            step: evil,
            requestId: evil,
            request: { method: 'GET', url: evil, headers: { [evil]: evil }, body: evil },
            response: { status: 500, headers: {}, body: { [evil]: evil } },
            logs: [aLogLine({ level: evil, message: evil })],
          }),
        ],
      }),
    ]);
    await page.locator('.check > summary').click();
    expect(await page.locator('.inside pre').last().textContent()).toContain('</script>');
    expect(await page.evaluate('typeof owned')).toBe('undefined');
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('shows which statements nothing proves, and links to the proofs of the others', async () => {
    const page = await show(oneOfEach(), {
      trace: [
        {
          statement: 'qa-checklist.md:19',
          text: 'Валидный логин',
          promise: 'auth-v1 POST /login → 200',
          checks: [{ id: 'auth-v1/login-valid', verdict: 'passed' }],
        },
        { statement: 'qa-checklist.md:44', text: 'Все токены недействительны', promise: '', checks: [] },
      ],
    });
    await page.locator('.trace > summary').click();
    expect(await page.locator('.trace tbody tr').last().textContent()).toContain('not checked');
    await page.locator('.trace a').click();
    expect(await page.locator('.check[open]').getAttribute('id')).toBe('auth-v1/login-valid');
  });

  test('speaks Russian where it speaks itself', async () => {
    const page = await show(oneOfEach(), { language: 'ru' });
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await page.locator('.check > summary').nth(1).click();
    const own = await page.locator('.toolbar, h5, .headers summary, .copy, dt, footer').allInnerTexts();
    expect(own.join(' ')).not.toMatch(/passed|failed|Request(?! id)|Response|Headers|expected|Copy/);
  });

  test('a Russian row is not said again in English to who reads Russian', async () => {
    const rows = [
      aCheck({ id: 'a/1', summary: 'Валидный логин', description: 'A right password logs in.' }),
      aCheck({ id: 'a/2', summary: 'Log in', description: 'A right password logs in.' }),
    ];
    const descriptions = async (language: 'en' | 'ru') => {
      const page = await show(rows, { language });
      for (const row of await page.locator('.check > summary').all()) await row.click();
      return page.locator('.description').count();
    };
    expect(await descriptions('ru')).toBe(1);
    expect(await descriptions('en')).toBe(2);
  });

  test('reads and prints without its code', async () => {
    const file = join(folder, 'plain.html');
    await writeFile(file, await reportText('html', evidenceOf(oneOfEach())));
    const { page } = await openPage(browser, pathToFileURL(file).href, { javaScriptEnabled: false });
    expect(await page.locator('.check:visible').count()).toBe(4);
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('the script that is kept is the one that its sources give', async () => {
  const { bundle } = await import('../../ui/report/bundle.ts');
  const kept = await readFile(new URL('../../ui/report/report.js', import.meta.url), 'utf8');
  expect(await bundle(), 'run: node ui/report/bundle.ts').toBe(kept);
});
