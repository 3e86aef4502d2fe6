import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail } from './smtp-mail.ts';

export interface SmtpServer {
  readonly url: string;
  /** Milliseconds for each step. */
  readonly timeout: number;
}

/**
 * One SMTP session: connect, log in where the URL has a user, send, quit. Resolves when the server has taken the mail;
 * rejects with nodemailer's error (`code`, `responseCode`, `permanent`) otherwise, within three times `timeout`.
 */
export async function converse({ url, timeout }: SmtpServer, mail: Mail): Promise<void> {
  const { auth, ...server } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    dnsTimeout: timeout,
    socketTimeout: timeout,
  });
  const broken = Promise.withResolvers<never>();
  connection.on('error', broken.reject);
  const timer = setTimeout(() => broken.reject(new Error('the session took too long')), 3 * timeout);
  try {
    await Promise.race([broken.promise, talk(connection, auth, mail)]);
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type Auth = ReturnType<typeof parseConnectionUrl>['auth'];

async function talk(connection: SMTPConnection, auth: Auth, { envelope, content }: Mail): Promise<void> {
  await step((done) => connection.connect(done));
  if (auth && connection.allowsAuth) await step((done) => connection.login(auth, done));
  await step((done) => connection.send(envelope, content, done));
}

function step(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()));
  });
}
