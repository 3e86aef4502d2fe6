import type { Outcome, Transport } from './transport.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; `?requireTLS=true` refuses a server without STARTTLS. */
  readonly url: string;
  /** Sender: `Sverka <noreply@example.com>`, or the address alone. */
  readonly from: string;
  /** Milliseconds to wait for the server at each step, and three times that in all; 15 seconds unless said. */
  readonly timeout?: number | undefined;
}

/**
 * Mail by SMTP, one connection each. SMTP has no idempotency key: when the connection breaks after the text has begun to go
 * out and before the server's word on it, nobody can know whether the mail is on its way (RFC 5321, section 4.5.3.2.6).
 * Such a mail is not sent again. After every other failure it certainly was not delivered.
 */
export function createSmtp({ url, from, timeout = 15_000 }: SmtpOptions): Transport {
  return {
    channel: 'mail',
    idempotent: false,
    async send(letter) {
      // Nodemailer takes its time to load: a server that sends no mail need not.
      const { composeMail } = await import('./smtp-mail.ts');
      const { converse } = await import('./smtp-session.ts');
      const mail = await composeMail(from, letter);
      try {
        await converse({ url, timeout }, mail);
        return { kind: 'sent' };
      } catch (error) {
        return judge(error, mail.content.readableDidRead);
      }
    },
  };
}

/** `begun`: the text was going out when it failed. A reply of the server settles what became of it all the same. */
function judge(error: unknown, begun: boolean): Outcome {
  const { code, responseCode, permanent } = readError(error);
  const reason = responseCode === undefined ? `SMTP: ${code}` : `the mail server answered ${responseCode}`;
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (permanent && ofThisMail) return { kind: 'never', reason };
  if (begun && responseCode === undefined) {
    return { kind: 'never', reason: `${reason}, nobody knows whether it was delivered` };
  }
  return { kind: 'later', reason };
}

interface SmtpFailure {
  readonly code: string;
  readonly responseCode: number | undefined;
  /** The server refuses for good. */
  readonly permanent: boolean;
}

function readError(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { code: 'unknown', responseCode: undefined, permanent: false };
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : error.name,
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined,
    permanent: 'permanent' in error && error.permanent === true,
  };
}
