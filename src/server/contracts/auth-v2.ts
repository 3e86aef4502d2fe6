import type { components, operations } from '../../types/auth-v2.ts';
import type { Holder } from '../accounts/account.ts';
import { InvalidCredentials } from '../accounts/errors.ts';
import { isRussianMobile } from '../accounts/russian-mobile.ts';
import type { Entered, Requested } from '../codes/service.ts';
import type { ContractModule } from './contract-module.ts';
import { codedDialect } from './dialects/coded/dialect.ts';
import {
  codeAlreadySent,
  deadCode,
  emailNotFound,
  loginPhoneNotFound,
  phoneNotFound,
  wrong,
} from './dialects/coded/refusals.ts';
import type { HandlerCall, Handlers, ReplyOf, RequestOf } from './handlers.ts';

/** Seconds (erratum A2-17). */
const TOKEN_LIFETIME = 12 * 60 * 60;

/** Registration, login by password or by a code, sign-out. Every refusal has a number of its own. */
export const authV2: ContractModule = {
  id: 'auth-v2',
  log: 'auth-v2',
  dialect: codedDialect,
  handlers: ({ accounts, sessions, codes }): Handlers<operations> => {
    const openSession = (call: HandlerCall, holder: Holder) =>
      sessions.issueAccess(call, holder, TOKEN_LIFETIME);
    const enterCode = async (
      { body }: RequestOf<operations['enterCode']>,
      call: HandlerCall,
    ): Promise<ReplyOf<operations['enterCode']>> => {
      if (!isLogin(body.login)) return { status: 422, body: wrong('login') };
      const entered: Entered = await codes.enter(call, body.login, body.code);
      if (entered.kind === 'unknown') return { status: 404, body: notFound(body.login) };
      if (entered.kind === 'invalid') return { status: 422, body: deadCode };
      return {
        status: 200,
        body: withToken('Вы успешно авторизованы', await openSession(call, entered.account)),
      };
    };
    return {
      async register({ body }, call) {
        if (!isRussianMobile(body.phone_number)) return { status: 422, body: wrong('phone_number') };
        const { name, surname, patronymic, email_address: email, phone_number: phone, password } = body;
        const person = { name, surname, patronymic };
        const holder = await accounts.register(call, { ...person, contacts: { email, phone }, password });
        return {
          status: 200,
          body: withToken('Вы успешно зарегистрированы', await openSession(call, holder)),
        };
      },
      async requestVerification({ body }, call) {
        if (!isLogin(body.login)) return { status: 422, body: wrong('login') };
        const requested = await codes.request(call, body.login, 'verification', call.caller.account);
        return replyTo(requested, 'login', notFound(body.login));
      },
      async loginByPassword({ body: { email_address, password } }, call) {
        try {
          const holder = await accounts.checkPassword(call, email_address, password);
          return { status: 200, body: withToken('Вы успешно авторизованы', await openSession(call, holder)) };
        } catch (error) {
          const unknown =
            error instanceof InvalidCredentials && !(await accounts.findId(call, email_address));
          if (unknown) return { status: 404, body: emailNotFound('email_address') };
          throw error;
        }
      },
      async loginByPhone({ body: { phone_number } }, call) {
        if (!isRussianMobile(phone_number)) return { status: 422, body: wrong('phone_number') };
        const requested = await codes.request(call, phone_number, 'login');
        return replyTo(requested, 'phone_number', loginPhoneNotFound('phone_number'));
      },
      async recoverPassword({ body: { login } }, call) {
        if (!isLogin(login)) return { status: 422, body: wrong('login') };
        return replyTo(await codes.request(call, login, 'recovery'), 'login', notFound(login));
      },
      enterCode,
      enterCodeAsDocumented: enterCode,
      async signOut(_request, call) {
        await sessions.logout(call, call.caller);
        return { status: 204 };
      },
    };
  },
};

function withToken(message: string, token: string): components['schemas']['WithToken'] {
  return { message, data: { token } };
}

/** The answer to a request for a code; `missing` is what is said when no account has that login. */
function replyTo<NotFound>(requested: Requested, field: string, missing: NotFound) {
  switch (requested.kind) {
    case 'sent': {
      const body: components['schemas']['CodeSent'] = {
        message: 'Код отправлен',
        data: { timeout: requested.timeout },
      };
      return { status: 200, body } as const;
    }
    case 'already-sent': {
      const headers = { 'Retry-After': String(requested.retryAfter) };
      return { status: 429, headers, body: codeAlreadySent(field) } as const;
    }
    case 'unknown':
      return { status: 404, body: missing } as const;
  }
}

function notFound(login: string): components['schemas']['NotFound'] {
  return isEmail(login) ? emailNotFound('login') : phoneNotFound('login');
}

function isEmail(login: string): boolean {
  return login.includes('@');
}

/** The document has checked the form; whether an operator has the number, a pattern cannot tell. */
function isLogin(login: string): boolean {
  return isEmail(login) || isRussianMobile(login);
}
