import { sendBytes } from '../../support/raw-http.ts';
import type { Case, Gap } from './case.ts';

const head = (line: string, ...headers: readonly string[]) =>
  [line, ...headers, 'Connection: close', '', ''].join('\r\n');

/** Bytes that no contract gets to see, and what they are answered. */
const requests: readonly (readonly [what: string, bytes: string, status: number])[] = [
  ['no HTTP at all', 'good morning\r\n\r\n', 400],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['no Host', head('GET /users-v1/me HTTP/1.1'), 400],
  ['a tunnel', head('CONNECT example.com:443 HTTP/1.1', 'Host: a'), 405],
  ['a strange expectation', head('GET /users-v1/me HTTP/1.1', 'Host: a', 'Expect: wonders'), 417],
  ['headers of 20 kB', head('GET /users-v1/me HTTP/1.1', 'Host: a', `X-Long: ${'a'.repeat(20_000)}`), 431],
  [
    'a length and chunks',
    head('POST /auth-v1/login HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Transfer-Encoding: chunked'),
    400,
  ],
  [
    'the promise of 99 MB',
    `${head('POST /auth-v1/login HTTP/1.1', 'Host: a', 'Content-Type: application/json', 'Content-Length: 99000000')}{}`,
    413,
  ],
];

export const hopeless: Case = {
  id: 'hopeless',
  title: 'what HTTP forbids is refused at once, with the status HTTP has for it and a request id',
  async run({ url }, hold) {
    const found = requests.map(async ([what, bytes, status]): Promise<readonly Gap[]> => {
      const answer = await sendBytes(url, Buffer.from(bytes, 'latin1'));
      if ('reason' in answer) return [{ id: 'no-answer', message: `${what}: ${answer.reason}` }];
      const gaps: Gap[] = [];
      if (answer.status !== status)
        gaps.push({ id: 'another-status', message: `${what}: ${answer.status}, not ${status}` });
      if (!answer.headers['x-request-id'])
        gaps.push({ id: 'request-id-present', message: `${what}: X-Request-ID is missing` });
      return gaps;
    });
    hold((await Promise.all(found)).flat());
  },
};
