import type { JsonObject } from '../../../../src/contract/json.ts';
import { api, info } from '../compare.ts';
import { dated, done, type MessageChange, needed, paths, stable, text } from './documents.ts';

const versions = (version: string, operation: JsonObject): JsonObject => ({
  ...api(operation),
  info: { ...info, version },
});
const served = (url: string): JsonObject => paths({}, { servers: [{ url }] });
const kept = { '/kept': { get: { responses: done } } };
const gone = (operation: JsonObject): JsonObject =>
  paths({ ...kept, '/gone': { get: { responses: done, ...operation } } });
const left = (operation: JsonObject): JsonObject =>
  paths({ '/kept': { get: { responses: done }, put: { responses: done, ...operation } } });

export const operations: readonly MessageChange[] = [
  ['info', 'endpoint-added', paths(kept), gone({})],
  ['error', 'api-path-removed-without-deprecation', gone({}), paths(kept)],
  ['info', 'api-path-removed-with-deprecation', gone(dated('2026-01-01')), paths(kept)],
  ['error', 'api-path-removed-before-sunset', gone(dated('2027-01-01')), paths(kept)],
  ['error', 'api-path-sunset-parse', gone(dated('some day')), paths(kept)],
  ['error', 'api-removed-without-deprecation', left({}), paths(kept)],
  ['info', 'api-removed-with-deprecation', left({ deprecated: true }), paths(kept)],
  ['error', 'api-removed-before-sunset', left(dated('2027-01-01')), paths(kept)],
  ['info', 'endpoint-deprecated', api({}), api({ deprecated: true })],
  ['info', 'endpoint-deprecated-with-sunset', api({}), api(dated('2027-01-01'))],
  ['info', 'endpoint-reactivated', api({ deprecated: true }), api({})],
  ['info', 'api-deprecated-sunset-missing', api({}), api({ deprecated: true })],
  ['error', 'api-deprecated-sunset-parse', api({}), api(dated('some day'))],
  ['error', 'api-sunset-date-too-small', api({}), api(dated('2026-05-01'))],
  ['error', 'sunset-deleted', api(dated('2027-01-01')), api({ deprecated: true })],
  ['error', 'api-sunset-date-changed-too-small', api(dated('2027-02-01')), api(dated('2027-01-01'))],
  ['error', 'api-stability-decreased', api({}), api(stable('beta'))],
  ['info', 'api-stability-increased', api(stable('beta')), api({})],
  ['error', 'api-invalid-stability-level', api({}), api(stable('solid'))],
  ['info', 'api-operation-id-removed', api({ operationId: 'a' }), api({ operationId: 'b' })],
  ['info', 'api-operation-id-added', api({}), api({ operationId: 'b' })],
  ['info', 'api-tag-added', api({}), api({ tags: ['a'] })],
  ['info', 'api-tag-removed', api({ tags: ['a'] }), api({})],
  ['error', 'api-base-path-removed', served('https://a.test/v1'), served('https://a.test/v2')],
  ['info', 'api-server-removed', served('https://a.test'), served('https://b.test')],
  ['info', 'api-server-added', served('https://a.test'), served('https://b.test')],
  ['info', 'api-version-not-bumped', versions('1.2.0', {}), versions('1.2.0', needed)],
  ['info', 'api-version-decreased', versions('1.2.0', {}), versions('1.1.0', needed)],
  ['info', 'api-major-version-not-bumped', versions('1.2.0', {}), versions('1.3.0', needed)],
  ['info', 'api-schema-removed', paths({}, { components: { schemas: { Pet: text } } }), paths({})],
];
