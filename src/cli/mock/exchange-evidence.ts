import type { MockViolation } from '../../../mock/exchange.ts';
import type { MockExchange } from '../../../mock/node.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Json } from '../../contract/json.ts';
import type { CheckEvidence } from '../../evidence/types.ts';

/** One proxied exchange as evidence: a check of its own, failed when it broke the contract. */
export function toCheck(exchange: MockExchange, number: number, upstream: URL): CheckEvidence {
  const { request, response, startedAt, durationMs } = exchange;
  const { explanation } = response;
  const findings = explanation.violations.filter(({ severity }) => severity === 'Error').map(toFinding);
  const operation = explanation.operation ?? '';
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  return {
    id: `traffic/${number}`,
    checklist: 'traffic',
    contract: operation.split('.', 1)[0] ?? '',
    summary: `${request.method} ${target} → ${response.status}`,
    description: explanation.route ?? 'no documented operation',
    source: null,
    tags: [],
    verdict: findings.length === 0 ? 'passed' : 'failed',
    findings,
    durationMs,
    exchanges: [
      {
        step: String(number),
        operation,
        requestId: response.headers['x-request-id'] ?? request.headers['x-request-id'] ?? '',
        startedAt: startedAt.toISOString(),
        durationMs,
        request: {
          method: request.method,
          url: new URL(upstream.pathname.replace(/\/$/, '') + target, upstream).href,
          headers: request.headers,
          body: readBody(request.body, request.headers['content-type']),
        },
        response: {
          status: response.status,
          headers: response.headers,
          body: readBody(response.body, response.headers['content-type']),
        },
        logs: [],
      },
    ],
  };
}

function toFinding({ location, message, code }: MockViolation): Finding {
  const [side = '', ...rest] = location;
  return {
    id: `${side}-breaks-contract`,
    message,
    location: rest.join('.'),
    ...(code === undefined ? {} : { expected: String(code) }),
  };
}

/** Parsed when JSON, else text; null without a body. */
function readBody(body: Uint8Array | string | undefined, mediaType = ''): Json {
  if (body === undefined || body.length === 0) return null;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (!/[/+]json\b/.test(mediaType)) return text;
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return text;
  }
}
