/** The steps of a conversation: confirming, proving, cancelling. */
import { fees } from '../common/fees.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { type Markup, md } from '../../text/markup.ts';

export const flow = {
  cancelled: 'Abgebrochen',
  confirm: {
    asksPassword: '*Bestätigen* fragt nach deinem Passwort, damit sicher ist, dass du es bist.',
    asksCode:
      '*Bestätigen* fragt nach einem Code aus deiner Authenticator-App oder einem ' +
      'Wiederherstellungscode, damit sicher ist, dass du es bist.',
    nothingMovedYet: (until: Markup): Markup =>
      md`Es wurde noch kein Geld bewegt. *Bestätigen* ist möglich bis ${until}.`,
    nothingChangedYet: (until: Markup): Markup =>
      md`Es wurde noch nichts geändert. *Bestätigen* ist möglich bis ${until}.`,
  },
  /** A card that replaces one that was confirmed; `sum` is the amount on the new card. */
  renewal: {
    roundUp: pots.roundUp.renewed,
    fee: fees.renewed,
    approval: shared.approvals.renewed,
    changed: (sum: string | null): Markup | string =>
      sum === null
        ? 'Das Guthaben hat sich seit der letzten Anzeige geändert. Bitte prüfe diese.'
        : md`Das Guthaben hat sich seit der letzten Anzeige geändert: Der Betrag ist jetzt **${sum}**.`,
    outdated: (): string =>
      'Die Bank wurde seit der letzten Anzeige aktualisiert. Bitte prüfe diese.',
  },
  proof: {
    title: 'Bestätige, dass du es bist',
    /** `intent` is the purpose of the card or button, in markup. */
    lead: (intent: string): string => `Du bist dabei, ${intent}.`,
    failed: 'Das hat nicht geklappt',
  },
  /** A message about a press of *Confirm* whose answer was lost. */
  resolved: {
    title: 'Dein Auftrag wurde nicht ausgeführt',
    expired: (undone: string): string =>
      'Die Bank war nicht erreichbar, als du auf Bestätigen gedrückt hast, und der Auftrag ist ' +
      `inzwischen abgelaufen. ${undone}`,
    closed: (undone: string): string =>
      `Die Bank hat ihn abgelehnt, oder er wurde abgebrochen. ${undone} Starte den Befehl neu, um ` +
      'es noch einmal zu versuchen.',
  },
};
