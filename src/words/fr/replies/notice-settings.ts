/** The card of `/notices`: how a customer is told. */
import type { ChosenCategory, NoticeWay } from '../../../bank/model/index.ts';

const categories: Record<ChosenCategory, string> = {
  received: 'Argent reçu',
  sent: 'Argent envoyé',
  request: 'Demandes',
  order: 'Virements permanents',
  payee: 'Nouveaux bénéficiaires',
  account: 'Votre compte',
  limit: 'Plafonds',
  digest: 'Résumé de la semaine',
};
const ways: Record<NoticeWay, string> = {
  DM: 'message privé',
  QUIET: 'message privé sans son',
  INBOX: 'boîte de réception seulement',
  OFF: 'désactivé',
};

export const noticeSettings = {
  categories,
  ways,
  title: 'Vos avis',
  changed: 'Avis modifiés',
  threshold: 'Paiements à partir de',
  everyPayment: 'tous sont envoyés',
  below: 'les plus petits restent dans la boîte de réception',
  quiet: 'Heures de silence',
  none: 'aucune',
  held: 'ce qui arrive alors est envoyé ensuite',
  zoneUnset: 'Votre fuseau horaire n’est pas réglé : l’heure UTC est utilisée.',
  note: 'Les avis de sécurité sont toujours envoyés. Tous les avis sont dans votre boîte de réception.',
  menu: 'Changer la façon d’être prévenu',
  buttons: {
    change: 'Heures et montants',
    night: 'Silence de 22:00 à 07:00',
    noNight: 'Pas d’heures de silence',
    digestOn: 'Résumé de la semaine',
    digestOff: 'Pas de résumé',
    inbox: 'Boîte de réception',
  },
  bothAsked: 'Choisissez les deux : à propos de quoi, et comment.',
  digestOnly: 'Seul le résumé de la semaine peut être désactivé.',
  /** What a person types to have no threshold, or no quiet hours. */
  off: ['non', 'aucun', 'aucune', 'jamais', 'désactivé'] as readonly string[],
};
