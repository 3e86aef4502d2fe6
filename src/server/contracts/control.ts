import type { components, operations } from '../../types/control.ts';
import type { SentMessage } from '../outbox/outbox.ts';
import type { ContractModule } from './contract-module.ts';
import { createSentenceDialect } from './dialects/sentence/dialect.ts';
import type { Handlers } from './handlers.ts';

/** The inbox of a server started for testing. The other operations of the document are the mock's. */
export const control: ContractModule = {
  id: 'control',
  log: 'control',
  dialect: createSentenceDialect({ body: (message) => ({ message }), own: [] }),
  onlyForTesting: true,
  tag: 'inbox',
  handlers: ({ outbox }): Handlers<Pick<operations, 'listInbox' | 'clearInbox'>> => ({
    async listInbox({ query }, call) {
      return { status: 200, body: { messages: (await outbox.list(call, query.to)).map(toMessage) } };
    },
    async clearInbox({ query }, call) {
      await outbox.clear(call, query.to);
      return { status: 204 };
    },
  }),
};

function toMessage({ link, code, ...message }: SentMessage): components['schemas']['Message'] {
  return {
    ...message,
    ...(code === undefined ? {} : { code }),
    ...(link === undefined ? {} : { link, token: link.slice(link.lastIndexOf('/') + 1) }),
  };
}
