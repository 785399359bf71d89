import type { BankEvent, EndedBatch, ReportEvent } from '../bank/index.ts';
import type { Logger } from '../log/logger.ts';

/** Logs the bank's events, as facts only; `logGrown` is called after each round of the log. */
export function reportTo(logger: Logger, logGrown: () => void): ReportEvent {
  return (event: BankEvent) => {
    switch (event.name) {
      case 'requestReused':
        return logger.event('bank.request-reused', { reference: event.reference });
      case 'outcomeUnknown':
        return logger.event('bank.outcome-unknown', { reference: event.reference });
      case 'bookingRefused':
        return logger.event('bank.booking-refused', { reference: event.reference }, event.error);
      case 'stuck':
        return logger.event('bank.stuck', { reference: event.reference });
      case 'jobFailed': {
        const facts = { name: event.kind, attempts: event.attempts };
        return logger.event('bank.job-failed', facts, event.error);
      }
      case 'jobStuck':
        return logger.event('bank.job-stuck', { name: event.kind, reference: event.reference });
      case 'unreadable':
        return logger.event('bank.unreadable', { name: event.what, requestId: event.id });
      case 'kindUnknown':
        return logger.event('bank.kind-unknown', { name: event.kind });
      case 'backgroundFailed': {
        const facts = { name: event.work, attempts: event.times };
        return logger.event('bank.background-failed', facts, event.error);
      }
      case 'noticeGivenUp':
        return logger.event('bank.notice-given-up', { name: event.kind, code: event.reason });
      case 'batchSplit':
        return logger.event('bank.batch-split', { count: event.requests });
      case 'halted':
        return logger.event('bank.halted', { name: event.invariant });
      case 'resumed':
        return logger.event('bank.resumed', {});
      case 'logGrown':
        return logGrown();
      case 'pepperMissing':
        return logger.event('bank.pepper-missing', { name: event.pepperId });
    }
  };
}

/** Only counted, unless the log is at its lowest level. */
export const reportBatches =
  (logger: Logger) =>
  ({ requests: count, ms, waitMs }: EndedBatch): void =>
    logger.event('bank.batch', { count, ms, waitMs });
