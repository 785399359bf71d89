/** The current time, for relative times and deadlines. */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds since 1970, updated every `everyMs`. */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
