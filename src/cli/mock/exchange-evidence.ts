import type { MockViolation } from '../../../mock/exchange.ts';
import type { MockExchange } from '../../../mock/node.ts';
import { readBody } from '../../checklist/http/read-body.ts';
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
          body: bodyOf(request.body, request.headers['content-type']),
        },
        response: {
          status: response.status,
          headers: response.headers,
          body: bodyOf(response.body, response.headers['content-type']),
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

function bodyOf(body: Uint8Array | string | undefined, mediaType: string | undefined): Json {
  return readBody(typeof body === 'string' ? Buffer.from(body) : body, mediaType) ?? null;
}
