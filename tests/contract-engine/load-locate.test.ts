import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { formatPointer, parsePointer, valueAt } from '../../src/contract/document/pointer.ts';
import { isObject, type Json } from '../../src/contract/json.ts';
import { createLocator, locate } from '../../src/contract/locate.ts';
import { jsonFault } from '../../src/contract/source/scan-json.ts';

describe('locate', () => {
  const file = 'fixtures/documents/several-files/shared.yaml';

  it('gives the line and column of a key', async () => {
    expect(await locate(file, '/components/schemas/Order/properties/id')).toEqual({
      file,
      line: 7,
      column: 9,
    });
  });

  it('gives the place of an item of a list', async () => {
    expect(await locate(file, '/components/schemas/Order/required/0')).toEqual({ file, line: 5, column: 18 });
  });

  it('gives what is around something that is not there', async () => {
    expect(await locate(file, '/components/schemas/Nobody/type')).toEqual({ file, line: 2, column: 3 });
    expect(await locate(file, '')).toEqual({ file, line: 1, column: 1 });
  });

  it('gives nothing for a file that cannot be read', async () => {
    expect(await locate('fixtures/documents/none.yaml', '')).toBeUndefined();
  });

  it('follows an alias to what it names', async () => {
    const find = await createLocator('a: &x\n  b: 1\nc: *x\n', 'f');
    expect(find('/c/b')).toEqual({ file: 'f', line: 2, column: 3 });
  });
});

const value = fc.jsonValue({ maxDepth: 4 }).map((any): Json => JSON.parse(JSON.stringify(any)));

const word = fc.stringMatching(/^[a-z]{1,6}$/);

/** Trees whose keys look the same in every style of YAML. */
const plain = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.integer(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function* pointers(at: Json, steps: string[] = []): Generator<string[]> {
  yield steps;
  if (Array.isArray(at))
    for (const [index, item] of at.entries()) yield* pointers(item, [...steps, String(index)]);
  else if (isObject(at))
    for (const [key, member] of Object.entries(at)) yield* pointers(member, [...steps, key]);
}

describe('for any value', () => {
  it('a pointer to a part finds that part', () => {
    fc.assert(
      fc.property(value, (any) => {
        for (const steps of pointers(any)) {
          expect(parsePointer(formatPointer(steps))).toEqual(steps);
          expect(valueAt(any, formatPointer(steps))).toEqual(steps.reduce<Json | undefined>(part, any));
        }
      }),
    );
  });

  it.each([0, 2])('written as JSON with indent %i, every key is found where it stands', async (indent) => {
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        const text = JSON.stringify(any, null, indent);
        const find = await createLocator(text, 'f');
        for (const steps of pointers(any)) {
          const position = find(formatPointer(steps));
          const rest = text.split('\n')[(position?.line ?? 0) - 1]?.slice((position?.column ?? 0) - 1);
          expect(rest).toSatisfy((found: string) => found.startsWith(expectedStart(any, steps)));
        }
      }),
    );
  });

  it('written as YAML, every key is found where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(plain.tree, async (any) => {
        const text = dump(any);
        const find = await createLocator(text, 'f');
        for (const steps of pointers(any)) {
          const parent = steps.slice(0, -1).reduce<Json | undefined>(part, any);
          if (steps.length === 0 || !isObject(parent)) continue;
          const position = find(formatPointer(steps));
          const line = text.split('\n')[(position?.line ?? 0) - 1] ?? '';
          expect(line.slice((position?.column ?? 0) - 1).replace(/^['"]/, '')).toSatisfy((rest: string) =>
            rest.startsWith(steps.at(-1) ?? ''),
          );
        }
      }),
    );
  });
});

function part(at: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(at)) return at[Number(step)];
  return isObject(at) ? at[step] : undefined;
}

/** A member stands at its key, an item at its value. */
function expectedStart(whole: Json, steps: readonly string[]): string {
  const parent = steps.slice(0, -1).reduce<Json | undefined>(part, whole);
  const own = steps.reduce<Json | undefined>(part, whole);
  if (steps.length > 0 && isObject(parent)) return JSON.stringify(steps.at(-1));
  if (Array.isArray(own)) return '[';
  return isObject(own) ? '{' : JSON.stringify(own);
}

const faultIn = (text: string) => jsonFault(text, { maxDepth: 100, strict: false }).position;

describe('where JSON breaks', () => {
  it.each([
    ['{"a": x}', 6],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ["{'a':1}", 1],
    ['{"a":{"b":[1,2,{"c":tru}]}}', 20],
    ['[}', 1],
    ['{"a":1', 6],
    ['// x\n{}', 0],
  ])('is at the first thing that may not stand there: %s', (text, offset) => {
    expect(faultIn(text)).toBe(offset);
  });

  it('is never after the place that V8 names', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.constantFrom('', ',', '}', 'x', '"'), (any, at, insert) => {
        const text = JSON.stringify(any);
        const cut = at % text.length;
        const broken = text.slice(0, cut) + insert + text.slice(cut + 1);
        const place = v8Offset(broken);
        if (place !== undefined) expect(faultIn(broken)).toBeLessThanOrEqual(place);
      }),
    );
  });
});

function v8Offset(text: string): number | undefined {
  try {
    JSON.parse(text);
  } catch (error) {
    const match = /at position (\d+)/.exec(String(error));
    return match ? Number(match[1]) : undefined;
  }
  return undefined;
}
