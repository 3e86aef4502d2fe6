import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers what never becomes a request: what is no HTTP, headers beyond measure, tunnels (this is no proxy). */
export function refuseHopeless(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    end(
      socket,
      error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request',
    );
  });
  server.on('connect', (_request: IncomingMessage, socket) => {
    end(socket, '405 Method Not Allowed\r\nallow: ');
  });
}

/** The shortest possible answer; the connection closes, as RFC 9112 has it in section 9.3. */
function end(socket: Duplex, status: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  else socket.destroy();
}
