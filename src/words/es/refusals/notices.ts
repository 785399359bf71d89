/** Why an entry of `/notices` was refused, and what to change. */
import type { ReasonData } from '../../../bank/model/index.ts';

export const noticeReasons = {
  QUIET_HOURS_SHAPE: () => 'Escribe dos horas, por ejemplo 22:00-07:00, o “no”.',
  QUIET_HOURS_EQUAL: () =>
    'Las dos horas son iguales. Indica cuándo empieza y cuándo acaba el silencio.',

  TIME_ZONE_UNKNOWN: ({ similar }: ReasonData['TIME_ZONE_UNKNOWN']) =>
    similar.length === 0
      ? 'Esa zona horaria no existe. Escríbela como Europe/Madrid o elígela en la lista.'
      : `Esa zona horaria no existe. ¿Querías decir ${similar.join(' o ')}?`,
};
