import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/checklist/http/place.ts';

describe('where a request goes', () => {
  it.each([
    'http://example.com/pets?tag=a%20b',
    'http://example.com',
    'http://example.com:8080/a/../b',
    'http://example.com:8080/a/%2e%2E/b',
    "http://example.com:8080/a b/ü?q='",
    'https://[::1]:8443/pets/1',
  ])('is what a URL parser says of %s, whether its origin was met before or not', (url) => {
    const { protocol, hostname, port, pathname, search } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    placeOf(`${new URL(url).origin}/met`);
    expect(placeOf(url)).toEqual({ protocol, host, port, path: pathname + search });
  });
});
