/**
 * Every metric of the bank, one row each, besides those of the process (`process_…`, `nodejs_…`).
 * The names follow OpenMetrics; tests compare them with `deploy/` and `docs/operations.md`.
 */

export interface MetricForm {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels?: readonly string[];
  /** Upper bounds, in seconds. */
  readonly buckets?: readonly number[];
}

/** Discord waits 3 s for a first answer. */
const answerBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const batchBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export const catalogue = {
  passbook_interactions_total: {
    type: 'counter',
    help: 'Interactions by command and outcome: handled, refused, failed, late or bank_away.',
    labels: ['command', 'outcome'],
  },
  passbook_first_answer_seconds: {
    type: 'histogram',
    help: 'Time from an interaction to its first answer; Discord waits 3 s.',
    buckets: answerBuckets,
  },
  passbook_refusals_total: {
    type: 'counter',
    help: 'Refusals by the code of docs/errors.md, such as LOGIN_FAILED.',
    labels: ['code'],
  },
  passbook_events_total: {
    type: 'counter',
    help: 'Warnings and errors of the log, by event.',
    labels: ['event'],
  },
  passbook_discord_rate_limited_total: {
    type: 'counter',
    help: 'Requests that waited because Discord limits their rate.',
  },
  passbook_ledger_requests_total: {
    type: 'counter',
    help: 'Requests to the ledger that were decided: booked, declined or failed.',
  },
  passbook_ledger_batches_total: { type: 'counter', help: 'Batches of the ledger.' },
  passbook_ledger_batch_seconds: {
    type: 'histogram',
    help: 'Duration of a batch, from its start to its commit.',
    buckets: batchBuckets,
  },
  passbook_ledger_wait_seconds: {
    type: 'histogram',
    help: 'Time that the eldest request of a batch waited for its start.',
    buckets: batchBuckets,
  },
  passbook_pool_busy: { type: 'gauge', help: 'Database connections in use.' },
  passbook_pool_waiting: { type: 'gauge', help: 'Callers that wait for a database connection.' },
  passbook_ready: { type: 'gauge', help: '1 when the bank can serve, as /readyz says.' },
  passbook_payments_halted: {
    type: 'gauge',
    help: '1 while payments are stopped because the books are wrong.',
  },
  passbook_jobs_due: { type: 'gauge', help: 'Jobs that are due and not finished.' },
  passbook_jobs_oldest_seconds: {
    type: 'gauge',
    help: 'Time since the eldest of these jobs was due.',
  },
  passbook_stuck: { type: 'gauge', help: 'Jobs and confirmations that wait for staff.' },
  passbook_messages_due: { type: 'gauge', help: 'Messages and mails that are due and not sent.' },
  passbook_messages_oldest_seconds: {
    type: 'gauge',
    help: 'Time since the eldest of these messages was due.',
  },
  passbook_backup_age_seconds: {
    type: 'gauge',
    help: 'Age of the newest backup in the data folder; absent when there is none.',
  },
  passbook_sessions: { type: 'gauge', help: 'Sessions that have not ended.' },
} as const satisfies Record<string, MetricForm>;

export type MetricName = keyof typeof catalogue;
