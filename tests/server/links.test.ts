import { expect, test } from 'vitest';
import { createLinks } from '../../src/server/links.ts';

const addresses = Promise.resolve({
  url: undefined,
  urls: { messenger: 'http://127.0.0.1:8000', auth: 'http://127.0.0.1:8001/api/v1/auth' },
});

test('links lead to where the server listens, unless it has a public address', async () => {
  const local = createLinks(undefined, addresses);
  expect(await local('messenger', '/confirm/1')).toBe('http://127.0.0.1:8000/confirm/1');
  expect(await local('auth', '/confirm/1')).toBe('http://127.0.0.1:8001/api/v1/auth/confirm/1');
});

test.each(['https://example.com', 'https://example.com/'])(
  'below the public address %s a contract keeps its path',
  async (url) => {
    const linkTo = createLinks(url, addresses);
    expect(await linkTo('messenger', '/confirm/1')).toBe('https://example.com/confirm/1');
    expect(await linkTo('auth', '/confirm/1')).toBe('https://example.com/api/v1/auth/confirm/1');
  },
);

test('a public address may have a path of its own', async () => {
  const linkTo = createLinks('https://example.com/sverka', addresses);
  expect(await linkTo('messenger', '/confirm/1')).toBe('https://example.com/sverka/confirm/1');
});
