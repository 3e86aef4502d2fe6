import { isJsonValue } from '../../src/contract/json.ts';
import { readPreferences } from '../ask/preferences.ts';
import { decodeText } from '../http/bytes.ts';
import { unprocessable } from '../negotiation/negotiate-invalid.ts';
import { problemBody } from '../problem.ts';
import { serialize } from '../serialize/body.ts';
import { errorsText } from '../slots/respond.ts';
import type { Behaved, Behaviour, Checked, Refusal } from '../types.ts';
import { violationsHeader } from '../validation/violations.ts';
import { prismProblem, prismViolations } from './result.ts';

export interface PrismOptions {
  readonly dynamic: boolean;
  readonly ignoreExamples: boolean;
  readonly errors: boolean;
  readonly seed?: string;
}

/**
 * Stoplight Prism as a behaviour: the same document, routed and delivered by this mock, answered by Prism. For comparing,
 * and for those who want exactly its answers. Needs the package `@stoplight/prism-cli`; rejects when it is not installed.
 * `sources` are the documents by contract id.
 */
export async function prismBehaviour(
  sources: ReadonlyMap<string, string>,
  options: PrismOptions,
): Promise<Behaviour> {
  const [{ getHttpOperationsFromSpec }, { createClientFromOperations }] = await Promise.all([
    import('@stoplight/prism-http'),
    import('@stoplight/prism-http/dist/client.js'),
  ]);
  const config = {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    upstreamProxy: undefined,
    errors: options.errors,
    mock: { dynamic: options.dynamic, ignoreExamples: options.ignoreExamples },
    logger: await silentLogger(),
  } as const;
  const clients = new Map(
    await Promise.all(
      [...sources].map(async ([id, source]) => {
        const operations = await getHttpOperationsFromSpec(source);
        return [id, createClientFromOperations(operations, config)] as const;
      }),
    ),
  );
  return {
    claims: () => true,
    preferring: true,
    async answer(checked): Promise<Behaved | undefined> {
      const { site, request } = checked.routed;
      const client = clients.get(site.contract.id);
      const method = methodOf(request.method);
      if (client === undefined || method === undefined) return undefined;
      const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
      try {
        const mock = { ...config.mock, ...mockConfig(checked, options) };
        const input = { method, headers: request.headers, body: bodyOf(checked) };
        const output = await client.request(target, input, { ...config, mock });
        return toReply(output, options.errors);
      } catch (error) {
        return prismProblem(error);
      }
    },
  };
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

function methodOf(method: string) {
  return methods.find((name) => name === method.toLowerCase());
}

/** Prism logs every decision; here the mock does. */
async function silentLogger() {
  const { createLogger } = await import('@stoplight/prism-core');
  return createLogger('prism', { level: 'silent' });
}

function mockConfig({ routed }: Checked, options: PrismOptions) {
  const preferences = readPreferences(routed.incoming.request);
  if ('kind' in preferences) return {};
  const { code, example, dynamic } = preferences;
  const seed = preferences.seed ?? options.seed;
  return {
    ...(code === undefined ? {} : { code }),
    ...(example === undefined ? {} : { exampleKey: example }),
    ...(dynamic === undefined ? {} : { dynamic }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** As Prism's own server reads bodies: JSON parsed, anything else as text. */
function bodyOf({ routed, validation }: Checked): unknown {
  const { body, headers } = routed.request;
  if (body === undefined || body.length === 0) return null;
  return /[/+]json\b/.test(headers['content-type'] ?? '') ? validation.parsed?.body : decodeText(body);
}

type Output = Awaited<
  ReturnType<
    ReturnType<typeof import('@stoplight/prism-http/dist/client.js')['createClientFromOperations']>['request']
  >
>;

function toReply({ status, headers = {}, data, violations }: Output, errors: boolean): Behaved {
  const told = prismViolations(violations);
  const broken = told.filter(({ severity, location }) => severity === 'Error' && location[0] === 'response');
  if (errors && broken.length > 0) return ownProblem(unprocessable('VIOLATIONS', errorsText, broken));
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const text = isJsonValue(data) ? serialize(data, own['content-type']) : undefined;
  if (typeof text === 'object') return ownProblem(text);
  return {
    kind: 'reply',
    status,
    headers: told.length === 0 ? own : { ...own, 'sl-violations': violationsHeader(told) },
    body: text,
    why: 'answered by Prism',
  };
}

/** What Prism's server adds to its engine: bodies that cannot be written, and `--errors`. */
function ownProblem({ problem }: Refusal): Behaved {
  const headers = { 'content-type': 'application/problem+json' };
  return {
    kind: 'reply',
    status: problem.status,
    headers,
    body: problemBody(problem),
    why: 'refused by Prism',
  };
}
