import type { Parameter } from '../../../contract/types.ts';
import { newPlace, type Told } from './comparison.ts';
import type { Side } from './side.ts';

const rule = 'request-parameter-serialization-changed';

/** How clients write a parameter: its style, or the media type in it; what may stand in it as it is. */
export function compareSerialization(
  old: Parameter,
  fresh: Parameter,
  pointer: string,
  side: Side,
): readonly Told[] {
  if ((old.content === undefined) !== (fresh.content === undefined)) {
    const message = 'clients that write it as before are no longer understood';
    return [{ rule, message, place: newPlace(pointer, fresh.content ? 'content' : 'schema') }];
  }
  if (old.content || fresh.content) return [];
  return [
    ...styles(old, fresh, pointer, side),
    ...signs(old, fresh, pointer),
    ...emptiness(old, fresh, pointer, side),
  ];
}

function styles(old: Parameter, fresh: Parameter, pointer: string, side: Side): readonly Told[] {
  const types = typesOf(fresh, side);
  const expected = styleOf(old, types);
  const actual = styleOf(fresh, types);
  if (expected === actual) return [];
  const message = `clients that write it in ${expected} are no longer understood`;
  return [{ rule, message, place: newPlace(pointer, 'style'), expected, actual }];
}

type Types = ReadonlySet<string> | undefined;

/** Lists and objects, wherever that is said: behind a reference, in an `allOf`. */
const typesOf = ({ schema = true }: Parameter, { formOf }: Side): Types => formOf(schema).types;

const prefixed = new Set(['label', 'matrix']);

/** One value looks the same in every style that puts nothing before it, a list in style `simple` whether exploded or not. */
function styleOf({ style, explode }: Parameter, types: Types): string {
  const isObject = types?.has('object') ?? false;
  const isList = types?.has('array') ?? false;
  if (!(isObject || isList)) return `style ${prefixed.has(style) ? style : 'simple'}`;
  return `style ${style}${explode && (isObject || style !== 'simple') ? ', exploded' : ''}`;
}

function signs(old: Parameter, fresh: Parameter, pointer: string): readonly Told[] {
  if (!old.allowReserved || fresh.allowReserved) return [];
  const message = 'clients that do not encode signs like / and ? in it may no longer be understood';
  return [{ rule, message, place: newPlace(pointer, 'allowReserved'), level: 'warning' }];
}

/** `?q=`; a text may be empty anyway. */
function emptiness(old: Parameter, fresh: Parameter, pointer: string, side: Side): readonly Told[] {
  if (!old.allowEmptyValue || fresh.allowEmptyValue || (typesOf(fresh, side)?.has('string') ?? true))
    return [];
  const message = 'clients that send it without a value are now refused';
  return [
    {
      rule: 'request-parameter-empty-value-disallowed',
      message,
      place: newPlace(pointer, 'allowEmptyValue'),
    },
  ];
}
