import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { checkComponents } from './check-components.ts';
import { checkPaths } from './check-paths.ts';
import { checkServers } from './check-servers.ts';
import { type Cursor, child, type Reporter } from './cursor.ts';
import { kindOf } from './words.ts';

/**
 * What is wrong with the frame of a document: its required members, paths, operations, parameters, responses and
 * security. Schemas are left to `inspect`, so that a big document costs only its paths.
 */
export function checkStructure(document: JsonObject, format: string, report: Reporter): void {
  const root: Cursor = { value: document, pointer: '' };
  checkVersion(root, format, report);
  checkInfo(child(root, 'info'), report);
  checkServers(root, report);
  checkComponents(root, format, report);
  checkPaths(root, format, report);
}

function checkVersion(root: Cursor, format: string, report: Reporter): void {
  const { openapi, swagger } = isObject(root.value) ? root.value : {};
  if (openapi === undefined && swagger === undefined) {
    report.error(root, `\`openapi\` is missing: add \`openapi: ${format}\`; the document is read as such`);
  }
}

function checkInfo(info: Cursor, report: Reporter): void {
  if (!isObject(info.value)) {
    report.warning(
      info,
      `\`info\` is ${kindOf(info.value)}: an object with \`title\` and \`version\` is expected`,
    );
    return;
  }
  for (const name of ['title', 'version']) {
    const member = child(info, name);
    if (typeof member.value !== 'string') report.warning(member, wanted(`info.${name}`, member));
  }
}

function wanted(name: string, { value }: Cursor): string {
  const hint = typeof value === 'number' ? `: put it in quotes` : '';
  return `\`${name}\` is ${kindOf(value)}, a text is expected${hint}`;
}
