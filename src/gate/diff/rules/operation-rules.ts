import type { Rule } from '../types.ts';

type Row = Omit<Rule, 'id'>;

const operation = (level: Rule['level'], sentence: string): Row => ({
  level,
  direction: 'none',
  area: 'operations',
  sentence,
});
const security = (level: Rule['level'], sentence: string): Row => ({
  level,
  direction: 'none',
  area: 'security',
  sentence,
});

/** Operations, webhooks, their life cycle, and who may call them. */
export const operationRules = {
  'api-path-removed-without-deprecation': operation(
    'error',
    'A path was removed that nobody was told would go.',
  ),
  'api-path-removed-with-deprecation': operation('info', 'A deprecated path was removed.'),
  'api-path-removed-before-sunset': operation(
    'error',
    'A path was removed before the date it was promised to last to.',
  ),
  'api-removed-without-deprecation': operation(
    'error',
    'An operation was removed that nobody was told would go.',
  ),
  'api-removed-with-deprecation': operation('info', 'A deprecated operation was removed.'),
  'api-removed-before-sunset': operation(
    'error',
    'An operation was removed before the date it was promised to last to.',
  ),
  'endpoint-added': operation('info', 'An operation was added.'),
  'endpoint-deprecated': operation('info', 'An operation was deprecated.'),
  'endpoint-deprecated-with-sunset': operation(
    'info',
    'An operation was deprecated, with the date it will go.',
  ),
  'endpoint-reactivated': operation('info', 'An operation is no longer deprecated.'),
  'api-deprecated-sunset-missing': operation(
    'info',
    'An operation was deprecated without a date when it will go.',
  ),
  'api-path-sunset-parse': operation('error', 'A path was removed whose sunset was no date.'),
  'api-sunset-date-too-small': operation(
    'error',
    'A deprecated operation goes sooner than clients were promised.',
  ),
  'api-deprecated-sunset-parse': operation('error', 'The sunset of a deprecated operation is no date.'),
  'sunset-deleted': operation('error', 'A deprecated operation lost the date it was promised to last to.'),
  'api-sunset-date-changed-too-small': operation(
    'error',
    'A deprecated operation goes earlier than promised.',
  ),
  'api-stability-decreased': operation('error', 'An operation is promised to be less stable than before.'),
  'api-stability-increased': operation('info', 'An operation is promised to be more stable than before.'),
  'api-invalid-stability-level': operation(
    'error',
    'A stability level is none of draft, alpha, beta and stable.',
  ),
  'api-operation-id-removed': operation(
    'info',
    'An operationId changed: names in generated clients change with it.',
  ),
  'api-operation-id-added': operation('info', 'An operation got an operationId.'),
  'api-tag-added': operation('info', 'An operation got a tag.'),
  'api-tag-removed': operation('info', 'An operation lost a tag.'),
  'api-version-not-bumped': operation('info', 'Clients break, and the version is what it was.'),
  'api-version-decreased': operation('info', 'Clients break, and the version went back.'),
  'api-major-version-not-bumped': operation(
    'info',
    'Clients break, and the version promises that they do not (semantic versioning).',
  ),
  'api-schema-removed': operation('info', 'A schema lost its name: generated clients have one type less.'),
  'callback-added': operation('info', 'A callback was added.'),
  'callback-removed': operation('error', 'A callback was removed: who waits for it waits in vain.'),
  'callback-url-changed': operation('error', 'A callback goes to another address.'),
  'webhook-added': operation('info', 'A webhook was added.'),
  'webhook-removed': operation('error', 'A webhook was removed: who waits for it waits in vain.'),
  'api-security-tightened': security(
    'error',
    'Clients that were let in are now refused: more is asked of them.',
  ),
  'api-security-added': security('info', 'There is one more way to authenticate.'),
  'api-security-removed': security('info', 'There is one way less to authenticate.'),
  'api-security-scope-added': security('info', 'A way to authenticate asks for one more scope.'),
  'api-security-scope-removed': security('info', 'A way to authenticate asks for one scope less.'),
  'api-global-security-added': security('info', 'The document has one more way to authenticate.'),
  'api-global-security-removed': security('info', 'The document has one way less to authenticate.'),
  'api-global-security-scope-added': security('info', 'The document asks for one more scope.'),
  'api-global-security-scope-removed': security('info', 'The document asks for one scope less.'),
  'api-security-component-changed': security(
    'error',
    'Credentials travel in another way: another place, name or HTTP scheme.',
  ),
  'api-security-component-type-changed': security('error', 'Credentials are of another type.'),
  'api-security-component-added': security('info', 'A security scheme was added.'),
  'api-security-component-removed': security('info', 'A security scheme was removed.'),
  'api-security-component-oauth-url-changed': security('info', 'The authorization URL of OAuth changed.'),
  'api-security-component-oauth-token-url-changed': security('info', 'The token URL of OAuth changed.'),
  'api-security-component-oauth-scope-added': security('info', 'An OAuth scheme has one more scope.'),
  'api-security-component-oauth-scope-removed': security('info', 'An OAuth scheme has one scope less.'),
  'api-security-component-oauth-scope-changed': security(
    'info',
    'A scope of an OAuth scheme is described anew.',
  ),
} as const satisfies Record<string, Row>;
