/** The card of `/notices`: how a customer is told. */
import type { ChosenCategory, NoticeWay } from '../../../bank/model/index.ts';

const categories: Record<ChosenCategory, string> = {
  received: 'Geldeingänge',
  sent: 'Zahlungen von dir',
  request: 'Anfragen',
  order: 'Daueraufträge',
  payee: 'Neue Empfänger',
  account: 'Dein Konto',
  limit: 'Limits',
  digest: 'Wochenübersicht',
};
const ways: Record<NoticeWay, string> = {
  DM: 'Direktnachricht',
  QUIET: 'Direktnachricht ohne Ton',
  INBOX: 'nur Posteingang',
  OFF: 'aus',
};

export const noticeSettings = {
  categories,
  ways,
  title: 'Deine Benachrichtigungen',
  changed: 'Benachrichtigungen geändert',
  threshold: 'Zahlungen ab',
  everyPayment: 'alle werden gesendet',
  below: 'kleinere bleiben im Posteingang',
  quiet: 'Ruhezeit',
  none: 'keine',
  held: 'was dann kommt, wird danach gesendet',
  zoneUnset: 'Deine Zeitzone ist nicht eingestellt, darum gilt UTC.',
  note: 'Sicherheitsmeldungen werden immer gesendet. Alle Meldungen stehen im Posteingang.',
  menu: 'Ändern, wie du benachrichtigt wirst',
  buttons: {
    change: 'Zeiten und Beträge',
    night: 'Ruhe von 22:00 bis 07:00',
    noNight: 'Keine Ruhezeit',
    digestOn: 'Wochenübersicht',
    digestOff: 'Keine Wochenübersicht',
    inbox: 'Posteingang',
  },
  bothAsked: 'Wähle beides: worüber und wie.',
  digestOnly: 'Nur die Wochenübersicht kann ganz ausgeschaltet werden.',
  /** What a person types to have no threshold, or no quiet hours. */
  off: ['aus', 'keine', 'kein', 'nein', 'nie'] as readonly string[],
};
