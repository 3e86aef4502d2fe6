import type { Message } from '../outbox/message.ts';
import { LIFETIME } from './rules.ts';

/** What a code is asked for. */
export type Purpose = 'verification' | 'login' | 'recovery';

const subjects: Readonly<Record<Purpose, string>> = {
  verification: 'Подтверждение адреса',
  login: 'Код для входа',
  recovery: 'Восстановление доступа',
};

/** What a mail says and, being short, an SMS as well. */
export function wordCode(purpose: Purpose, code: string): Pick<Message, 'subject' | 'text' | 'code'> {
  const text = `Ваш код: ${code}. Он действует ${LIFETIME / 60} минут. Никому его не сообщайте.`;
  return { subject: subjects[purpose], text, code };
}
