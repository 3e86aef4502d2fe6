import { z } from 'zod';
import type { Asked } from './subject.ts';

const inbox = z.object({ messages: z.array(z.object({ link: z.string(), token: z.string() })) });

/** The newest mail with a link to an address, from the inbox of a server started for testing. */
export async function mailTo(subject: Asked, address: string): Promise<{ link: string; token: string }> {
  const { body } = await subject.ask(`control/inbox?to=${encodeURIComponent(address)}`);
  const [newest] = inbox.parse(body).messages;
  if (!newest) throw new Error(`no mail to ${address}`);
  return newest;
}
