/** Why a customer cannot be erased now, and what to do first. */
import type { ErrorData } from '../../../bank/model/index.ts';

export const erasure: Record<ErrorData['ERASURE_IMPOSSIBLE']['obstacle'], string> = {
  ROLE: 'Du arbeitest bei dieser Bank: Lass dir zuerst deine Rolle entziehen.',
  FROZEN_OR_LOCKED: 'Es ist eingefroren oder gesperrt.',
  ORDER: 'Beende zuerst deine Daueraufträge mit `/schedule cancel`.',
  SHARED:
    'Du verwaltest ein Gemeinschaftskonto allein. Mach ein anderes Mitglied zum Verwalter oder schließ es.',
  BALANCE: 'Überweise dein Geld zuerst oder lass es dir auszahlen.',
};
