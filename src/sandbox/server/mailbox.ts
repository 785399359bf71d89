/**
 * A real SMTP server that stores all mail, so that it can be read in the page.
 */
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { instant, type Clock } from '../../lib/clock.ts';
import type { World } from '../world/world.ts';

const mailBytesMax = 1024 * 1024;
const clientsMax = 20;

export interface Mailbox {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

export async function startMailbox(world: World, clock: Clock): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mailBytesMax,
    maxClients: clientsMax,
    onData: (stream, session, done) => {
      void answer(receive({ world, clock, stream, session }), done);
    },
  });
  // A client that disconnects early is not an error of the sandbox.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  work: Promise<Error | undefined>,
  done: (error?: Error) => void,
): Promise<void> {
  done(
    await work.catch((error: unknown) => new Error('The mail could not be read', { cause: error })),
  );
}

async function receive(delivery: {
  readonly world: World;
  readonly clock: Clock;
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
}): Promise<Error | undefined> {
  const { world, clock, stream, session } = delivery;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return new Error(`Mail of more than ${mailBytesMax} bytes`);
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  const { mailFrom, rcptTo } = session.envelope;
  world.addMail({
    id: world.ids.next(),
    from: mail.from?.address ?? (mailFrom ? mailFrom.address : ''),
    to: rcptTo.map((recipient) => recipient.address.toLowerCase()),
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trimEnd(),
    receivedAt: instant(clock.now()).toISOString(),
  });
  return undefined;
}
