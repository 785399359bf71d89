/** Why a customer cannot be erased now, and what to do first. */
import type { ErrorData } from '../../../bank/model/index.ts';

export const erasure: Record<ErrorData['ERASURE_IMPOSSIBLE']['obstacle'], string> = {
  ROLE: 'Trabajas en este banco: antes tienen que quitarte el rol.',
  FROZEN_OR_LOCKED: 'Está congelada o bloqueada.',
  ORDER: 'Cancela primero tus órdenes permanentes con `/schedule cancel`.',
  SHARED: 'Eres el único gestor de una cuenta compartida. Nombra a otro gestor o cierra la cuenta.',
  BALANCE: 'Antes retira o envía todo tu dinero.',
};
