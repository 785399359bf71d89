/** A `<t:…>` mark in the reader's time zone; relative times are updated. */
import { useScene } from '../state/context.ts';
import { formatFull, formatTimestamp } from '../text/moments.ts';
import { useNow } from './use-now.ts';

export function Timestamp({ seconds, style }: { seconds: number; style: string }) {
  const { view } = useScene();
  const now = useNow(style === 'R' ? 1_000 : 60_000);
  const reader = { now, locale: view.person.locale };
  const inRange = Math.abs(seconds) <= 8_640_000_000_000;
  return (
    <time
      class="timestamp"
      dateTime={inRange ? new Date(seconds * 1000).toISOString() : undefined}
      title={inRange ? formatFull(seconds * 1000, reader) : undefined}
    >
      {formatTimestamp(seconds, style, reader)}
    </time>
  );
}
