import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../contract/finding.ts';

/**
 * Redocly's rules over OpenAPI and Arazzo documents: the repository's own `redocly.yaml`, else the recommended ones.
 */
export async function lintByRules(files: readonly string[], base: string): Promise<readonly Problem[]> {
  // 650 ms of import: nobody else pays for it.
  const { createConfig, getLineColLocation, lint, loadConfig } = await import('@redocly/openapi-core');
  const own = join(base, 'redocly.yaml');
  const hasOwn = await access(own).then(
    () => true,
    () => false,
  );
  const config = hasOwn
    ? await loadConfig({ configPath: own })
    : await createConfig({ extends: ['recommended'] });
  const problems: Problem[] = [];
  for (const ref of files) {
    for (const { message, ruleId, severity, location } of await lint({ ref, config })) {
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
