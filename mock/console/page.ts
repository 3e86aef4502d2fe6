import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ownFile } from '../../src/node/own-file.ts';

/** The console: one page that holds all it needs, and the policy that keeps it so. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

/** Files of `ui/` in the order in which later rules win; the first is the report's, so that both look alike. */
const STYLES = [
  'report/style/base',
  ...['frame', 'list', 'detail', 'forms', 'narrow'].map((name) => `console/style/${name}`),
];

const read = (path: string) => readFile(ownFile(`ui/${path}`), 'utf8');

export async function readPage(): Promise<Page> {
  const [script, ...styles] = await Promise.all([
    read('console/console.js'),
    ...STYLES.map((name) => read(`${name}.css`)),
  ]);
  const style = styles.join('');
  return {
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mock · Sverka</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<style>${style}</style></head><body>
<div id="app"></div>
<noscript>This console needs JavaScript. The same can be had from the control API below /_sverka/api.</noscript>
<script type="module">${script}</script>
</body></html>
`,
    policy: [
      "default-src 'none'",
      "connect-src 'self'",
      'img-src data:',
      `script-src 'sha256-${hash('sha256', script, 'base64')}'`,
      `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d5fc4"/>' +
  '<path d="M8 17l5 5L24 10" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>';
