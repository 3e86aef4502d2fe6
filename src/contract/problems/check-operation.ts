import { isObject } from '../json.ts';
import { type CheckedParameter, checkParameterList, checkPathParameters } from './check-parameters.ts';
import { checkContent, checkResponses } from './check-responses.ts';
import { checkSecurity } from './check-security.ts';
import { checkServers } from './check-servers.ts';
import { type Cursor, child, type Reporter } from './cursor.ts';
import type { Names } from './names.ts';
import { kindOf } from './words.ts';

export interface OperationAt {
  readonly path: string;
  /** As written: `get`. */
  readonly name: string;
  readonly at: Cursor;
  /** Parameters of the path item. */
  readonly shared: readonly CheckedParameter[];
  readonly operationIds: Names;
  readonly format: string;
}

/** One operation: its id, parameters, body, responses, security. */
export function checkOperation(operation: OperationAt, report: Reporter): void {
  const { path, name, at, shared, format } = operation;
  const title = `${name.toUpperCase()} ${path}`;
  if (!isObject(at.value)) {
    report.error(at, `${title} is ${kindOf(at.value)}, an object is expected`);
    return;
  }
  checkId(operation, title, report);
  checkServers(at, report);
  const own = checkParameterList(child(at, 'parameters'), format, report);
  checkPathParameters({ path, title, at }, [...shared, ...own], report);
  checkBody(child(at, 'requestBody'), title, report);
  checkResponses(child(at, 'responses'), { title, format }, report);
  checkSecurity(child(at, 'security'), report);
}

function checkId({ at, operationIds }: OperationAt, title: string, report: Reporter): void {
  const id = child(at, 'operationId');
  if (id.value === undefined) return;
  if (typeof id.value !== 'string') {
    report.error(id, `operationId of ${title} is ${kindOf(id.value)}, a text is expected`);
    return;
  }
  const other = operationIds.add(id.value, title);
  if (other !== undefined) {
    report.error(
      id,
      `operationId "${id.value}" of ${title} is taken by ${other}: it must be unique, rename one of them`,
    );
  }
}

function checkBody(at: Cursor, title: string, report: Reporter): void {
  if (at.value === undefined) return;
  const body = report.follow(at);
  if (!body) return;
  const content = child(body, 'content');
  if (!isObject(body.value) || content.value === undefined) {
    report.error(body, `requestBody of ${title} needs \`content\`: a map from media type to schema`);
    return;
  }
  checkContent(content, `requestBody of ${title}`, report);
}
