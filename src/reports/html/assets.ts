import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ownFile } from '../../node/own-file.ts';

/** The page's look and code, made beforehand from `ui/report/`. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** A Content-Security-Policy that lets this script run and nothing else, and forbids every request. */
  readonly policy: string;
}

/** Files of `ui/report/style/` in the order in which later rules win. */
const STYLES = ['base', 'head', 'toolbar', 'rows', 'inside', 'trace', 'footer', 'narrow', 'print'];

export async function readAssets(): Promise<Assets> {
  const [script, ...styles] = await Promise.all([
    readAsset('report.js'),
    ...STYLES.map((name) => readAsset(`style/${name}.css`)),
  ]);
  const allowed = `'sha256-${hash('sha256', script, 'base64')}'`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${allowed}; base-uri 'none'; form-action 'none'`;
  return { style: styles.join(''), script, policy };
}

function readAsset(name: string): Promise<string> {
  return readFile(ownFile(`ui/report/${name}`), 'utf8');
}
