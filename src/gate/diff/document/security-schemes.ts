import { object, text } from '../../../contract/document/members.ts';
import { escapeStep } from '../../../contract/document/pointer.ts';
import { isObject, type JsonObject } from '../../../contract/json.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type Told, tell } from './comparison.ts';
import type { Side } from './side.ts';

const holder = '/components/securitySchemes';

/** `components.securitySchemes`: how credentials travel. */
export function compareSecuritySchemes({ old, new: fresh }: Comparison): readonly RawChange[] {
  const before = schemesOf(old);
  const after = schemesOf(fresh);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .flatMap((name) => compare(name, before.get(name), after.get(name)))
    .map((told) => tell('', told));
}

function schemesOf(side: Side): ReadonlyMap<string, JsonObject> {
  const names = Object.keys(object(side.find(holder)?.value));
  return new Map(
    names.flatMap((name) => {
      const value = side.find(holder, name)?.value;
      return isObject(value) ? [[name, value]] : [];
    }),
  );
}

function compare(name: string, old: JsonObject | undefined, fresh: JsonObject | undefined): readonly Told[] {
  const place = newPlace(fresh ? `${holder}/${escapeStep(name)}` : holder);
  const subject = `security scheme ${name}`;
  if (!old) return [{ rule: 'api-security-component-added', subject, message: 'it is new', place }];
  if (!fresh) return [{ rule: 'api-security-component-removed', subject, message: 'it is gone', place }];
  const told = [
    ...credentials(old, fresh, place),
    ...deprecation(old, fresh, place),
    ...movedUrls(old, fresh, place),
    ...flows(object(old.flows), object(fresh.flows), place),
  ];
  return told.map((each) => ({ ...each, subject }));
}

const travel = ['type', 'in', 'name', 'scheme', 'openIdConnectUrl'];

function credentials(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  const changed = travel.filter((member) => word(old[member]) !== word(fresh[member]));
  return changed.map((member) => ({
    rule: member === 'type' ? 'api-security-component-type-changed' : 'api-security-component-changed',
    message: `clients that send credentials by ${member} ${word(old[member])} are now refused`,
    place,
    expected: word(old[member]),
    actual: word(fresh[member]),
  }));
}

/** Names of HTTP headers and schemes have no case. */
const word = (value: unknown): string => String(value ?? 'none').toLowerCase();

function flows(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((flow): readonly Told[] => {
    if (!(flow in old))
      return [
        { rule: 'api-security-component-oauth-flow-added', message: `tokens may be got by ${flow}`, place },
      ];
    if (flow in fresh) return compareFlow(object(old[flow]), object(fresh[flow]), place);
    const message = `clients that get their tokens by ${flow} no longer get any`;
    return [{ rule: 'api-security-component-oauth-flow-removed', message, place }];
  });
}

/** OpenAPI 3.2. */
function deprecation(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  if (old.deprecated === true || fresh.deprecated !== true) return [];
  return [{ rule: 'api-security-component-deprecated', message: 'it is deprecated', place }];
}

const urls = [
  ['authorizationUrl', 'api-security-component-oauth-url-changed'],
  ['oauth2MetadataUrl', 'api-security-component-oauth-url-changed'],
  ['tokenUrl', 'api-security-component-oauth-token-url-changed'],
  ['refreshUrl', 'api-security-component-oauth-token-url-changed'],
] as const;

function compareFlow(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  return [...movedUrls(old, fresh, place), ...scopes(object(old.scopes), object(fresh.scopes), place)];
}

function movedUrls(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  return urls
    .filter(([member]) => old[member] !== fresh[member])
    .map(
      ([member, rule]): Told => ({
        rule,
        message: `${member} is now ${text(fresh[member]) ?? 'gone'}`,
        place,
      }),
    );
}

function scopes(old: JsonObject, fresh: JsonObject, place: Told['place']): readonly Told[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return names.flatMap((scope): readonly Told[] => {
    if (!(scope in old))
      return [
        { rule: 'api-security-component-oauth-scope-added', message: `the scope ${scope} is new`, place },
      ];
    if (!(scope in fresh))
      return [
        { rule: 'api-security-component-oauth-scope-removed', message: `the scope ${scope} is gone`, place },
      ];
    if (old[scope] === fresh[scope]) return [];
    return [
      {
        rule: 'api-security-component-oauth-scope-changed',
        message: `the scope ${scope} is described anew`,
        place,
      },
    ];
  });
}
