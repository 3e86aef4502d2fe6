import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import type { Letter } from './transport.ts';

/** A mail as it goes over the wire. */
export interface Mail {
  readonly envelope: SMTPEnvelope;
  /** Read by whoever sends it, once the server has asked for it. */
  readonly content: Readable;
}

/** A plain-text mail of a program (RFC 3834, section 5). Its Message-ID is the letter's id, the same for every try. */
export async function composeMail(from: string, { id, to, subject, text }: Letter): Promise<Mail> {
  const node = new MailComposer({
    from,
    // As an object: nodemailer would read commas in a string as several recipients.
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${id}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { envelope: node.getEnvelope(), content: Readable.from([await node.build()]) };
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}
