import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptsAnyMerchant } from '../../fixtures/servers/accepts-any-merchant.ts';
import { answers401ForAMissingPassword } from '../../fixtures/servers/answers-401-for-a-missing-password.ts';
import { answers409ForAnUnknownMerchant } from '../../fixtures/servers/answers-409-for-an-unknown-merchant.ts';
import { answersValidationErrorsInHtml } from '../../fixtures/servers/answers-validation-errors-in-html.ts';
import { booksAPaymentTwice } from '../../fixtures/servers/books-a-payment-twice.ts';
import { callsTheAccessTokenOtherwise } from '../../fixtures/servers/calls-the-access-token-otherwise.ts';
import { changesHalfOfWhatItRefuses } from '../../fixtures/servers/changes-half-of-what-it-refuses.ts';
import { countsAVoteAsOftenAsItIsSent } from '../../fixtures/servers/counts-a-vote-as-often-as-it-is-sent.ts';
import { forgivesAStolenRefreshToken } from '../../fixtures/servers/forgives-a-stolen-refresh-token.ts';
import { givesEveryLogoutANewRequestId } from '../../fixtures/servers/gives-every-logout-a-new-request-id.ts';
import { givesNamesAwayBeforeTheirDay } from '../../fixtures/servers/gives-names-away-before-their-day.ts';
import { givesNoRequestIdWithAnOutage } from '../../fixtures/servers/gives-no-request-id-with-an-outage.ts';
import { hasOneCodeForEverything } from '../../fixtures/servers/has-one-code-for-everything.ts';
import { ignoresEveryPreference } from '../../fixtures/servers/ignores-every-preference.ts';
import { keepsAnInvalidRequestId } from '../../fixtures/servers/keeps-an-invalid-request-id.ts';
import { keepsTheRefreshToken } from '../../fixtures/servers/keeps-the-refresh-token.ts';
import { keepsWhoDeclinedAmongTheConfirmed } from '../../fixtures/servers/keeps-who-declined-among-the-confirmed.ts';
import { leavesContactsOut } from '../../fixtures/servers/leaves-contacts-out.ts';
import { letsAnybodyReadUsers } from '../../fixtures/servers/lets-anybody-read-users.ts';
import { letsGuessPasswordsForEver } from '../../fixtures/servers/lets-guess-passwords-for-ever.ts';
import type { Lie } from '../../fixtures/servers/lie.ts';
import { limitsWithoutSayingHowLong } from '../../fixtures/servers/limits-without-saying-how-long.ts';
import { logsPaymentsWithoutTheRequestId } from '../../fixtures/servers/logs-payments-without-the-request-id.ts';
import { makesAnybodyAnAdmin } from '../../fixtures/servers/makes-anybody-an-admin.ts';
import { saysGoodbyeAndForgetsToLogOut } from '../../fixtures/servers/says-goodbye-and-forgets-to-log-out.ts';
import { sendsNoOtherCode } from '../../fixtures/servers/sends-no-other-code.ts';
import { showsAStackTrace } from '../../fixtures/servers/shows-a-stack-trace.ts';
import { showsThePasswordHash } from '../../fixtures/servers/shows-the-password-hash.ts';
import { shutsOutWhoEntersSixCodes } from '../../fixtures/servers/shuts-out-who-enters-six-codes.ts';
import { shutsOutWhoGuessedForEver } from '../../fixtures/servers/shuts-out-who-guessed-for-ever.ts';
import { takesARefreshTokenTwice } from '../../fixtures/servers/takes-a-refresh-token-twice.ts';
import { takesAnythingForAnEmail } from '../../fixtures/servers/takes-anything-for-an-email.ts';
import { tellsNobodyHowToAuthenticate } from '../../fixtures/servers/tells-nobody-how-to-authenticate.ts';
import { tellsWhichLoginsExist } from '../../fixtures/servers/tells-which-logins-exist.ts';
import { writesDatesForPeople } from '../../fixtures/servers/writes-dates-for-people.ts';
import { writesIsActiveAsText } from '../../fixtures/servers/writes-is-active-as-text.ts';
import type { Planned } from '../../src/checklist/plan.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { startLyingServer } from '../support/lying-server.ts';
import { allChecklists, type Spine, startSpine } from '../support/spine.ts';

/** By check: what is found. A check that is not named has to pass. */
type Expected = Readonly<Record<string, string>>;

const criterion = 'failed: criterion-failed';
const schema = 'failed: response-matches-schema';
const both = 'failed: criterion-failed, response-matches-schema';
const notTold = 'skipped: the server did not apply';

/** Every server of fixtures/servers, and what exactly the checks find in it. */
const servers: Readonly<Record<string, readonly [Lie, Expected]>> = {
  'accepts-any-merchant': [
    acceptsAnyMerchant,
    {
      'webhook-2can/payment-unknown-merchant': criterion,
      'webhook-2can/payment-leaves-a-log-line': criterion,
      'webhook-2can/payment-log-has-level-and-message': criterion,
      'webhook-2can/payment-answer-has-request-id': criterion,
    },
  ],
  'answers-401-for-a-missing-password': [
    answers401ForAMissingPassword,
    { 'auth-v1/login-without-password': 'failed: criterion-failed, required-headers-present' },
  ],
  'answers-409-for-an-unknown-merchant': [
    answers409ForAnUnknownMerchant,
    {
      'webhook-2can/payment-unknown-merchant': 'failed: criterion-failed, status-is-documented',
      'webhook-2can/payment-leaves-a-log-line': 'failed: criterion-failed, status-is-documented',
      'webhook-2can/payment-log-has-level-and-message': 'failed: criterion-failed, status-is-documented',
      'webhook-2can/payment-answer-has-request-id': 'failed: criterion-failed, status-is-documented',
    },
  ],
  'answers-validation-errors-in-html': [
    answersValidationErrorsInHtml,
    {
      'webhook-2can/payment-missing-field': 'failed: criterion-failed, media-type-is-documented',
      'webhook-2can/payment-invalid-field': 'failed: criterion-failed, media-type-is-documented',
      'webhook-2can/payment-answer-has-request-id': 'failed: media-type-is-documented',
      'webhook-2can/payment-log-has-level-and-message': 'failed: media-type-is-documented',
    },
  ],
  'books-a-payment-twice': [booksAPaymentTwice, { 'webhook-2can/payment-delivered-twice': criterion }],
  'calls-the-access-token-otherwise': [
    callsTheAccessTokenOtherwise,
    {
      'auth-v1/refresh-valid': both,
      'auth-v1/refresh-used': schema,
      'auth-v1/refresh-reused': schema,
      'auth-v1/token-lifetimes': schema,
    },
  ],
  'forgives-a-stolen-refresh-token': [forgivesAStolenRefreshToken, { 'auth-v1/refresh-reused': criterion }],
  'gives-every-logout-a-new-request-id': [
    givesEveryLogoutANewRequestId,
    {
      'auth-v1/logout-valid': 'failed: request-id-echoed',
      'auth-v1/logout-twice': 'failed: request-id-echoed',
      'auth-v1/logout-revokes-refresh-tokens': 'failed: request-id-echoed',
      'auth-v1/token-lifetimes': 'failed: request-id-echoed',
      'cross-service/logout-blocks-access-token': 'failed: request-id-echoed',
      'cross-service/blocked-access-token-everywhere': 'failed: request-id-echoed',
      'cross-service/other-session-survives': 'failed: request-id-echoed',
    },
  ],
  'gives-no-request-id-with-an-outage': [
    givesNoRequestIdWithAnOutage,
    {
      'webhook-2can/payment-database-unavailable': 'failed: request-id-present',
      'webhook-2can/payment-failure-is-logged-as-error': 'failed: request-id-present',
    },
  ],
  'ignores-every-preference': [
    ignoresEveryPreference,
    {
      'auth-v1/refresh-expired': `${notTold} "Prefer: clock=P31D"`,
      'auth-v1/logout-invalid-token': `${notTold} "Prefer: clock=P31D"`,
      'auth-v1/token-lifetimes': `${notTold} "Prefer: clock=PT16M"`,
      'auth-v1/login-after-the-wait': `${notTold} "Prefer: clock=PT14M"`,
      'auth-v1/auth-database-unavailable': `${notTold} "Prefer: fault=database-unavailable"`,
      'auth-v1/auth-internal-error': `${notTold} "Prefer: fault=internal-error"`,
      'users-v1/users-database-unavailable': `${notTold} "Prefer: fault=database-unavailable"`,
      'users-v1/users-internal-error': `${notTold} "Prefer: fault=internal-error"`,
      'webhook-2can/payment-database-unavailable': `${notTold} "Prefer: fault=database-unavailable"`,
      'webhook-2can/payment-internal-error': `${notTold} "Prefer: fault=internal-error"`,
      'webhook-2can/payment-failure-is-logged-as-error': `${notTold} "Prefer: fault=database-unavailable"`,
    },
  ],
  'keeps-an-invalid-request-id': [
    keepsAnInvalidRequestId,
    { 'auth-v1/request-id-replaced': 'failed: criterion-failed, header-matches-schema' },
  ],
  'keeps-the-refresh-token': [keepsTheRefreshToken, { 'auth-v1/refresh-valid': criterion }],
  'leaves-contacts-out': [
    leavesContactsOut,
    {
      'users-v1/read-user': criterion,
      'users-v1/user-has-groups-and-contacts': criterion,
      'cross-service/register-then-me': criterion,
      'users-v1/me-is-the-same-user': criterion,
    },
  ],
  'lets-anybody-read-users': [
    letsAnybodyReadUsers,
    { 'users-v1/bearer-authorization': criterion, 'users-v1/read-user-unauthorized': criterion },
  ],
  'lets-guess-passwords-for-ever': [
    letsGuessPasswordsForEver,
    {
      'auth-v1/login-too-many-tries': 'failed: criterion-failed, required-headers-present',
      'auth-v1/login-too-many-tries-for-nobody': 'failed: criterion-failed, required-headers-present',
      'auth-v1/login-after-the-wait': 'failed: criterion-failed, required-headers-present',
    },
  ],
  'limits-without-saying-how-long': [
    limitsWithoutSayingHowLong,
    {
      'auth-v1/login-too-many-tries': 'failed: criterion-failed, required-headers-present',
      'auth-v1/login-too-many-tries-for-nobody': 'failed: criterion-failed, required-headers-present',
      'auth-v1/login-after-the-wait': 'failed: required-headers-present',
    },
  ],
  'logs-payments-without-the-request-id': [
    logsPaymentsWithoutTheRequestId,
    {
      'webhook-2can/payment-leaves-a-log-line': 'failed: log-line-missing',
      'webhook-2can/payment-log-has-level-and-message': 'failed: log-line-missing',
      'webhook-2can/payment-failure-is-logged-as-error': 'failed: log-line-missing',
    },
  ],
  'makes-anybody-an-admin': [makesAnybodyAnAdmin, { 'auth-v1/register-as-admin': criterion }],
  'says-goodbye-and-forgets-to-log-out': [
    saysGoodbyeAndForgetsToLogOut,
    {
      'auth-v1/logout-twice': criterion,
      'auth-v1/logout-revokes-refresh-tokens': criterion,
      'cross-service/logout-blocks-access-token': criterion,
      'cross-service/blocked-access-token-everywhere': criterion,
    },
  ],
  'shows-a-stack-trace': [
    showsAStackTrace,
    {
      'webhook-2can/payment-internal-error': 'failed: criterion-failed, no-server-error-details',
      'webhook-2can/payment-failure-is-logged-as-error': 'failed: no-server-error-details',
    },
  ],
  'shows-the-password-hash': [
    showsThePasswordHash,
    {
      'users-v1/create-user': schema,
      'users-v1/create-user-taken-second-login': schema,
      'users-v1/read-user': schema,
      'users-v1/user-has-groups-and-contacts': schema,
    },
  ],
  'tells-nobody-how-to-authenticate': [
    tellsNobodyHowToAuthenticate,
    {
      'users-v1/bearer-authorization': 'failed: required-headers-present',
      'cross-service/logout-blocks-access-token': 'failed: required-headers-present',
      'cross-service/blocked-access-token-everywhere': 'failed: required-headers-present',
    },
  ],
  'shuts-out-who-guessed-for-ever': [
    shutsOutWhoGuessedForEver,
    { 'auth-v1/login-after-the-wait': criterion },
  ],
  'takes-a-refresh-token-twice': [
    takesARefreshTokenTwice,
    { 'auth-v1/refresh-used': criterion, 'auth-v1/refresh-reused': criterion },
  ],
  'takes-anything-for-an-email': [takesAnythingForAnEmail, { 'auth-v1/register-invalid-email': criterion }],
  'tells-which-logins-exist': [tellsWhichLoginsExist, { 'auth-v1/login-unknown': criterion }],
  'writes-dates-for-people': [
    writesDatesForPeople,
    {
      'users-v1/bearer-authorization': schema,
      'users-v1/me-is-the-same-user': both,
      'users-v1/read-user-unauthorized': schema,
      'cross-service/register-then-me': schema,
      'cross-service/other-session-survives': schema,
      'cross-service/logout-blocks-access-token': schema,
      'cross-service/blocked-access-token-everywhere': schema,
    },
  ],
  'writes-is-active-as-text': [
    writesIsActiveAsText,
    {
      'users-v1/bearer-authorization': schema,
      'users-v1/me-is-the-same-user': schema,
      'users-v1/read-user-unauthorized': schema,
      'cross-service/register-then-me': both,
      'cross-service/other-session-survives': schema,
      'cross-service/logout-blocks-access-token': schema,
      'cross-service/blocked-access-token-everywhere': schema,
    },
  ],
};

/** Those that lie by one of the other contracts, tried with the checks of that contract's checklist. */
const otherServers: Readonly<Record<string, readonly [Lie, Expected]>> = {
  'changes-half-of-what-it-refuses': [
    changesHalfOfWhatItRefuses,
    { 'user-management/change-to-existing': criterion },
  ],
  'counts-a-vote-as-often-as-it-is-sent': [
    countsAVoteAsOftenAsItIsSent,
    { 'event-messenger/vote-without-the-lead': criterion },
  ],
  'gives-names-away-before-their-day': [
    givesNamesAwayBeforeTheirDay,
    { 'event-messenger/unconfirmed-for-a-day': criterion },
  ],
  'has-one-code-for-everything': [
    hasOneCodeForEverything,
    { 'auth-v2/one-code-for-each-contact': criterion },
  ],
  'keeps-who-declined-among-the-confirmed': [
    keepsWhoDeclinedAmongTheConfirmed,
    { 'event-messenger/reply-declined': criterion },
  ],
  'sends-no-other-code': [sendsNoOtherCode, { 'auth-v2/another-code-after-a-minute': criterion }],
  'shuts-out-who-enters-six-codes': [
    shutsOutWhoEntersSixCodes,
    { 'auth-v2/code-dies-after-five-tries': criterion },
  ],
};

let spine: Spine;
let everything: Spine;
beforeAll(async () => {
  [spine, everything] = await Promise.all([startSpine(), startSpine(allChecklists)]);
});
afterAll(() => Promise.all([spine.close(), everything.close()]));

it('the honest server passes every check of every checklist', async () => {
  const finished = await everything.check(everything.url);
  expect(finished).toHaveLength(everything.plan.length);
  expect(whatIsFound(finished)).toEqual({});
});

// Side by side: a server whose answers lack their request id is waited for, in vain, by whoever looks for its log lines.
it.concurrent.for(Object.entries(servers))(
  'the server that %s is found out by exactly its lie',
  async ([, [lie, expected]]) => {
    expect(await findLie(lie, spine, spine.plan)).toEqual(expected);
  },
);

it.concurrent.for(Object.entries(otherServers))(
  'the server that %s is found out by exactly its lie',
  async ([, [lie, expected]]) => {
    const [checklist] = Object.keys(expected).map((id) => id.split('/')[0]);
    const some = everything.plan.filter(({ check }) => check.id.startsWith(`${checklist}/`));
    expect(some.length).toBeGreaterThan(10);
    expect(await findLie(lie, everything, some)).toEqual(expected);
  },
);

it('every lying server of the fixtures is tried', () => {
  const files = readdirSync('fixtures/servers').filter((file) => file !== 'lie.ts');
  expect(Object.keys({ ...servers, ...otherServers }).toSorted()).toEqual(
    files.map((file) => file.replace('.ts', '')).toSorted(),
  );
});

async function findLie(lie: Lie, { url, check }: Spine, plan: readonly Planned[]): Promise<Expected> {
  await using server = await startLyingServer(url, lie);
  const finished = await check(server.url, plan);
  expect(finished).toHaveLength(plan.length);
  return whatIsFound(finished);
}

function whatIsFound(checks: readonly CheckEvidence[]): Expected {
  const others = checks.filter(({ verdict }) => verdict !== 'passed');
  return Object.fromEntries(
    others.map((check) => [check.id, `${check.verdict}: ${check.reason ?? ids(check)}`]),
  );
}

function ids({ findings }: CheckEvidence): string {
  return [...new Set(findings.map(({ id }) => id))].toSorted().join(', ');
}
