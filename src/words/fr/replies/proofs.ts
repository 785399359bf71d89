/** Cards with proofs out of the log. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

export const proofs = {
  title: 'Preuve d’un paiement',
  sentence: 'Ce fichier prouve que ce paiement est comptabilisé : montant, comptes et heure.',
  hidden: 'Il n’indique ni votre solde ni le libellé.',
  how: 'Chacun peut le vérifier avec la clé publique de la banque et sa page de vérification.',
  soon: 'Ce paiement est comptabilisé. Sa preuve sera prête dans une minute environ.',
  again: 'Réessayer',
  witnesses: (count: number): string =>
    count === 0
      ? 'Pour l’instant, seule la banque l’a signé.'
      : `Outre la banque, ${plural(count, { one: '1 témoin l’a signé', other: `${count} témoins l’ont signé` })}.`,
  balance: {
    title: 'Preuve de votre solde',
    sentence: 'Ce fichier prouve que votre solde de la nuit figure dans le total publié.',
    soon: 'Votre compte est plus récent que le total de la nuit. La preuve sera prête demain.',
    missing: 'Un compte sans fichier est plus récent que le total de la nuit.',
  },
};
