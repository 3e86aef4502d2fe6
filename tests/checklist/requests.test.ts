import { describe, expect, it } from 'vitest';
import { runOne, type Seen, startServer } from './support.ts';

async function send(workflowId: string, options = {}): Promise<Seen> {
  const server = await startServer(() => ({}));
  const check = await runOne('requests', workflowId, server.url, options);
  expect(check.reason).toBeUndefined();
  const [seen] = server.seen;
  if (!seen) throw new Error('nothing was sent');
  return seen;
}

describe('a request', () => {
  it('writes query parameters in the style of the contract, and leaves out an input without a value', async () => {
    const { path } = await send('parameters-by-style');
    expect(path).toBe(
      '/pets?tag=black%20%26%20white&tag=%C3%A9&filter%5Bname%5D=Rex&filter%5Bage%5D=3&ids=1%7C2',
    );
  });

  it('writes an input that was given', async () => {
    expect((await send('parameters-by-style', { inputs: { page: '2' } })).path).toMatch(/&page=2$/);
  });

  it('sends headers and cookies', async () => {
    const { headers } = await send('parameters-by-style');
    expect(headers).toMatchObject({ 'user-agent': 'sverka', accept: 'application/json' });
    expect(headers.cookie).toBe('session=a%20b');
  });

  it('carries a request id of its own', async () => {
    const first = await send('json-object');
    const second = await send('json-object');
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(first.headers['x-request-id']).toMatch(uuid);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('carries the request id that the step sets', async () => {
    expect((await send('own-request-id')).headers['x-request-id']).toBe('my-own-id');
  });

  it.each([
    ['path-parameter', '/pets/a%2Fb%20c%3F'],
    ['operation-path', '/pets/7'],
    ['query-string', '/pets?category=dogs&inStock=true'],
  ])('has the path of %s', async (workflowId, path) => {
    const server = await startServer(() => ({}));
    await runOne(workflowId === 'query-string' ? 'timeout' : 'requests', workflowId, server.url);
    expect(server.seen[0]?.path).toBe(path);
  });

  it('keeps the types of expressions in a JSON payload', async () => {
    const { body, headers } = await send('json-object');
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({
      quantity: 3,
      tags: ['a', 'b'],
      note: 'n=3',
      fixed: { yes: true, nothing: null },
    });
  });

  it('fills in a JSON template', async () => {
    expect(JSON.parse((await send('json-template')).body)).toEqual({
      petOrder: { petId: '12', complete: false },
    });
  });

  it('sends a payload that is one expression', async () => {
    expect(JSON.parse((await send('complete-expression')).body)).toEqual({ petId: 1 });
  });

  it('sets replacements by JSON Pointer, also where there was no such key', async () => {
    expect(JSON.parse((await send('replacements')).body)).toEqual({
      petId: 10,
      coupon: 'HALF',
      items: [{ sku: 'b' }, { sku: 'c' }],
      'a/b': null,
    });
  });

  it('sets replacements in a JSON template', async () => {
    expect((await send('replacement-in-a-json-template')).body).toBe('{"petId":2}');
  });

  it('sets replacements by XPath in XML', async () => {
    const { body } = await send('xml-replacement');
    expect(body).toBe('<note id="2"><to>Bob &amp; Co</to><body>Hi</body></note>');
  });

  it('writes a form', async () => {
    const { body, headers } = await send('form');
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(body).toBe('login=a%26b&tags=x&tags=y&more=%7B%22a%22%3A1%7D');
  });

  it('sends a form that is written as text', async () => {
    expect((await send('form-text')).body).toBe('client_id=5&x=1');
  });

  it('sends a data: URL as the file it stands for, except where text is expected', async () => {
    const server = await startServer(() => ({}));
    await runOne('requests', 'uploads-a-file', server.url);
    const [part, body, text] = server.seen.map((seen) => seen.body);
    expect(part).toContain('name="photo"; filename="photo"\r\nContent-Type: image/png\r\n\r\npixels\r\n');
    expect(body).toBe('pixels');
    expect(text).toBe('data:image/png;base64,cGl4ZWxz');
  });

  it('writes multipart parts with their own types', async () => {
    const { body, headers } = await send('multipart');
    const form = await new Response(body, {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData();
    expect(form.get('title')).toBe('Hello');
    expect(form.getAll('tag')).toEqual(['x', 'y']);
    expect(form.get('about')).toBe('{"a":1}');
    expect(form.get('photo')).toBeInstanceOf(File);
    expect(body).toContain('Content-Type: application/vnd.about+json');
  });

  it('sends text and broken JSON as they are written', async () => {
    expect((await send('plain-text')).body).toBe('just text');
    expect((await send('broken-json-on-purpose')).body).toBe('{"petId": ');
  });

  it('is not sent where a replacement has no place', async () => {
    const server = await startServer(() => ({}));
    const check = await runOne('requests', 'replacement-without-a-place', server.url);
    expect(check).toMatchObject({
      verdict: 'broken',
      reason: expect.stringContaining('replacement "/b/c": /b does not exist'),
    });
    expect(server.seen).toEqual([]);
  });

  it('is not sent where an expression has no value', async () => {
    const server = await startServer(() => ({}));
    const check = await runOne('requests', 'no-value', server.url);
    expect(check.verdict).toBe('broken');
    expect(check.reason).toBe('step again cannot be sent: $steps.list.outputs.token has no value');
    expect(server.seen).toHaveLength(1);
  });
});
