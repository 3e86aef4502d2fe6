import type { Finding } from '../contract/finding.ts';
import { headerMatchesSchema } from './header-matches-schema.ts';
import { mediaTypeIsDocumented } from './media-type-is-documented.ts';
import { noServerErrorDetails } from './no-server-error-details.ts';
import { requestIdEchoed } from './request-id-echoed.ts';
import { requestIdPresent } from './request-id-present.ts';
import { requiredHeadersPresent } from './required-headers-present.ts';
import { responseMatchesSchema } from './response-matches-schema.ts';
import { statusIsDocumented } from './status-is-documented.ts';
import type { Check, JudgedExchange } from './types.ts';

/** Every automatic check, in the order its findings are reported. To add one see docs/add-a-check.md. */
export const checks: readonly Check[] = [
  statusIsDocumented,
  mediaTypeIsDocumented,
  responseMatchesSchema,
  requiredHeadersPresent,
  headerMatchesSchema,
  requestIdPresent,
  requestIdEchoed,
  noServerErrorDetails,
];

/** All findings of all checks on one exchange; empty when it keeps every promise. */
export function judge(exchange: JudgedExchange): Finding[] {
  return checks.flatMap((check) => check.judge(exchange));
}
