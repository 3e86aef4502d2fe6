import { AlreadyExists, InvalidCredentials } from '../../../accounts/errors.ts';
import { DatabaseUnavailable, ValueRefused } from '../../../domain-error.ts';
import {
  BodyIncomplete,
  BodyTooLarge,
  InternalError,
  MethodNotAllowed,
  PathNotFound,
} from '../../../http/errors.ts';
import { TooManyRequests } from '../../../limits/errors.ts';
import { InvalidToken, NotAuthenticated } from '../../../sessions/errors.ts';
import type { Dialect } from '../../dialect.ts';
import type { Reply } from '../../handlers.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { faultOf } from './fault.ts';
import { emailExists, phoneExists, type Refusal, wrong } from './refusals.ts';

/** Refusals that the document gives no number: the HTTP status is the code (erratum A2-10). */
const unnumbered: readonly Wording[] = [
  [PathNotFound, 404, 'такого пути нет'],
  [MethodNotAllowed, 405, 'метод не поддерживается'],
  [BodyTooLarge, 413, 'тело запроса слишком велико'],
  [NotAuthenticated, 401, 'требуется токен авторизации'],
  [InvalidToken, 401, 'токен авторизации недействителен'],
  [TooManyRequests, 429, 'слишком много попыток'],
  [DatabaseUnavailable, 503, 'база данных недоступна'],
  [InternalError, 500, 'внутренняя ошибка сервера'],
];

/** The dialect of auth-v2: an HTTP status and a body with a number of its own, `422:7` in the words of the document. */
export const codedDialect: Dialect = {
  invalid: (violations) => refuse(422, faultOf(violations)),
  word(error) {
    if (error instanceof AlreadyExists)
      return refuse(409, error.field === 'phone' ? phoneExists : emailExists);
    if (error instanceof InvalidCredentials) return refuse(422, wrong('password'));
    if (error instanceof ValueRefused || error instanceof BodyIncomplete) return refuse(422, wrong(null));
    const wording = wordingOf(unnumbered, error);
    return wording && refuse(wording[1], { code: wording[1], message: wording[2], field: null });
  },
};

function refuse(status: number, body: Refusal): Reply {
  return { status, body };
}
