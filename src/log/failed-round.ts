import { BankError } from '../bank/model/index.ts';
import type { Logger } from './logger.ts';

/** Logs a failed round of a worker: as unavailable for a BankError, else as a defect. */
export const toldTo =
  (logger: Logger, worker: { readonly command: string; readonly step: string }) =>
  (error: unknown): void => {
    if (error instanceof BankError) logger.event('bot.bank-away', worker, error);
    else logger.event('bot.failed', worker, error);
  };
