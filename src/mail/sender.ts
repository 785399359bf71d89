/** Sends the bank's mail: at least once and in order per customer, unless a message is given up. */
import type { Bank, MailMessage } from '../bank/index.ts';
import { startWorker, type Worker } from '../lib/worker.ts';
import { toldTo } from '../log/failed-round.ts';
import type { Logger } from '../log/logger.ts';
import { inLanguageOf } from '../words/index.ts';
import { mailText } from './text.ts';

const everyMs = 1_000;
const claimMax = 10;
/** Well within the lease of a claimed message, so that no other process sends it too. */
const sendWithinMs = 30_000;
const limitsMs = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 20_000 };

/** The sender: the setting, else the SMTP user if it is an address, else a no-reply address. */
export function senderOf(smtpUrl: string, mailFrom: string | null): string {
  const { hostname, username } = new URL(smtpUrl);
  const user = decodeURIComponent(username);
  if (mailFrom !== null) return mailFrom;
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(user)) return user;
  const named = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname);
  return `no-reply@${named ? hostname : 'passbook.invalid'}`;
}

interface Failure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}
/** `final`: the server will never accept this message, so it is not sent again. */
export function failureOf(error: unknown): { readonly reason: string; readonly final: boolean } {
  const { code, responseCode } = (error ?? {}) as Failure;
  const refused = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  const final = refused && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (typeof responseCode === 'number') return { reason: `SMTP_${responseCode}`, final };
  return { reason: typeof code === 'string' ? code : 'NOT_SENT', final: false };
}

export const transportOptions = (smtpUrl: string) => ({
  url: smtpUrl,
  // A mail server's password must not be sent unencrypted.
  requireTLS: new URL(smtpUrl).password !== '',
  disableFileAccess: true,
  disableUrlAccess: true,
  ...limitsMs,
});

export async function startMail(tools: {
  readonly bank: Pick<Bank, 'mail' | 'currency'>;
  readonly bankName: string;
  readonly smtpUrl: string;
  readonly mailFrom: string | null;
  readonly logger: Logger;
}): Promise<Worker> {
  // Loaded only when mail is sent.
  const { createTransport } = await import('nodemailer');
  const { bank, bankName, smtpUrl, logger } = tools;
  const address = senderOf(smtpUrl, tools.mailFrom);
  const domain = address.slice(address.indexOf('@') + 1);
  const transport = createTransport({
    ...transportOptions(smtpUrl),
    pool: true,
    maxConnections: 2,
  });

  const send = async (message: MailMessage): Promise<void> => {
    const { id, attempts } = message;
    try {
      const origin = { bankName, currency: bank.currency };
      const mail = inLanguageOf(message.language, () => mailText(message, origin));
      if (mail === null) return await bank.mail.sent(id);
      await transport.sendMail({
        from: { name: bankName, address },
        to: { name: '', address: message.address },
        ...mail,
        // The same at every attempt, so that mailboxes can recognise duplicates.
        messageId: `<notice-${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(sendWithinMs),
      });
    } catch (error) {
      const { reason, final } = failureOf(error);
      logger.event('mail.failed', { code: reason, attempts });
      return bank.mail.failed(id, reason, final);
    }
    return bank.mail.sent(id);
  };
  const work = async (): Promise<boolean> => {
    const messages = await bank.mail.claim(claimMax);
    await Promise.all(messages.map(send));
    return messages.length === claimMax;
  };
  const failed = toldTo(logger, { command: 'mail', step: 'send' });
  const worker = startWorker({ everyMs, work, failed });
  return {
    close: async () => {
      await worker.close();
      transport.close();
    },
  };
}
