import type { JsonObject } from '../../../../src/contract/json.ts';
import { api } from '../compare.ts';
import { type MessageChange, paths } from './documents.ts';

const secured = (...security: readonly JsonObject[]): JsonObject => api({ security: [...security] });
const globally = (...security: readonly JsonObject[]): JsonObject => paths({}, { security: [...security] });
const scheme = (scheme: JsonObject): JsonObject =>
  paths({}, { components: { securitySchemes: { key: scheme } } });
const oauth = (flow: JsonObject): JsonObject =>
  scheme({
    type: 'oauth2',
    flows: { implicit: { authorizationUrl: 'https://a.test', scopes: {}, ...flow } },
  });

const flows = (flows: JsonObject): JsonObject => scheme({ type: 'oauth2', flows });

export const security: readonly MessageChange[] = [
  ['error', 'api-security-tightened', secured(), secured({ key: [] })],
  ['info', 'api-security-added', secured({ key: [] }), secured({ key: [] }, { token: [] })],
  ['info', 'api-security-removed', secured({ key: [] }, { token: [] }), secured({ token: [] })],
  ['info', 'api-security-scope-added', secured({ key: [] }), secured({ key: ['read'] })],
  ['info', 'api-security-scope-removed', secured({ key: ['read'] }), secured({ key: [] })],
  ['info', 'api-global-security-added', globally({ key: [] }), globally({ key: [] }, { token: [] })],
  ['info', 'api-global-security-removed', globally({ key: [] }, { token: [] }), globally({ token: [] })],
  ['info', 'api-global-security-scope-added', globally({ key: [] }), globally({ key: ['read'] })],
  ['info', 'api-global-security-scope-removed', globally({ key: ['read'] }), globally({ key: [] })],
  ['info', 'api-security-component-added', paths({}), scheme({ type: 'http', scheme: 'basic' })],
  ['info', 'api-security-component-removed', scheme({ type: 'http', scheme: 'basic' }), paths({})],
  [
    'error',
    'api-security-component-type-changed',
    scheme({ type: 'http', scheme: 'basic' }),
    scheme({ type: 'mutualTLS' }),
  ],
  [
    'error',
    'api-security-component-changed',
    scheme({ type: 'apiKey', in: 'header', name: 'A' }),
    scheme({ type: 'apiKey', in: 'query', name: 'A' }),
  ],
  [
    'info',
    'api-security-component-oauth-url-changed',
    oauth({}),
    oauth({ authorizationUrl: 'https://b.test' }),
  ],
  [
    'info',
    'api-security-component-deprecated',
    scheme({ type: 'http', scheme: 'basic' }),
    scheme({ type: 'http', scheme: 'basic', deprecated: true }),
  ],
  ['info', 'api-security-component-oauth-flow-added', flows({}), flows({ password: {} })],
  ['error', 'api-security-component-oauth-flow-removed', flows({ password: {} }), flows({})],
  [
    'info',
    'api-security-component-oauth-token-url-changed',
    oauth({ refreshUrl: 'https://a.test' }),
    oauth({ refreshUrl: 'https://b.test' }),
  ],
  [
    'info',
    'api-security-component-oauth-token-url-changed',
    oauth({ tokenUrl: 'https://a.test' }),
    oauth({ tokenUrl: 'https://b.test' }),
  ],
  ['info', 'api-security-component-oauth-scope-added', oauth({}), oauth({ scopes: { read: 'Read' } })],
  ['info', 'api-security-component-oauth-scope-removed', oauth({ scopes: { read: 'Read' } }), oauth({})],
  [
    'info',
    'api-security-component-oauth-scope-changed',
    oauth({ scopes: { read: 'Read' } }),
    oauth({ scopes: { read: 'Read all' } }),
  ],
];
