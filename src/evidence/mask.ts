import type { Finding } from '../contract/finding.ts';
import type { Fingerprint } from './mask/fingerprint.ts';
import { createKnownSecrets } from './mask/known-secrets.ts';
import { maskHeaders } from './mask/mask-headers.ts';
import { mapStrings, maskJson } from './mask/mask-json.ts';
import { maskForm, maskText, type Note } from './mask/mask-text.ts';
import { type IsSecret, isSecretKey, isSecretMember } from './mask/secret-keys.ts';
import type { CheckEvidence, Exchange, LogLine, RecordedRequest, RecordedResponse } from './types.ts';

type Message = Pick<RecordedRequest, 'headers' | 'body'>;
type Replace = (text: string) => string;

/**
 * A check with every secret in it replaced by a fingerprint: first where a name gives it away (`password`,
 * `Authorization`, a JWT, …), then wherever the same value recurs in this check: URLs, mail texts, log lines, findings.
 * `secrets` are known from elsewhere, under whatever name they are sent.
 */
export function maskCheck(
  check: CheckEvidence,
  fingerprint: Fingerprint,
  secrets: readonly string[] = [],
): CheckEvidence {
  const { note, replace } = createKnownSecrets(fingerprint);
  for (const secret of secrets) note(secret);
  const exchanges = check.exchanges.map((exchange) => maskByName(exchange, note));
  const findings = check.findings.map((finding) => mapFinding(finding, (text) => maskText(text, note)));
  const reason = check.reason === undefined ? undefined : maskText(check.reason, note);
  return {
    ...check,
    exchanges: exchanges.map((exchange) => maskByValue(exchange, replace)),
    findings: findings.map((finding) => mapFinding(finding, replace)),
    ...(reason === undefined ? {} : { reason: replace(reason) }),
  };
}

function maskByName(exchange: Exchange, note: Note): Exchange {
  const { request, response, logs } = exchange;
  return {
    ...exchange,
    request: { ...request, ...maskMessage(request, note, isSecretMember), url: maskText(request.url, note) },
    ...(response && { response: { ...response, ...maskMessage(response, note) } }),
    logs: logs.map((line) => mapMessage(line, (text) => maskText(text, note))),
  };
}

/** A number named `code` is an error code where it is answered, and a one-time code where it is sent. */
function maskMessage(
  { headers, body }: Message,
  note: Note,
  isSecretNumber: IsSecret = isSecretKey,
): Message {
  const isForm =
    typeof body === 'string' && headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return {
    headers: maskHeaders(headers, note),
    body: isForm ? maskForm(body, note) : maskJson(body, note, isSecretNumber),
  };
}

function maskByValue(exchange: Exchange, replace: Replace): Exchange {
  const { request, response, logs } = exchange;
  return {
    ...exchange,
    request: { ...request, ...replaceMessage(request, replace), url: replace(request.url) },
    ...(response && { response: replaceMessage(response, replace) }),
    logs: logs.map((line) => mapMessage(line, replace)),
  };
}

function replaceMessage<M extends RecordedRequest | RecordedResponse>(message: M, replace: Replace): M {
  const headers = Object.entries(message.headers).map(([name, value]) => [name, replace(value)]);
  return { ...message, headers: Object.fromEntries(headers), body: mapStrings(message.body, replace) };
}

function mapMessage(line: LogLine, change: Replace): LogLine {
  return { ...line, message: change(line.message), file: change(line.file) };
}

function mapFinding(finding: Finding, change: Replace): Finding {
  const { expected, actual } = finding;
  return {
    ...finding,
    message: change(finding.message),
    location: change(finding.location),
    ...(expected === undefined ? {} : { expected: change(expected) }),
    ...(actual === undefined ? {} : { actual: change(actual) }),
  };
}
