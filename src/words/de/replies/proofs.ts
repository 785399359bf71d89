/** Cards with proofs out of the log. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

export const proofs = {
  title: 'Nachweis einer Zahlung',
  sentence: 'Die Datei beweist, dass diese Zahlung gebucht ist: Betrag, Konten und Zeit.',
  hidden: 'Deinen Kontostand und den Verwendungszweck zeigt sie nicht.',
  how: 'Jeder kann sie mit dem öffentlichen Schlüssel der Bank und ihrer Prüfseite prüfen.',
  soon: 'Diese Zahlung ist gebucht. Ihr Nachweis ist in etwa einer Minute fertig.',
  again: 'Noch einmal versuchen',
  witnesses: (count: number): string =>
    count === 0
      ? 'Bisher hat nur die Bank dafür unterschrieben.'
      : `Außer der Bank ${plural(count, { one: 'hat 1 Zeuge', other: `haben ${count} Zeugen` })} dafür unterschrieben.`,
  balance: {
    title: 'Nachweis deines Guthabens',
    sentence:
      'Die Datei beweist, dass dein Stand der letzten Nacht in der veröffentlichten Summe steckt.',
    soon: 'Dein Konto ist neuer als die letzte Summe. Der Nachweis ist morgen fertig.',
    missing: 'Ein Konto ohne Datei ist neuer als die Summe der letzten Nacht.',
  },
};
