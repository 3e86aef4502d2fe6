import type { Json } from '../../src/contract/json.ts';

/** A way to write a parameter: the cells of OpenAPI's style table (3.1 section 4.8.12.6). */
export interface Style {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style: string;
  readonly explode: boolean;
}

type Members = readonly (readonly [string, string])[];

/** Writes a value the way a client does, delimiters plain and everything else percent-encoded. */
export function serialise(name: string, value: Json, { style, explode, in: place }: Style): string {
  const encode = place === 'header' ? String : encodeAll;
  const list = Array.isArray(value) ? value.map((item) => encode(String(item))) : undefined;
  const members: Members | undefined =
    !Array.isArray(value) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, member]) => [encode(key), encode(String(member))])
      : undefined;
  const scalar = members ? '' : encode(String(value));
  switch (style) {
    case 'simple':
      return list?.join(',') ?? joinMembers(members, explode, ',') ?? scalar;
    case 'label':
      return `.${list?.join(explode ? '.' : ',') ?? joinMembers(members, explode, explode ? '.' : ',') ?? scalar}`;
    case 'matrix':
      return matrix(name, list, members, scalar, explode);
    case 'deepObject':
      return (members ?? []).map(([key, member]) => `${name}%5B${key}%5D=${member}`).join('&');
    default:
      return form(name, list, members, scalar, explode, delimiters.get(style) ?? ',');
  }
}

const delimiters = new Map([
  ['form', ','],
  ['spaceDelimited', '%20'],
  ['pipeDelimited', '|'],
]);

/** `encodeURIComponent` leaves `.` and `!'()*` alone, which are delimiters of style label at least. */
function encodeAll(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[.!'()*~_-]/g,
    (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function joinMembers(members: Members | undefined, explode: boolean, delimiter: string): string | undefined {
  return members?.map(([key, member]) => `${key}${explode ? '=' : ','}${member}`).join(delimiter);
}

function matrix(
  name: string,
  list: readonly string[] | undefined,
  members: Members | undefined,
  scalar: string,
  explode: boolean,
): string {
  if (list) return explode ? list.map((item) => `;${name}=${item}`).join('') : `;${name}=${list.join(',')}`;
  if (!members) return `;${name}=${scalar}`;
  if (explode) return members.map(([key, member]) => `;${key}=${member}`).join('');
  return `;${name}=${joinMembers(members, false, ',')}`;
}

function form(
  name: string,
  list: readonly string[] | undefined,
  members: Members | undefined,
  scalar: string,
  explode: boolean,
  delimiter: string,
): string {
  if (list)
    return explode ? list.map((item) => `${name}=${item}`).join('&') : `${name}=${list.join(delimiter)}`;
  if (!members) return `${name}=${scalar}`;
  if (explode) return members.map(([key, member]) => `${key}=${member}`).join('&');
  return `${name}=${members.flat().join(delimiter)}`;
}
