/** The inbox, and what other replies say of it. */
import type { InboxState } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

const states: Record<Exclude<InboxState, 'HELD'>, string> = {
  SENT: 'envoyé',
  KEPT: 'gardé ici, comme vous l’avez choisi',
  CLOSED: 'non envoyé : vous n’acceptez pas de messages privés',
  NO_SERVER: 'non envoyé : vous n’avez aucun serveur en commun avec la banque',
  GONE: 'non envoyé : Discord ne vous a pas trouvé',
  FAILED: 'non envoyé : Discord ne l’a pas accepté',
  UNSURE: 'peut-être pas arrivé',
  WAITING: 'en cours d’envoi',
};

export const inbox = {
  title: 'Boîte de réception',
  unread: (count: number): string =>
    plural(count, { one: `${count} nouveau`, other: `${count} nouveaux` }),
  empty: 'Il n’y a pas encore d’avis.',
  emptyPage: 'Cette page est vide.',
  states,
  heldUntil: (at: Markup): Markup => md`arrive à ${at}`,
  gone: { title: 'Avis', sentence: 'Le contenu de cet avis ne peut plus être affiché.' },
  missing: {
    title: 'Cet avis n’est plus dans votre boîte de réception',
    sentence: 'Il a plus de 90 jours, ou appartient à un autre compte.',
  },
  kept: 'Les avis restent ici 90 jours.',
  open: 'Ouvrir un avis',
  buttons: { allRead: 'Tout marquer comme lu', settings: 'Réglages des avis' },
  /** Below the next reply, once. */
  news: (count: number): string =>
    plural(count, {
      one: `Vous avez ${count} nouvel avis`,
      other: `Vous avez ${count} nouveaux avis`,
    }),
  /** Below a message that may have been sent twice. */
  repeated: 'Vous avez peut-être déjà reçu ce message.',
};
