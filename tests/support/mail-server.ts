import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mail; with the rest it does `accept`. */
export type Behaviour = 'accept' | 'say-451' | 'refuse-recipient' | 'hang-up-after-the-text' | 'never-greet';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Of the login, where there was one. */
  readonly user: string | undefined;
  readonly raw: string;
}

/** A real SMTP server. */
export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** Mails it has accepted. */
  readonly received: readonly ReceivedMail[];
  /** Sessions that got as far as the text, whatever came of it. */
  readonly texts: number;
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1, or on `port`. It asks for no login and takes any. */
export async function startMailServer(behaviours: Behaviour[] = [], port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let texts = 0;
  const next = (behaviour: Behaviour): boolean => {
    if (behaviours[0] !== behaviour) return false;
    behaviours.shift();
    return true;
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onConnect: (_session, done) => {
      if (!next('never-greet')) done();
    },
    onRcptTo: (_address, _session, done) => done(next('refuse-recipient') ? failure(550) : null),
    async onData(stream, session, done) {
      const raw = await text(stream);
      texts += 1;
      if (next('hang-up-after-the-text')) {
        for (const connection of server.connections) connection.close();
        return;
      }
      if (next('say-451')) return done(failure(451));
      next('accept');
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        user: typeof session.user === 'string' ? session.user : undefined,
        raw,
      });
      done();
    },
  });
  // What clients break off is their business.
  server.on('error', () => {});
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = portOf(listening.address());
  return {
    url: `smtp://127.0.0.1:${address}`,
    port: address,
    received,
    get texts() {
      return texts;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function failure(responseCode: number): Error {
  return Object.assign(new Error('not this one'), { responseCode });
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('the mail server has no port');
}

/** A header of a mail, encoded words decoded (RFC 2047, the two encodings). */
export function headerOf({ raw }: ReceivedMail, name: string): string {
  const line = new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1] ?? '';
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, words: string) => Buffer.from(words, 'base64').toString())
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, words: string) => unquote(words.replaceAll('_', ' ')));
}

/** The text of a plain mail. */
export function textOf(mail: ReceivedMail): string {
  const body = mail.raw.slice(mail.raw.search(/\r?\n\r?\n/)).trim();
  const encoding = headerOf(mail, 'Content-Transfer-Encoding');
  return encoding === 'base64'
    ? Buffer.from(body, 'base64').toString()
    : unquote(body.replace(/=\r?\n/g, ''));
}

function unquote(words: string): string {
  const bytes = words.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
