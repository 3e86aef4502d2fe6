import { expect, test } from 'vitest';
import { findNode } from '../../src/contract/document/find-node.ts';

const document = {
  a: { $ref: '#/b', deprecated: false },
  b: { deprecated: true, list: [{ name: 'x' }] },
  circle: { $ref: '#/circle' },
};

test('what stands beside a reference is found there, whatever it says', () => {
  expect(findNode(document, '/a', 'deprecated')).toEqual({ value: false, pointer: '/a/deprecated' });
});

test('what does not is found where the reference leads', () => {
  expect(findNode(document, '/a', 'list', 0, 'name')).toEqual({ value: 'x', pointer: '/b/list/0/name' });
  expect(findNode(document, '/a')?.pointer).toBe('/b');
});

test('nothing is found in a circle, or where nothing is', () => {
  expect(findNode(document, '/circle', 'name')).toBeUndefined();
  expect(findNode(document, '/a', 'list', 1)).toBeUndefined();
});
