/** Whether a notice is sent now, held until the quiet hours end, or only kept in the inbox. */
import { instant } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import { instantAt, wallTimeAt } from '../../lib/wall-time.ts';
import type * as m from '../model/index.ts';
import { noticeCategories, utc } from '../model/index.ts';
import type { Recipient } from './store/settings.ts';

export type Handling =
  | { readonly kind: 'send'; readonly isQuiet: boolean }
  | { readonly kind: 'hold'; readonly until: Date }
  | { readonly kind: 'keep'; readonly outcome: m.NoticeOutcome };

/** When the quiet hours that hold at this moment end; null: none hold. */
export function quietUntil(
  { quiet, timeZone }: Pick<m.NoticeSettings, 'quiet' | 'timeZone'>,
  now: Date,
): Date | null {
  if (quiet === null) return null;
  const zone = timeZone ?? utc;
  const shown = wallTimeAt(zone, now.getTime());
  const minute = shown.hour * 60 + shown.minute;
  const { from, until } = quiet;
  const isQuiet =
    from < until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return null;
  const day = minute < until ? shown : { ...shown, day: shown.day + 1 };
  const end = instantAt(zone, { ...day, hour: Math.floor(until / 60), minute: until % 60 });
  // Clocks that are set back show the end twice: the first counts.
  return end > now.getTime() && end - now.getTime() <= 2 * dayMs ? instant(end) : null;
}

/** FAILED says nothing about the next message. */
const isRefusedByDiscord = (reach: m.Unreached | null): reach is Exclude<m.Unreached, 'FAILED'> =>
  reach !== null && reach !== 'FAILED';

export function handlingOf(
  { settings, reach, readAt }: Recipient,
  category: m.NoticeCategory,
): Handling {
  if (isRefusedByDiscord(reach)) return { kind: 'keep', outcome: reach };
  if (!isChosen(category)) return { kind: 'send', isQuiet: false };
  const way = settings.ways[category];
  if (way === 'INBOX' || way === 'OFF') return { kind: 'keep', outcome: 'KEPT' };
  const until = quietUntil(settings, readAt);
  return until === null ? { kind: 'send', isQuiet: way === 'QUIET' } : { kind: 'hold', until };
}

const isChosen = (category: m.NoticeCategory): category is m.ChosenCategory =>
  noticeCategories[category].isChosen;

/** Whether a payment is too small to be sent. */
export const isBelowThreshold = (
  { settings }: Recipient,
  category: m.NoticeCategory,
  amount: bigint,
): boolean =>
  noticeCategories[category].hasThreshold &&
  settings.threshold !== null &&
  amount < settings.threshold;
