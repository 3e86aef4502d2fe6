import type { JsonObject } from '../../../../src/contract/json.ts';
import { api } from '../compare.ts';
import { body, done, json, type MessageChange, needed, paths, required } from './documents.ts';

const hooks = (webhooks: JsonObject): JsonObject => paths({}, { webhooks });
const calling = (callbacks: JsonObject): JsonObject => api({ callbacks });
const hook = (operation: JsonObject): JsonObject => ({
  '{$request.body#/url}': { post: { responses: done, ...operation } },
});

const sends = (said: JsonObject): JsonObject => ({
  parameters: [{ name: 'X-Attempt', in: 'header', schema: { type: 'integer' }, ...said }],
});

export const webhooks: readonly MessageChange[] = [
  ['info', 'webhook-added', hooks({}), hooks({ paid: { post: { responses: done } } })],
  ['error', 'webhook-removed', hooks({ paid: { post: { responses: done } } }), hooks({})],
  ['info', 'callback-added', calling({}), calling({ paid: hook({}) })],
  ['error', 'callback-removed', calling({ paid: hook({}) }), calling({})],
  [
    'error',
    'callback-url-changed',
    calling({ paid: hook({}) }),
    calling({ paid: { '{$request.body#/u}': { post: { responses: done } } } }),
  ],
  [
    'error',
    'response-body-type-generalized',
    calling({ paid: hook({ requestBody: { content: json({ type: 'integer' }) } }) }),
    calling({ paid: hook({ requestBody: { content: json({ type: 'number' }) } }) }),
  ],
  ['error', 'webhook-body-became-optional', calling({ paid: hook(required) }), calling({ paid: hook(body) })],
  ['info', 'webhook-body-became-required', calling({ paid: hook(body) }), calling({ paid: hook(required) })],
  ['error', 'required-response-header-removed', calling({ paid: hook(needed) }), calling({ paid: hook({}) })],
  [
    'info',
    'response-header-became-deprecated',
    calling({ paid: hook(sends({})) }),
    calling({ paid: hook(sends({ deprecated: true })) }),
  ],
];
