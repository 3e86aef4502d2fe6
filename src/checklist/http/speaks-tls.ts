import { tls } from '../../node/http.ts';
import { codeOf } from './failure.ts';
import { placeOf } from './place.ts';

/** Milliseconds. */
const patience = 2_000;

/** Whether TLS is spoken where an `http:` URL leads: such a server drops a plain request without a word. */
export function speaksTls(url: string): Promise<boolean> {
  const { host, port } = placeOf(url);
  return new Promise((resolve) => {
    // Nothing is sent or read: any certificate will do.
    const socket = tls().connect({ host, port: Number(port || 80), rejectUnauthorized: false });
    const settle = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.setTimeout(patience, () => settle(false));
    socket.once('secureConnect', () => settle(true));
    // A server that refuses the handshake says so in TLS.
    socket.once('error', (error) => settle(codeOf(error).includes('_ALERT_')));
    socket.once('close', () => settle(false));
  });
}
