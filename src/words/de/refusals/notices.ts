/** Why an entry of `/notices` was refused, and what to change. */
import type { ReasonData } from '../../../bank/model/index.ts';

export const noticeReasons = {
  QUIET_HOURS_SHAPE: () => 'Schreib zwei Uhrzeiten, zum Beispiel 22:00-07:00, oder „aus“.',
  QUIET_HOURS_EQUAL: () =>
    'Beide Uhrzeiten sind gleich. Gib an, wann die Ruhezeit beginnt und endet.',

  TIME_ZONE_UNKNOWN: ({ similar }: ReasonData['TIME_ZONE_UNKNOWN']) =>
    similar.length === 0
      ? 'Diese Zeitzone gibt es nicht. Schreib sie wie Europe/Berlin oder wähl sie aus der Liste.'
      : `Diese Zeitzone gibt es nicht. Meinst du ${similar.join(' oder ')}?`,
};
