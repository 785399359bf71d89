/** The inbox, and what other replies say of it. */
import type { InboxState } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

const states: Record<Exclude<InboxState, 'HELD'>, string> = {
  SENT: 'gesendet',
  KEPT: 'nur hier, wie von dir gewählt',
  CLOSED: 'nicht gesendet: Du nimmst keine Direktnachrichten an',
  NO_SERVER: 'nicht gesendet: Du teilst keinen Server mit der Bank',
  GONE: 'nicht gesendet: Discord hat dich nicht gefunden',
  FAILED: 'nicht gesendet: Discord hat sie nicht angenommen',
  UNSURE: 'vielleicht nicht angekommen',
  WAITING: 'unterwegs',
};

export const inbox = {
  title: 'Posteingang',
  unread: (count: number): string => plural(count, { one: '1 neue', other: `${count} neue` }),
  empty: 'Es gibt noch keine Meldungen.',
  emptyPage: 'Auf dieser Seite steht nichts.',
  states,
  heldUntil: (at: Markup): Markup => md`kommt um ${at}`,
  gone: {
    title: 'Meldung',
    sentence: 'Worum es in dieser Meldung ging, lässt sich nicht mehr anzeigen.',
  },
  missing: {
    title: 'Diese Meldung ist nicht mehr im Posteingang',
    sentence: 'Sie ist älter als 90 Tage oder gehört zu einem anderen Konto.',
  },
  kept: 'Meldungen bleiben 90 Tage hier.',
  open: 'Meldung öffnen',
  buttons: { allRead: 'Alle als gelesen markieren', settings: 'Einstellungen' },
  /** Below the next reply, once. */
  news: (count: number): string =>
    plural(count, { one: 'Du hast 1 neue Meldung', other: `Du hast ${count} neue Meldungen` }),
  /** Below a message that may have been sent twice. */
  repeated: 'Vielleicht hast du diese Nachricht schon bekommen.',
};
