import type { operations } from '../../types/webhook-2can.ts';
import { InternalError } from '../http/errors.ts';
import { UnknownMerchant } from '../payments/errors.ts';
import type { ContractModule } from './contract-module.ts';
import { createFastApiDialect } from './dialects/fastapi/dialect.ts';
import type { Handlers } from './handlers.ts';

/** What the payment system 2can calls when a payment was made. */
export const webhook2can: ContractModule = {
  id: 'webhook-2can',
  log: 'webhook',
  dialect: createFastApiDialect([
    [UnknownMerchant, 400, 'Invalid MID'],
    [InternalError, 500, 'Internal processing error'],
  ]),
  handlers: ({ payments }): Handlers<operations> => ({
    async receivePayment({ body }, call) {
      const { Id, MID, Amount, PaidAt, Description } = body;
      const payment = {
        id: Id,
        mid: MID,
        amount: Amount,
        paidAt: PaidAt,
        description: Description,
        payload: body,
      };
      return { status: 200, body: { ans: 'ok', id: await payments.receive(call, payment) } };
    },
  }),
};
