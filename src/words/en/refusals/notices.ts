/** Why an entry of `/notices` was refused, and what to change. */
import type { ReasonData } from '../../../bank/model/index.ts';

export const noticeReasons = {
  QUIET_HOURS_SHAPE: () => 'Write two times, for example 22:00-07:00, or “off”.',
  QUIET_HOURS_EQUAL: () => 'Both times are the same. Enter when the quiet hours begin and end.',

  TIME_ZONE_UNKNOWN: ({ similar }: ReasonData['TIME_ZONE_UNKNOWN']) =>
    similar.length === 0
      ? 'There is no such time zone. Write it like Europe/Berlin, or choose it from the list.'
      : `There is no such time zone. Did you mean ${similar.join(' or ')}?`,
};
