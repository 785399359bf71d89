/** Cards of requests for money. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');
const people = (count: number): string =>
  plural(count, { one: `${count} personne`, other: `${count} personnes` });

export const requests = {
  labels: {
    from: 'De',
    into: 'Sur',
    asker: 'Demandé par',
    each: 'Par personne',
    total: 'Au total',
    paid: 'Payé',
    left: 'Reste à payer',
    due: 'Échéance',
    expires: 'Expire',
    reminders: 'Rappels',
  },
  buttons: {
    pay: 'Payer',
    decline: 'Refuser',
    notNow: 'Pas maintenant',
    remind: 'Relancer',
    cancel: 'Annuler la demande',
    export: 'Exporter en CSV',
    refresh: 'Actualiser',
    table: 'Qui a payé',
    list: 'Mes demandes',
    ask: 'Demander de l’argent',
    block: 'Ne plus accepter de demandes',
    unblock: 'Accepter à nouveau',
    invite: 'Les inviter à ouvrir un compte',
  },
  states: {
    OPEN: 'en attente',
    PART_PAID: 'payé en partie',
    PAID: 'payé',
    DECLINED: 'refusé',
    CANCELLED: 'annulé',
    EXPIRED: 'expiré',
  },
  expiry: {
    past: 'Ce jour est déjà passé.',
    unreadable: 'Indiquez un nombre de jours ou une date comme 2026-01-31.',
    days: (most: number): string => `Indiquez de 1 à ${most} jours.`,
  },
  declinedNotice: (sum: string): string => `Votre demande de ${sum} a été refusée`,
  question: (count: number, total: string): string => `Demander ${total} à ${people(count)} ?`,
  more: (count: number): string => `et ${people(count)} de plus`,
  firstWithMore: (count: number, more: string, less: string): string =>
    `Le total ne se divise pas également : les premières (${people(count)}) paient ${more}, les autres ${less}.`,
  unasked: {
    SELF: 'Rien ne vous est demandé à vous-même.',
    NO_ACCOUNT: (who: Markup): Markup => md`Sans compte ici, non sollicités : ${who}`,
    UNWANTED: (who: Markup): Markup => md`N’acceptent pas de demandes, non sollicités : ${who}`,
    FULL: (who: Markup): Markup => md`Ont trop de demandes en attente, non sollicités : ${who}`,
  },
  made: (count: number, total: string): string => `${total} demandés à ${people(count)}`,
  madeNote: 'Chaque personne reçoit un message privé. Vous pouvez voir à tout moment qui a payé.',
  received: {
    title: (sum: string): string => `On vous demande ${sum}`,
    reminder: (sum: string): string => `Rappel : on vous demande ${sum}`,
    note: 'Rien ne quitte votre compte tant que vous ne payez pas.',
  },
  due: {
    OPEN: (sum: string): string => `Une demande de ${sum}`,
    PART_PAID: (sum: string): string => `Une demande de ${sum}, payée en partie`,
    PAID: (sum: string): string => `Une demande de ${sum}, payée`,
    DECLINED: (sum: string): string => `Une demande de ${sum}, refusée`,
    CANCELLED: (sum: string): string => `Une demande de ${sum}, annulée`,
    EXPIRED: (sum: string): string => `Une demande de ${sum}, expirée`,
  },
  pays: (asker: Markup): Markup => md`Ceci règle une demande de ${asker}.`,
  later: {
    title: 'Rien n’a été payé',
    sentence: (until: Markup): Markup => md`La demande reste ouverte jusqu’au ${until}.`,
  },
  declined: {
    title: 'Demande refusée',
    sentence: 'Aucun argent n’a bougé. La personne qui demande reçoit un message.',
  },
  table: {
    title: (reference: string): string => `Demande ${reference}`,
    progress: (paid: number, all: number, received: string, asked: string): Markup =>
      md`**${String(paid)} sur ${people(all)} ${paid < 2 ? 'a' : 'ont'} payé**, ${received} sur ${asked}.`,
    picture: 'Combien de personnes ont payé, et combien',
    page: (number: number, of: number): string => `Page ${number} sur ${of}`,
    remindersLeft: (sent: number, most: number): string => `${sent} sur ${most} envoyés`,
  },
  list: {
    title: 'Demandes',
    toPay: 'À payer',
    nothingToPay: 'Vous n’avez aucune demande à payer.',
    made: 'Vous avez demandé',
    nothingMade: 'Vous n’avez pas encore demandé d’argent.',
    progress: (paid: number, all: number): string => `${paid} sur ${all} payés`,
    choose: 'Choisissez une demande',
  },
  remind: {
    question: (count: number): string => `Relancer ${people(count)} ?`,
    which: (number: number, most: number): string =>
      `C’est le rappel ${number} sur ${most}. Seules les personnes qui n’ont pas payé le reçoivent.`,
    done: (count: number): string => `${people(count)} : rappel envoyé`,
    before: 'Ce rappel a déjà été envoyé',
    beforeNote: 'Aucun second message n’est envoyé.',
  },
  cancel: {
    question: 'Annuler cette demande ?',
    sentence: (count: number): string =>
      plural(count, {
        one: `${count} personne ne pourra plus la payer et recevra un message.`,
        other: `${count} personnes ne pourront plus la payer et recevront un message.`,
      }),
    stays: 'Ce qui a été payé reste sur votre compte.',
    done: 'Demande annulée',
    before: 'Il n’y avait plus rien à annuler',
  },
  exported: { title: 'Exporté', sentence: 'Le tableau des payeurs en CSV.' },
  block: {
    done: 'Les demandes ne sont plus acceptées',
    undone: 'Les demandes sont à nouveau acceptées',
    sentence: (who: Markup): Markup => md`Vous ne recevrez plus de demandes de ${who}.`,
    undoneSentence: (who: Markup): Markup => md`${who} peut à nouveau vous demander de l’argent.`,
    note: 'Les demandes déjà reçues restent ouvertes ; vous pouvez les refuser.',
    list: 'Personnes dont vous n’acceptez pas les demandes',
    none: 'Vous acceptez les demandes de tout le monde.',
    choose: 'Accepter à nouveau les demandes de',
    button: 'Choisir une personne',
  },
  invitation: {
    title: (bankName: string): string => `Un compte chez ${bankName} ?`,
    sentence: (who: Markup): Markup =>
      md`${who}, un membre de ce serveur aimerait régler quelque chose avec vous. Ouvrir un compte prend deux minutes.`,
    sent: { title: 'Invitation envoyée', sentence: 'Aucun argent n’a bougé.' },
    unsent: { title: 'Invitation non envoyée', sentence: 'Discord n’a pas accepté le message.' },
    nobody: { title: 'Tout le monde a un compte', sentence: 'Rien n’a été envoyé.' },
  },
  staff: {
    title: 'Demandes d’un client',
    got: 'Demandé par d’autres',
    nothingGot: 'Personne n’a demandé d’argent à ce client.',
    made: 'Demandé à d’autres',
    nothingMade: 'Ce client n’a demandé d’argent à personne.',
    newest:
      'Les plus récentes sont affichées. ' +
      'Cette consultation est enregistrée, et le client peut voir que vous avez regardé.',
    open: (count: number): string => `${count} à payer`,
    cancelled: (count: number): string =>
      `Annulée pour ${people(count)}. Aucun mouvement n’a été effectué. ` +
      'Le client et les payeurs reçoivent un message.',
  },
  /** To a payer, after the asker or staff have cancelled the request. */
  withdrawn: {
    title: (sum: string): string => `La demande de ${sum} a été annulée`,
    byAsker:
      'La personne qui l’avait faite l’a annulée : vous n’avez plus rien à payer. Aucun mouvement n’a été effectué.',
    byStaff:
      'Le personnel de la banque l’a annulée : vous n’avez plus rien à payer. Aucun mouvement n’a été effectué.',
    paidStays: 'Ce que vous aviez déjà payé reste payé.',
  },
  /** To the asker, after staff have cancelled the request. */
  byStaff: {
    title: (sum: string): string => `Votre demande de ${sum} a été annulée`,
    sentence:
      'Le personnel de la banque a annulé ce qui restait à payer. Aucun mouvement n’a été effectué.',
  },
};
