import { useEffect, useState } from 'preact/hooks';
import type { InspectorOverview } from '../../protocol/protocol.ts';
import { useNow } from '../parts/use-now.ts';
import { openInspectorLive } from '../state/live.ts';

export interface Inspected {
  readonly overview: InspectorOverview;
  /** How far this machine's clock is ahead of the sandbox's. */
  readonly skewMs: number;
}

/** Null until the first overview arrives. */
export function useInspected(): Inspected | null {
  const [inspected, setInspected] = useState<Inspected | null>(null);
  useEffect(
    () =>
      openInspectorLive({
        onEvent: (overview) => setInspected({ overview, skewMs: Date.now() - overview.nowMs }),
        onOpen: () => undefined,
        onLost: () => undefined,
      }),
    [],
  );
  return inspected;
}

/** The sandbox's current time, updated regularly. */
export const useSandboxNow = ({ skewMs }: Inspected, everyMs: number): number =>
  useNow(everyMs) - skewMs;
