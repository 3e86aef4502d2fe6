import { messages } from './messages.ts';
import { operations } from './operations.ts';
import { parameterValues } from './parameter-values.ts';
import { parameters } from './parameters.ts';
import { requestProperties } from './request-properties.ts';
import { responseProperties } from './response-properties.ts';
import { security } from './security.ts';
import { webhooks } from './webhooks.ts';

/** Every kind of change of anything but the schema of a body. */
export const messageChanges = [
  ...operations,
  ...webhooks,
  ...security,
  ...parameters,
  ...parameterValues,
  ...messages,
  ...requestProperties,
  ...responseProperties,
];
