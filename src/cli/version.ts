import { readFileSync } from 'node:fs';
import { ownFile } from '../node/own-file.ts';

let known: string | undefined;

/** The version in package.json, which stands beside the data in a checkout and above dist/ in the package. */
export function version(): string {
  known ??= read('package.json') ?? read('../package.json') ?? '0.0.0';
  return known;
}

/** `sverka 0.1.0`: who made a report. */
export function toolName(): string {
  return `sverka ${version()}`;
}

function read(path: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(ownFile(path), 'utf8'));
    const found =
      typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
