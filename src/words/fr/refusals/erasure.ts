/** Why a customer cannot be erased now, and what to do first. */
import type { ErrorData } from '../../../bank/model/index.ts';

export const erasure: Record<ErrorData['ERASURE_IMPOSSIBLE']['obstacle'], string> = {
  ROLE: 'Vous travaillez dans cette banque : faites d’abord retirer votre rôle.',
  FROZEN_OR_LOCKED: 'Il est gelé ou verrouillé.',
  ORDER: 'Annulez d’abord vos virements permanents avec `/schedule cancel`.',
  SHARED: 'Vous gérez seul un compte partagé. Nommez un autre gestionnaire, ou clôturez ce compte.',
  BALANCE: 'Retirez ou virez d’abord tout votre argent.',
};
