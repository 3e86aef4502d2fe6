import { fixedMethods, hasFurtherMethods, isMethod } from '../document/methods.ts';
import { escapeStep } from '../document/pointer.ts';
import { isObject } from '../json.ts';
import { checkOperation } from './check-operation.ts';
import { checkParameterList } from './check-parameters.ts';
import { checkServers } from './check-servers.ts';
import { type Cursor, child, members, type Reporter } from './cursor.ts';
import { Names } from './names.ts';
import { kindOf } from './words.ts';

const pathItemMembers = new Set([
  '$ref',
  'summary',
  'description',
  'servers',
  'parameters',
  'additionalOperations',
]);

/** All paths and their operations; what must be unique over the document is unique. */
export function checkPaths(root: Cursor, format: string, report: Reporter): void {
  const paths = child(root, 'paths');
  if (paths.value === undefined) {
    if (needsPaths(root, format))
      report.error(root, '`paths` is missing: there is nothing to serve or to test');
    return;
  }
  if (!isObject(paths.value)) {
    report.error(
      paths,
      `\`paths\` is ${kindOf(paths.value)}, an object is expected: one member for each path`,
    );
    return;
  }
  const templates = new Names();
  const operationIds = new Names();
  for (const [path, at] of members(paths)) {
    checkPath(path, at, templates, report);
    checkPathItem({ path, at, operationIds, format }, report);
  }
}

/** From 3.1 on a document may hold only webhooks or only components. */
function needsPaths({ value }: Cursor, format: string): boolean {
  if (format.startsWith('3.0') || format === '2.0') return true;
  return !isObject(value) || (value.webhooks === undefined && value.components === undefined);
}

function checkPath(path: string, at: Cursor, templates: Names, report: Reporter): void {
  if (!path.startsWith('/')) report.error(at, `the path "${path}" must begin with a slash`);
  const other = templates.add(path.replaceAll(/\{[^{}]*\}/g, '{}'), path);
  if (other === undefined) return;
  const message = `"${path}" is the same path as "${other}": only the names of parameters differ, make it one path`;
  if (sharesMethod(at, other, report)) report.error(at, message);
  else report.warning(at, message);
}

/** Two such paths can live side by side as long as no request fits both. */
function sharesMethod(at: Cursor, other: string, { resolver }: Reporter): boolean {
  const ours = resolver.resolve(at.value);
  const theirs = resolver.resolve(resolver.at(`#/paths/${encodeURIComponent(escapeStep(other))}`));
  if (!isObject(ours) || !isObject(theirs)) return false;
  return [...fixedMethods].some((method) => method in ours && method in theirs);
}

interface PathItem {
  readonly path: string;
  readonly at: Cursor;
  readonly operationIds: Names;
  readonly format: string;
}

function checkPathItem({ path, at, operationIds, format }: PathItem, report: Reporter): void {
  const item = report.follow(at);
  if (!item) return;
  if (!isObject(item.value)) {
    report.error(item, `the path "${path}" is ${kindOf(item.value)}, an object with operations is expected`);
    return;
  }
  checkServers(item, report);
  const shared = checkParameterList(child(item, 'parameters'), format, report);
  for (const [name, operation] of operationsOf(item, format)) {
    checkOperation({ path, name, at: operation, shared, operationIds, format }, report);
  }
  for (const [name, member] of members(item)) {
    if (isUnknown(name, format)) report.error(member, unknownMember(name, path));
  }
}

function operationsOf(item: Cursor, format: string): readonly (readonly [string, Cursor])[] {
  const fixed = members(item).filter(([name]) => isMethod(name, format));
  return hasFurtherMethods(format) ? [...fixed, ...members(child(item, 'additionalOperations'))] : fixed;
}

const isUnknown = (name: string, format: string): boolean =>
  !isMethod(name, format) && !pathItemMembers.has(name);

function unknownMember(name: string, path: string): string {
  const lower = name.toLowerCase();
  if (fixedMethods.has(lower)) return `"${name}" in "${path}" must be written in lower case: \`${lower}\``;
  return `"${name}" in "${path}" is no HTTP method and no other member of a path: it is not used`;
}
