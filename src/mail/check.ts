import { failureOf, transportOptions } from './sender.ts';

/** Connects and authenticates; the code of the failure, null when the server accepts. */
export async function checkMail(smtpUrl: string): Promise<string | null> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(transportOptions(smtpUrl));
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return failureOf(error).reason;
  } finally {
    transport.close();
  }
}
