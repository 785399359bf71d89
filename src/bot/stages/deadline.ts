import { setTimeout as sleep } from 'node:timers/promises';

export type InTime<Value> =
  { readonly inTime: true; readonly value: Value } | { readonly inTime: false };

/** The value if the work finishes in time. Late work continues, and its error is ignored. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<InTime<Value>> {
  const timer = new AbortController();
  const late = sleep(ms, { inTime: false } as const, { signal: timer.signal }).catch(
    () => ({ inTime: false }) as const,
  );
  try {
    return await Promise.race([work.then((value) => ({ inTime: true, value }) as const), late]);
  } finally {
    timer.abort();
  }
}
