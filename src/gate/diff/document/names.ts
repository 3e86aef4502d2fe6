import type { Operation, Parameter } from '../../../contract/types.ts';

/** `GET /users/{id}`. */
export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** `webhook post payment`. */
export const webhookName = (operation: Operation): string => `webhook ${nameOf(operation)}`;

/** `query parameter "limit"`. */
export const parameterWords = ({ in: place, name }: Parameter): string =>
  `${place} parameter ${JSON.stringify(name)}`;
