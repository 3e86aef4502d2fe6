import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../contract/finding.ts';

/** An error is what a tool or a client stumbles over; what only people miss is a warning. */
const ownRules = {
  'operation-summary': 'warn',
  'security-defined': 'warn',
  'no-empty-servers': 'warn',
  'no-path-trailing-slash': 'warn',
  // An API in the making stands on localhost.
  'no-server-example.com': 'off',
} as const;

/**
 * Redocly's rules over OpenAPI and Arazzo documents: the repository's own `redocly.yaml`, else the recommended ones,
 * with what is a matter of taste as a warning.
 */
export async function lintByRules(files: readonly string[], base: string): Promise<readonly Problem[]> {
  // 650 ms of import: nobody else pays for it.
  const { createConfig, getLineColLocation, lint, loadConfig } = await import('@redocly/openapi-core');
  const own = join(base, 'redocly.yaml');
  const config = existsSync(own)
    ? await loadConfig({ configPath: own })
    : await createConfig({ extends: ['recommended'], rules: ownRules });
  const problems: Problem[] = [];
  for (const ref of files) {
    // A text that is no YAML or JSON is thrown at us. Whoever loaded the document has told that, with its line.
    const found = await lint({ ref, config }).catch(() => []);
    for (const { message, ruleId, severity, location } of found) {
      const place = location[0] && getLineColLocation(location[0]);
      problems.push({
        message: `${message.trim()} (${ruleId})`,
        severity: severity === 'error' ? 'error' : 'warning',
        ...(place && {
          position: { file: place.source.absoluteRef, line: place.start.line, column: place.start.col },
        }),
      });
    }
  }
  return problems;
}
