/** Sets the gauges before they are read: what waits in the bank, and whether it can serve. */
import type { Meter } from './meter.ts';
import type { MetricName } from './catalogue.ts';

/** What waits in the bank, as it reports it. */
export interface Watched {
  readonly jobs: { readonly count: number; readonly eldestMs: number };
  readonly stuck: number;
  readonly messages: { readonly count: number; readonly eldestMs: number };
  readonly sessions: number;
  readonly isHalted: boolean;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly database: boolean;
  readonly gateway: boolean;
  readonly migrations: boolean;
  readonly payments: boolean;
}

/** What is asked before the gauges are shown; each is null until that part has opened. */
export interface Sources {
  readonly watched: () => Promise<Watched | null>;
  readonly isConnected: () => boolean;
  /** The age of the newest backup; null when there is none. */
  readonly backupAgeMs: () => Promise<number | null>;
  readonly pool: () => { readonly busy: number; readonly waiting: number } | null;
}

const ofBank: readonly MetricName[] = [
  'passbook_jobs_due',
  'passbook_jobs_oldest_seconds',
  'passbook_messages_due',
  'passbook_messages_oldest_seconds',
  'passbook_payments_halted',
  'passbook_sessions',
  'passbook_stuck',
];

function setOfBank(meter: Meter, watched: Watched | null): void {
  // Without the database they are unknown, and an old value would be taken for a new one.
  if (watched === null) return ofBank.forEach((name) => meter.forget(name));
  const { jobs, messages } = watched;
  meter.set('passbook_jobs_due', jobs.count);
  meter.set('passbook_jobs_oldest_seconds', jobs.eldestMs / 1_000);
  meter.set('passbook_messages_due', messages.count);
  meter.set('passbook_messages_oldest_seconds', messages.eldestMs / 1_000);
  meter.set('passbook_payments_halted', watched.isHalted ? 1 : 0);
  meter.set('passbook_sessions', watched.sessions);
  meter.set('passbook_stuck', watched.stuck);
}

export const readinessOf = (watched: Watched | null, isConnected: boolean): Readiness => {
  // The bank opens only when all migrations have been applied.
  const isOpen = watched !== null;
  const parts = {
    database: isOpen,
    gateway: isConnected,
    migrations: isOpen,
    payments: isOpen && !watched.isHalted,
  };
  return { isReady: Object.values(parts).every(Boolean), ...parts };
};

export async function setGauges(
  meter: Meter,
  sources: Sources,
  watched: Watched | null,
): Promise<void> {
  setOfBank(meter, watched);
  const { isReady } = readinessOf(watched, sources.isConnected());
  meter.set('passbook_ready', isReady ? 1 : 0);
  const ageMs = await sources.backupAgeMs();
  if (ageMs === null) meter.forget('passbook_backup_age_seconds');
  else meter.set('passbook_backup_age_seconds', ageMs / 1_000);
  const usage = sources.pool();
  meter.set('passbook_pool_busy', usage?.busy ?? 0);
  meter.set('passbook_pool_waiting', usage?.waiting ?? 0);
}
