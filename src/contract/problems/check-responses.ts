import { isObject } from '../json.ts';
import { type Cursor, child, entries, members, type Reporter } from './cursor.ts';
import { kindOf } from './words.ts';

interface OperationTitle {
  readonly title: string;
  readonly format: string;
}

/** Responses: a map from status to an object with a description. */
export function checkResponses(at: Cursor, { title, format }: OperationTitle, report: Reporter): void {
  if (at.value === undefined) {
    // Optional from 3.1 on, and still nothing can be said of what comes back.
    report.warning(at, `${title} documents no \`responses\`: add at least one`);
    return;
  }
  if (!isObject(at.value)) {
    report.error(
      at,
      `\`responses\` of ${title} is ${kindOf(at.value)}, an object is expected: one member for each status`,
    );
    return;
  }
  for (const [status, response] of members(at)) checkResponse(status, response, { title, format }, report);
}

function checkResponse(
  status: string,
  at: Cursor,
  { title, format }: OperationTitle,
  report: Reporter,
): void {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) {
    report.error(at, `"${status}" of ${title} is no status: \`200\`, \`4XX\` or \`default\` is expected`);
  }
  const response = report.follow(at);
  if (!response) return;
  const name = `response ${status} of ${title}`;
  if (!isObject(response.value)) {
    report.error(response, `${name} is ${kindOf(response.value)}, an object is expected`);
    return;
  }
  const { description, summary, content } = response.value;
  // 3.2 lets `summary` stand for it.
  const isDescribed =
    typeof description === 'string' || (format.startsWith('3.2') && typeof summary === 'string');
  if (!isDescribed) report.warning(response, `${name} has no \`description\``);
  if (content !== undefined) checkContent(child(response, 'content'), name, report);
  for (const [, header] of entries(child(response, 'headers'))) report.follow(header);
}

/** A `content` map: media types with a slash, each an object. */
export function checkContent(at: Cursor, of: string, report: Reporter): void {
  if (!isObject(at.value)) {
    report.error(
      at,
      `\`content\` in ${of} is ${kindOf(at.value)}, an object is expected: one member for each media type`,
    );
    return;
  }
  for (const [name, entry] of members(at)) {
    if (!name.includes('/'))
      report.error(entry, `"${name}" in ${of} is no media type, like application/json`);
    const media = report.follow(entry);
    if (media && !isObject(media.value))
      report.error(media, `"${name}" in ${of} is ${kindOf(media.value)}, an object is expected`);
    if (media) for (const [, example] of entries(child(media, 'examples'))) report.follow(example);
  }
}
