import { object, text } from '../../document/members.ts';
import type { Resolver } from '../../document/resolve.ts';
import type { JsonObject } from '../../json.ts';

/** `securityDefinitions` as `components.securitySchemes`. */
export function convertSecurityDefinitions(definitions: JsonObject, resolver: Resolver): JsonObject {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, raw]) => [name, convertScheme(object(resolver.resolve(raw)))]),
  );
}

function convertScheme(scheme: JsonObject): JsonObject {
  if (scheme.type === 'basic') {
    const { type, ...rest } = scheme;
    return { ...rest, type: 'http', scheme: 'basic' };
  }
  return scheme.type === 'oauth2' ? convertOauth2(scheme) : scheme;
}

const flowNames: Readonly<Record<string, string>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};

function convertOauth2({ flow, authorizationUrl, tokenUrl, scopes, ...rest }: JsonObject): JsonObject {
  const name = flowNames[String(flow)] ?? 'implicit';
  return {
    ...rest,
    flows: {
      [name]: {
        ...(text(authorizationUrl) === undefined ? {} : { authorizationUrl: authorizationUrl ?? '' }),
        ...(text(tokenUrl) === undefined ? {} : { tokenUrl: tokenUrl ?? '' }),
        scopes: object(scopes),
      },
    },
  };
}
