import type { Database } from '../database/database.ts';
import type { ServiceLog } from '../logs/service-log.ts';
import { startCourier } from './courier.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { defaultPace, type Pace } from './pace.ts';
import { createSmsGateway, type SmsGatewayOptions } from './sms-gateway.ts';
import { createSmtp, type SmtpOptions } from './smtp.ts';

export interface StartOutboxOptions {
  /** Keep every message in the inbox and send none, so that no test ever reaches a real person. */
  readonly testing: boolean;
  readonly smtp?: SmtpOptions | undefined;
  readonly smsGateway?: SmsGatewayOptions | undefined;
  readonly outboxPace?: Pace | undefined;
}

/** The outbox, and a courier for each transport that is set up. `close` waits for the messages under way. */
export function startOutbox(
  database: Database,
  { testing, smtp, smsGateway, outboxPace: pace = defaultPace }: StartOutboxOptions,
  log: ServiceLog,
): { readonly outbox: Outbox; close(): Promise<void> } {
  const transports = testing ? [] : [smtp && createSmtp(smtp), smsGateway && createSmsGateway(smsGateway)];
  const couriers = new Map(
    transports
      .filter((transport) => transport !== undefined)
      .map((transport) => [transport.channel, startCourier({ database, transport, log, pace })]),
  );
  return {
    outbox: createOutbox({ inbox: testing, couriers }),
    close: async () => {
      await Promise.all([...couriers.values()].map((courier) => courier.close()));
    },
  };
}
