import type { Bank } from '../bank/index.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log/logger.ts';
import { startMail } from '../mail/sender.ts';
import type { Lifecycle } from './lifecycle.ts';

/** Does nothing without SMTP_URL: then the bank writes no mail. */
export async function openMail(tools: {
  readonly bank: Bank;
  readonly config: Config;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
}): Promise<void> {
  const { bank, config, logger, lifecycle } = tools;
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null) return;
  const bankName = config.bank.name;
  await lifecycle.own(
    'mail',
    async () => startMail({ bank, bankName, smtpUrl, mailFrom, logger }),
    async (worker) => worker.close(),
  );
}
