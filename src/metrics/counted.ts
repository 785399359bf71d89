/** A logger that also counts its events. */
import { logEvents, type LogEventName } from '../log/events.ts';
import type { Logger } from '../log/logger.ts';
import type { Meter } from './meter.ts';

type Facts = Readonly<Record<string, string | number | bigint | null | undefined>>;

/** What became of an interaction, by the event that reports it. */
const outcomes: Partial<Record<LogEventName, string>> = {
  'bot.command': 'handled',
  'bot.refused': 'refused',
  'bot.failed': 'failed',
  'bot.late': 'late',
  'bot.bank-away': 'bank_away',
};

const secondsOf = (ms: Facts[string]): number => Number(ms ?? 0) / 1_000;

function countOne(meter: Meter, name: LogEventName, facts: Facts): void {
  const outcome = outcomes[name];
  if (outcome !== undefined) {
    const command = `${facts['command'] ?? 'unknown'}`;
    meter.count('passbook_interactions_total', { command, outcome });
  }
  const { level } = logEvents[name];
  if (level === 'warn' || level === 'error') meter.count('passbook_events_total', { event: name });
  switch (name) {
    case 'bot.refused':
      return meter.count('passbook_refusals_total', { code: `${facts['code'] ?? 'UNKNOWN'}` });
    case 'bot.first-answer':
      return meter.observe('passbook_first_answer_seconds', secondsOf(facts['ms']));
    case 'bot.rate-limited':
      return meter.count('passbook_discord_rate_limited_total');
    case 'bank.batch':
      meter.count('passbook_ledger_batches_total');
      meter.count('passbook_ledger_requests_total', {}, Number(facts['count'] ?? 0));
      meter.observe('passbook_ledger_batch_seconds', secondsOf(facts['ms']));
      return meter.observe('passbook_ledger_wait_seconds', secondsOf(facts['waitMs']));
    default:
      return undefined;
  }
}

export const countedLogger = (logger: Logger, meter: Meter): Logger => ({
  event: (name, facts, error) => {
    countOne(meter, name, facts);
    logger.event(name, facts, error);
  },
  close: () => logger.close(),
});
