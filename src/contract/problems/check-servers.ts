import { isObject } from '../json.ts';
import { type Cursor, child, items, type Reporter } from './cursor.ts';
import { kindOf } from './words.ts';

/** `servers` of a document, path item or operation: a list of objects with `url`, every variable with a default. */
export function checkServers(holder: Cursor, report: Reporter): void {
  const servers = child(holder, 'servers');
  if (servers.value === undefined) return;
  if (!Array.isArray(servers.value)) {
    report.error(
      servers,
      `\`servers\` is ${kindOf(servers.value)}, a list of objects with \`url\` is expected`,
    );
  }
  for (const server of items(servers)) checkServer(server, report);
}

function checkServer(server: Cursor, report: Reporter): void {
  const url = child(server, 'url');
  if (typeof url.value !== 'string') {
    report.error(server, `the server has no \`url\``);
    return;
  }
  for (const [, name = ''] of url.value.matchAll(/\{([^{}]+)\}/g)) {
    const variable = child(child(server, 'variables'), name);
    if (!isObject(variable.value) || variable.value.default === undefined) {
      report.error(url, `the server variable {${name}} has no default: add \`variables.${name}.default\``);
    }
  }
}
