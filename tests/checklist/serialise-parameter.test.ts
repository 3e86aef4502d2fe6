import { describe, expect, it } from 'vitest';
import {
  serialiseCookie,
  serialiseHeader,
  serialisePath,
  serialiseQuery,
} from '../../src/checklist/request/serialise-parameter.ts';
import type { Argument, ArgumentPlace } from '../../src/checklist/types.ts';

function argument(place: ArgumentPlace, style: string, explode: boolean, allowReserved = false): Argument {
  return {
    name: 'color',
    in: place,
    fill: () => null,
    parameter: {
      name: 'color',
      in: place,
      required: false,
      deprecated: false,
      style,
      explode,
      allowReserved,
      allowEmptyValue: false,
      examples: new Map(),
    },
  };
}

const blue = 'blue';
const list = ['blue', 'black', 'brown'];
const rgb = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1, section 4.8.12 "Style Examples".
describe('a parameter in the path', () => {
  it.each([
    ['matrix', false, [';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150']],
    ['matrix', true, [';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150']],
    ['label', false, ['.blue', '.blue,black,brown', '.R,100,G,200,B,150']],
    ['label', true, ['.blue', '.blue.black.brown', '.R=100.G=200.B=150']],
    ['simple', false, ['blue', 'blue,black,brown', 'R,100,G,200,B,150']],
    ['simple', true, ['blue', 'blue,black,brown', 'R=100,G=200,B=150']],
  ])('of style %s, explode %s', (style, explode, expected) => {
    const path = argument('path', style, explode);
    expect([blue, list, rgb].map((value) => serialisePath(path, value))).toEqual(expected);
  });
});

describe('a parameter in the query', () => {
  it.each([
    ['form', false, ['color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150']],
    ['form', true, ['color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150']],
    [
      'spaceDelimited',
      false,
      ['color=blue', 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
    ],
    [
      'pipeDelimited',
      false,
      ['color=blue', 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
    ],
    [
      'deepObject',
      true,
      [
        'color=blue',
        'color=blue&color=black&color=brown',
        'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
      ],
    ],
  ])('of style %s, explode %s', (style, explode, expected) => {
    const query = argument('query', style, explode);
    expect([blue, list, rgb].map((value) => serialiseQuery(query, value).join('&'))).toEqual(expected);
  });

  it('is left out when it is null or an empty list, and stays when it is an empty text', () => {
    const query = argument('query', 'form', true);
    expect([null, [], ''].map((value) => serialiseQuery(query, value))).toEqual([[], [], ['color=']]);
  });

  it('keeps reserved characters where the contract allows them, except those that end it', () => {
    expect(serialiseQuery(argument('query', 'form', true, true), 'a/b?c&d#e f')).toEqual([
      'color=a/b?c%26d%23e%20f',
    ]);
    expect(serialiseQuery(argument('query', 'form', true), 'a/b&')).toEqual(['color=a%2Fb%26']);
  });

  it('with a media type is written as JSON', () => {
    const { parameter, ...rest } = argument('query', 'form', true);
    if (!parameter) throw new Error('the parameter is there');
    const content = new Map([
      ['application/json', { name: 'application/json', examples: new Map(), encoding: {} }],
    ]);
    expect(serialiseQuery({ ...rest, parameter: { ...parameter, content } }, rgb)).toEqual([
      'color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D',
    ]);
  });
});

describe('a parameter in a header or cookie', () => {
  it('is not percent-encoded in a header', () => {
    expect(serialiseHeader(argument('header', 'simple', false), ['a b', 1, true])).toBe('a b,1,true');
  });

  it('keeps out of a cookie what would end it', () => {
    expect(serialiseCookie(argument('cookie', 'form', true), 'a;b c')).toBe('color=a%3Bb%20c');
    expect(serialiseCookie(argument('cookie', 'form', false), list)).toBe('color=blue,black,brown');
  });
});
