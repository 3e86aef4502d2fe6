import type { Message } from '../outbox/message.ts';

/** The mail with the link that confirms an account. */
export function confirmationMail(to: string, link: string, expiresAt: string): Message {
  return {
    channel: 'mail',
    to,
    subject: 'Подтвердите регистрацию',
    text: `Чтобы подтвердить регистрацию, откройте ссылку в течение суток: ${link}\n\nЕсли вы не регистрировались, просто удалите это письмо.`,
    link,
    expiresAt,
  };
}
