import type { components } from '../../../../types/auth-v2.ts';

type Schemas = components['schemas'];
export type Refusal = Schemas['Refusal'];

// The messages are the document's own descriptions of the outcomes; the compiler holds them against the contract.

export function missing(field: string): Schemas['MissingField'] {
  return { code: 7, message: 'объект не содержит требуемого поля', field };
}

export function empty(field: string): Schemas['EmptyField'] {
  return { code: 8, message: 'объект содержит поле с пустым значением', field };
}

/** `field`: null when no single one is at fault. */
export function wrong(field: string | null): Schemas['WrongField'] {
  return { code: 9, message: 'объект содержит поле с недопустимым значением', field };
}

export const emailExists: Schemas['EmailExists'] = {
  code: 100,
  message: 'учётная запись с данным адресом электронной почты уже зарегистрирована',
  field: 'email_address',
};

export const phoneExists: Schemas['PhoneExists'] = {
  code: 101,
  message: 'учётная запись с данным номером телефона уже зарегистрирована',
  field: 'phone_number',
};

export function emailNotFound(field: string): Schemas['EmailNotFound'] {
  return { code: 100, message: 'учётная запись с данным адресом электронной почты не найдена', field };
}

export function phoneNotFound(field: string): Schemas['LoginPhoneNotFound'] {
  return { code: 101, message: 'учётная запись с данным номером телефона не найдена', field };
}

/** loginByPhone has a number of its own for this (erratum A2-7). */
export function loginPhoneNotFound(field: string): Schemas['PhoneNotFound'] {
  return { code: 100, message: 'учётная запись с данным номером телефона не найдена', field };
}

export function codeAlreadySent(field: string): Schemas['CodeAlreadySent'] {
  return { code: 105, message: 'код аутентификации уже был отправлен', field };
}

export const deadCode: Schemas['DeadCode'] = {
  code: 106,
  message: 'код аутентификации недействителен',
  field: 'code',
};
