/** Answers to sentences in direct messages, mentions and `/ask`. */
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');
const payments = (count: number): string =>
  plural(count, { one: `${count} opération`, other: `${count} opérations` });

/** First and last day; null where the period is open. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const during = ({ from, to }: Period): Markup => {
  if (from !== null && from === to) return md`le ${from}`;
  if (from !== null && to !== null) return md`du ${from} au ${to}`;
  if (from !== null) return md`depuis le ${from}`;
  return to === null ? written('jusqu’ici') : md`jusqu’au ${to}`;
};

export const talk = {
  /** In a channel that others read. */
  inPrivate: {
    sentence: 'Je peux vous répondre là où vous seul voyez la réponse.',
    button: 'Continuer en privé',
    tooLong: 'Posez-moi votre question en une phrase courte, s’il vous plaît.',
  },
  notUnderstood: {
    quoted: (text: string): string => `« ${text} »`,
    title: 'Je n’ai pas compris',
    lead: 'Vous pouvez écrire, par exemple :',
    examples: [
      'Quel est mon solde ?',
      'Envoie 5 à Ben pour la pizza',
      'Combien ai-je dépensé en mars ?',
    ],
  },
  help: 'Aide',
  fillIn: 'Compléter',
  openForm: { lead: 'Il y a un formulaire pour cela.' },
  missing: {
    lead: 'Il manque encore des informations.',
    member: 'À',
  },
  who: {
    title: 'De qui parlez-vous ?',
    lead: (name: string): Markup => md`Plusieurs personnes s’appellent ${name}.`,
    other: 'Quelqu’un d’autre',
  },
  unknownPayee: {
    title: (name: string): Markup => md`Je ne connais pas ${name}`,
    sentence:
      'Donnez son numéro de compte, mentionnez cette personne avec @ ou choisissez-la dans le ' +
      'formulaire. Le reste est déjà rempli.',
  },
  unclear: {
    title: 'Un point n’est pas clair',
    amount: 'Je ne suis pas sûr du montant. Écrivez-le ainsi : 1250 ou 12,50.',
    payee: 'Je ne sais pas qui doit recevoir l’argent. Nommez une seule personne.',
    payer:
      'Qui doit payer ? Choisissez une personne, plusieurs ou un rôle du serveur. La banque leur envoie la demande.',
    date: 'Je ne suis pas sûr du jour. Écrivez-le ainsi : 2026-03-31.',
    paymentDate:
      'Un paiement part tout de suite. Envoyez-le maintenant, ou écrivez-moi à nouveau ce jour-là.',
  },
  already: {
    registered: {
      title: 'Vous avez un compte',
      sentence: 'Connectez-vous pour l’utiliser.',
    },
    loggedIn: {
      title: 'Vous êtes connecté',
      sentence: 'Vous pouvez utiliser votre compte maintenant.',
    },
  },
  sums: {
    title: 'Vos opérations',
    out: (sum: string, count: number, period: Period): Markup =>
      md`Vous avez envoyé **${sum}** en ${payments(count)} ${during(period)}.`,
    in: (sum: string, count: number, period: Period): Markup =>
      md`Vous avez reçu **${sum}** en ${payments(count)} ${during(period)}.`,
    /** Payments with one person. */
    with: (party: Markup): Markup => md`Avec ${party} :`,
    none: (period: Period): Markup => md`Il n’y a aucune opération de ce type ${during(period)}.`,
    newest: 'Les plus récentes :',
  },
};
