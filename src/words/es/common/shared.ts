/** Phrases that several areas share. */
import type { InitiatorKind, ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'No se ha movido dinero.';
export const runAgain = 'Ejecuta el comando de nuevo.';
export const emptyPage = 'Esta página está vacía.';
export const noMatches = 'Ningún movimiento coincide con este filtro.';

export const recoveryCodesLead = written(
  'Los **códigos de recuperación** se muestran una sola vez y cada uno sirve una sola vez. ' +
    'Guárdalos fuera de Discord.',
);

/** Who or what asked for a movement of money; null where its customer did. */
export const askedBy: Record<InitiatorKind, string | null> = {
  SESSION: null,
  STAFF: 'por el personal',
  ORDER: 'por una orden permanente',
  MEMBERS: 'aprobado por los gestores',
  BANK: 'por el banco',
  IMPORT: 'por traspaso de saldo',
};

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: 'nombre',
  email: 'correo electrónico',
  phone: 'número de teléfono',
};
