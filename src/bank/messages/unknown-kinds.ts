import { elapsedMs } from '../../lib/clock.ts';
import type { ReportEvent } from '../model/index.ts';

const lookEveryMs = 60_000;

/** Reports each kind once that only a newer version knows; looks for them at most once a minute. */
export function unknownKindsReporter(
  report: ReportEvent,
  find: () => Promise<readonly string[]>,
): () => Promise<void> {
  const reported = new Set<string>();
  let lookedAt = -Infinity;
  return async () => {
    if (elapsedMs() - lookedAt < lookEveryMs) return;
    lookedAt = elapsedMs();
    for (const kind of await find()) {
      if (reported.has(kind)) continue;
      reported.add(kind);
      report({ name: 'kindUnknown', kind });
    }
  };
}
