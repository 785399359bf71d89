/** Why an entry of `/notices` was refused, and what to change. */
import type { ReasonData } from '../../../bank/model/index.ts';

export const noticeReasons = {
  QUIET_HOURS_SHAPE: () => 'Écrivez deux heures, par exemple 22:00-07:00, ou « non ».',
  QUIET_HOURS_EQUAL: () => 'Les deux heures sont identiques. Changez-en une.',

  TIME_ZONE_UNKNOWN: ({ similar }: ReasonData['TIME_ZONE_UNKNOWN']) =>
    similar.length === 0
      ? 'Ce fuseau horaire n’existe pas. Écrivez-le comme Europe/Paris, ou choisissez-le dans la liste.'
      : `Ce fuseau horaire n’existe pas. Vouliez-vous dire ${similar.join(' ou ')} ?`,
};
