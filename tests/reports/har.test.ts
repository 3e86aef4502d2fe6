import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { aCheck, anExchange, evidenceOf, oneOfEach } from '../../fixtures/evidence/build.ts';
import { reportText } from './gather.ts';

const text = { type: 'string' };
const count = { type: 'integer', minimum: -1 };
const date = { type: 'string', format: 'date-time' };
const object = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: object) => ({ type: 'array', items });
const pairs = list(object({ name: text, value: text }));
const message = { httpVersion: text, cookies: pairs, headers: pairs, headersSize: count, bodySize: count };

/** HAR 1.2: the members it requires, with their types. */
const harSchema = object({
  log: object({
    version: { const: '1.2' },
    creator: object({ name: text, version: text }),
    pages: list(object({ startedDateTime: date, id: text, title: text, pageTimings: { type: 'object' } })),
    entries: list(
      object(
        {
          pageref: text,
          startedDateTime: date,
          time: { type: 'number', minimum: 0 },
          request: object(
            {
              ...message,
              method: text,
              url: text,
              queryString: pairs,
              postData: object({ mimeType: text, text }),
            },
            ['postData'],
          ),
          response: object({
            ...message,
            status: { type: 'integer' },
            statusText: text,
            redirectURL: text,
            content: object({ size: { type: 'integer' }, mimeType: text }),
          }),
          cache: { type: 'object' },
          timings: object({
            send: { type: 'number' },
            wait: { type: 'number' },
            receive: { type: 'number' },
          }),
        },
        ['pageref'],
      ),
    ),
  }),
});

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(harSchema);

test('the exchanges of every kind of check are valid HAR 1.2', async () => {
  const har: unknown = JSON.parse(await reportText('har', evidenceOf(oneOfEach())));
  validate(har);
  expect(validate.errors).toBeNull();
});

test('an exchange keeps its method, query, cookies, status and request id', async () => {
  const exchange = anExchange({
    request: {
      method: 'GET',
      url: 'http://h/x?a=1&a=2&b=%D0%B6',
      headers: { cookie: 'sid=1; theme=dark' },
      body: null,
    },
    response: { status: 302, headers: { location: '/y', 'set-cookie': 'sid=2; Path=/' }, body: null },
  });
  const har = JSON.parse(await reportText('har', evidenceOf([aCheck({ exchanges: [exchange] })])));
  const [entry] = har.log.entries;
  expect(entry._requestId).toBe(exchange.requestId);
  expect(entry.request).toMatchObject({
    method: 'GET',
    queryString: [
      { name: 'a', value: '1' },
      { name: 'a', value: '2' },
      { name: 'b', value: 'ж' },
    ],
    cookies: [
      { name: 'sid', value: '1' },
      { name: 'theme', value: 'dark' },
    ],
    bodySize: 0,
  });
  expect(entry.request).not.toHaveProperty('postData');
  expect(entry.response).toMatchObject({
    status: 302,
    redirectURL: '/y',
    cookies: [{ name: 'sid', value: '2' }],
  });
});

test('every entry belongs to a page', async () => {
  const har = JSON.parse(await reportText('har', evidenceOf(oneOfEach())));
  const pages: string[] = har.log.pages.map(({ id }: { id: string }) => id);
  for (const { pageref } of har.log.entries) expect(pages).toContain(pageref);
});
