/** A proxy to the mail server that can be closed: then it refuses connections. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface MailGate {
  readonly url: string;
  open: boolean;
  close(): Promise<void>;
}

export async function mailGate(smtpUrl: string): Promise<MailGate> {
  const { hostname, port } = new URL(smtpUrl);
  const sockets = new Set<Socket>();
  const gate = { open: true };
  const server = createServer((client) => {
    if (!gate.open) return client.destroy();
    const upstream = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get open() {
      return gate.open;
    },
    set open(value) {
      gate.open = value;
      if (!value) for (const socket of sockets) socket.destroy();
    },
    close: async () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
