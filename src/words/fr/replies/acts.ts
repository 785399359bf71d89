/** What payer and payee do about a payment afterwards: return it, give thanks, show it. */
import { type Markup, md } from '../../text/markup.ts';

export const acts = {
  /** The memo of a transfer that returns a payment. */
  returnMemo: (reference: string): string => `Renvoi de ${reference}`,
  returnedBefore: '⚠️ **Vous avez déjà renvoyé de l’argent pour ce paiement.**',
  thanked: {
    title: 'Remerciement envoyé',
    sentence: 'La personne qui vous a payé reçoit un message de votre part.',
  },
  thankedBefore: {
    title: 'Vous avez déjà dit merci',
    sentence: 'La personne qui vous a payé reçoit un seul message par paiement.',
  },
  share: {
    question: {
      title: 'Partager ce paiement ?',
      sentence:
        'Tous les membres de ce salon verront sa référence et son jour, mais ni les noms ni les soldes.',
    },
    done: { title: 'Paiement partagé', sentence: 'Il est maintenant visible dans ce salon.' },
    doneBefore: {
      title: 'Ce paiement a déjà été partagé',
      sentence: 'Chaque paiement peut être partagé une fois.',
    },
    failed: {
      title: 'Le paiement n’a pas été partagé',
      sentence: 'Discord n’a pas accepté le message. Réessayez.',
    },
    onlyInServers: {
      title: 'Partagez-le sur un serveur',
      sentence: 'Personne d’autre ne lit les messages privés.',
    },
    /** What everyone in the channel sees; the amount only if the payer chose so. */
    line: (reference: Markup, day: Markup, amount: string | null): Markup =>
      amount === null
        ? md`**Paiement** ${reference} · ${day}`
        : md`**Paiement de ${amount}** ${reference} · ${day}`,
  },
};
