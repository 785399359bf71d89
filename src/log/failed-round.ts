import { BankError } from '../bank/index.ts';
import type { Logger } from './logger.ts';

/** Logs a failed round: a bank that is away as such, anything else as the defect it is. */
export const toldTo =
  (logger: Logger, worker: { readonly command: string; readonly step: string }) =>
  (error: unknown): void => {
    if (error instanceof BankError) logger.event('bot.bank-away', worker, error);
    else logger.event('bot.failed', worker, error);
  };
