import { isObject } from '../json.ts';
import { type Cursor, child, items, type Reporter } from './cursor.ts';
import { kindOf, oneOf, shown } from './words.ts';

/** A parameter that has what one needs. */
export interface CheckedParameter {
  readonly name: string;
  readonly in: string;
  readonly at: Cursor;
}

const places: Readonly<Record<string, readonly string[]>> = {
  '2.0': ['path', 'query', 'header', 'formData', 'body'],
  '3.0': ['path', 'query', 'header', 'cookie'],
  '3.1': ['path', 'query', 'header', 'cookie'],
  '3.2': ['path', 'query', 'header', 'cookie', 'querystring'],
};

/** The sound parameters of a list; each other one is told. */
export function checkParameterList(
  at: Cursor,
  format: string,
  report: Reporter,
): readonly CheckedParameter[] {
  if (at.value === undefined) return [];
  if (!Array.isArray(at.value)) {
    report.error(at, `\`parameters\` is ${kindOf(at.value)}, a list is expected`);
    return [];
  }
  const sound = items(at).flatMap((item) => {
    const parameter = report.follow(item);
    const checked = parameter && checkParameter(parameter, format, report);
    return checked ? [checked] : [];
  });
  checkRepeated(sound, report);
  return sound;
}

function checkParameter(at: Cursor, format: string, report: Reporter): CheckedParameter | undefined {
  if (!isObject(at.value)) {
    report.error(at, `a parameter is ${kindOf(at.value)}, an object with \`name\` and \`in\` is expected`);
    return undefined;
  }
  const { name, in: place, schema, content } = at.value;
  if (typeof name !== 'string') {
    report.error(at, 'a parameter has no `name`: it is not used');
    return undefined;
  }
  const allowed = places[format.slice(0, 3)] ?? [];
  if (typeof place !== 'string' || !allowed.includes(place)) {
    report.error(
      place === undefined ? at : child(at, 'in'),
      `\`in\` of the parameter "${name}" is ${shown(place)}: ${oneOf(allowed)} is expected, it is not used`,
    );
    return undefined;
  }
  if (format !== '2.0' && schema === undefined && content === undefined) {
    report.warning(
      at,
      `the parameter "${name}" has neither \`schema\` nor \`content\`: any value is accepted`,
    );
  }
  return { name, in: place, at };
}

function checkRepeated(parameters: readonly CheckedParameter[], report: Reporter): void {
  const seen = new Set<string>();
  for (const { name, in: place, at } of parameters) {
    const key = place === 'header' ? `${place} ${name.toLowerCase()}` : `${place} ${name}`;
    if (seen.has(key))
      report.error(at, `the ${place} parameter "${name}" is declared twice: the last one counts`);
    seen.add(key);
  }
}

interface OperationTitle {
  readonly path: string;
  readonly title: string;
  readonly at: Cursor;
}

/** Every `{name}` in the path is declared, and every declared path parameter stands in the path. */
export function checkPathParameters(
  { path, title, at }: OperationTitle,
  parameters: readonly CheckedParameter[],
  report: Reporter,
): void {
  const inPath = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  const declared = parameters.filter((parameter) => parameter.in === 'path');
  const names = new Set(declared.map(({ name }) => name));
  for (const name of [...inPath].filter((wanted) => !names.has(wanted))) {
    report.warning(
      at,
      `${title} does not declare its path parameter {${name}}: add it to \`parameters\` with \`in: path\``,
    );
  }
  for (const { name, at: where } of declared) {
    if (!inPath.has(name))
      report.error(where, `the path parameter "${name}" does not stand in the path of ${title}`);
    const required = child(where, 'required');
    if (required.value !== true)
      report.warning(where, `the path parameter "${name}" must say \`required: true\``);
  }
}
