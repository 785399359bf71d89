/** Typed hours of the day, such as `22:00-07:00`, `10pm to 7am` or `22h à 7h`. */
import { good } from '../../../lib/result.ts';
import type { QuietHours } from '../base/notices.ts';
import { type Read, unreadable } from './reasons.ts';

const between = /\s*[-–—~〜]\s*|\s+(?:to|until|till|and|bis|und|à|et|a|hasta|y)\s+|\s*から\s*/u;
const before = /^(?:from|between|von|zwischen|de|entre|desde)\s+/u;
const time =
  /^(?<hour>\d{1,2})(?:\s*[:.h時]\s*(?<minute>\d{2})?\s*分?)?\s*(?<half>am|pm|a\.m\.|p\.m\.)?\s*(?:uhr|h|まで)?$/u;

/** Minutes of the day; null if the text is no time. */
function minuteOf(text: string): number | null {
  const groups = time.exec(text)?.groups;
  if (groups === undefined) return null;
  const [typed = 0, minute = 0] = [groups['hour'], groups['minute'] ?? '0'].map(Number);
  const half = groups['half']?.replaceAll('.', '');
  if (half !== undefined && (typed < 1 || typed > 12)) return null;
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return (hour % 24) * 60 + minute;
}

export function parseQuietHours(text: string): Read<QuietHours> {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(before, '');
  const [first, second, ...others] = typed.split(between).map((part) => part.trim());
  if (first === undefined || second === undefined || others.length > 0) {
    return unreadable('QUIET_HOURS_SHAPE');
  }
  const [from, until] = [minuteOf(first), minuteOf(second)];
  if (from === null || until === null) return unreadable('QUIET_HOURS_SHAPE');
  return from === until ? unreadable('QUIET_HOURS_EQUAL') : good({ from, until });
}
