/** The time, so that relative times and deadlines move while somebody looks at them. */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds since 1970, renewed as often as told. */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
