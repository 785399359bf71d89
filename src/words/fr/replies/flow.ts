/** The steps of a conversation: confirming, proving, cancelling. */
import { fees } from '../common/fees.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { type Markup, md } from '../../text/markup.ts';

export const flow = {
  cancelled: 'Annulé',
  confirm: {
    asksPassword: '*Confirmer* vous demandera votre mot de passe, pour vérifier que c’est vous.',
    asksCode:
      '*Confirmer* vous demandera un code de votre application d’authentification, ou un code de ' +
      'secours, pour vérifier que c’est vous.',
    nothingMovedYet: (until: Markup): Markup =>
      md`Aucun mouvement n’a encore été effectué. *Confirmer* reste possible jusqu’à ${until}.`,
    nothingChangedYet: (until: Markup): Markup =>
      md`Rien n’a encore changé. *Confirmer* reste possible jusqu’à ${until}.`,
  },
  /** A card that replaces one that was confirmed; `sum` is the amount on the new card. */
  renewal: {
    roundUp: pots.roundUp.renewed,
    fee: fees.renewed,
    approval: shared.approvals.renewed,
    changed: (sum: string | null): Markup | string =>
      sum === null
        ? 'Le solde a changé depuis le message précédent. Vérifiez celui-ci.'
        : md`Le solde a changé depuis le message précédent : le montant est maintenant de **${sum}**.`,
    outdated: (): string =>
      'La banque a été mise à jour depuis le message précédent. Vérifiez celui-ci.',
  },
  proof: {
    title: 'Confirmez votre identité',
    /** `intent` is the purpose of the card or button, in markup. */
    lead: (intent: string): string => `Vous allez ${intent}.`,
    failed: 'Cela n’a pas fonctionné',
  },
  /** A message about a press of *Confirm* whose answer was lost. */
  resolved: {
    title: 'Votre demande n’a pas abouti',
    expired: (undone: string): string =>
      'La banque était indisponible quand vous avez appuyé sur Confirmer, et le délai est passé ' +
      `depuis. ${undone}`,
    closed: (undone: string): string =>
      `La banque l’a refusée, ou elle a été annulée. ${undone} Relancez la commande pour ` +
      'réessayer.',
  },
};
