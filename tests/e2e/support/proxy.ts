/** A proxy that leads nowhere and records the requested hosts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface DeadEnd {
  readonly port: number;
  /** Requested hosts, in order. */
  readonly asked: readonly string[];
  close(): void;
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Starts a proxy that reaches nothing and records the requests that come to it. */
export async function openDeadEnd(): Promise<DeadEnd> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!isAddress(address)) throw new Error('The proxy has no port');
  return {
    port: address.port,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
