/** Refusals and defects: sentences, titles, and the card for wrong entries. */
import { assurances, type ErrorCode, type Refused } from '../../bank/model/index.ts';
import { code, type Markup, md } from '../text/markup.ts';
import { type Sentences, sentences } from './error-sentences.ts';
import { orderTitles } from './orders/errors.ts';

/** Assurances. */
const nothing = {
  moved: 'Aucun mouvement n’a été effectué.',
  changed: 'Rien n’a changé.',
  saved: 'Rien n’a été enregistré.',
};

function assuranceOf(errorCode: ErrorCode, byCommand: string): string {
  switch (assurances[errorCode]) {
    case 'NOTHING_MOVED':
      return nothing.moved;
    case 'NOTHING_CHANGED':
      return nothing.changed;
    case 'NOTHING_SAVED':
      return nothing.saved;
    case 'BY_COMMAND':
    case 'NONE':
      return byCommand;
  }
}

/** `byCommand` is the assurance of the refused command: `nothing.moved` or `nothing.changed`. */
function sentence<C extends ErrorCode>(refused: Refused<C>, byCommand: string): string {
  const all: Sentences = sentences;
  return all[refused.code](refused.data, assuranceOf(refused.code, byCommand));
}

const titles: Partial<Record<ErrorCode, string>> = {
  ...orderTitles,
  BANK_BUSY: 'La banque est très sollicitée',
  BANK_HALTED: 'Les paiements sont suspendus',
  OUTCOME_UNKNOWN: 'Résultat pas encore connu',
  SESSION_MISSING: 'Connectez-vous',
  SESSION_EXPIRED: 'Reconnectez-vous',
  NOT_REGISTERED: 'Pas encore de compte',
  ALREADY_REGISTERED: 'Vous êtes déjà client',
  LOCKED_OUT: 'Veuillez patienter',
  STEP_UP_NEEDED: 'Confirmez votre identité',
  CODE_NEEDED: 'Code nécessaire',
  CHANGE_UNKNOWN: 'Résultat inconnu',
  REQUESTS_TOO_MANY: 'Veuillez patienter',
  ACCOUNT_LOCKED: 'Votre compte est verrouillé',
  CODE_EXPIRED: 'Ce code n’est plus valable',
  CODES_TOO_MANY: 'Trop de codes demandés',
};

export const errors = {
  nothing,
  sentence,
  title: (errorCode: ErrorCode | 'STAFF_ONLY'): string =>
    (errorCode === 'STAFF_ONLY' ? undefined : titles[errorCode]) ?? 'Cela n’a pas fonctionné',
  staffOnly:
    'Cette commande est réservée à l’équipe de la banque, sur son serveur. Rien n’a été fait.',
  fix: {
    one: 'Corrigez une saisie',
    several: 'Corrigez ces saisies',
    /** Shown under the reasons; names the button `edit`. */
    stillFilledIn: 'Appuyez sur Modifier : tout est resté rempli, sauf les mots de passe.',
    edit: 'Modifier',
  },
  defect: {
    title: 'Un problème est survenu de notre côté',
    /** The error may have occurred before or after the change. */
    sentence: (reference: string): Markup =>
      md`Rien n’a peut-être été fait. Vérifiez avant de réessayer. Si l’erreur persiste, donnez à un conseiller le code
${code(reference)}.`,
    confirmed: ({ payment, fault }: { readonly payment: string; readonly fault: string }): Markup =>
      md`Nous ne savons pas encore si c’est passé. Ne recommencez pas : nous vérifions et vous
tiendrons au courant. Paiement ${code(payment)}, erreur ${code(fault)}.`,
  },
};
