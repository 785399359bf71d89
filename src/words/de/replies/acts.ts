/** What payer and payee do about a payment afterwards: return it, give thanks, show it. */
import { type Markup, md } from '../../text/markup.ts';

export const acts = {
  /** The memo of a transfer that returns a payment. */
  returnMemo: (reference: string): string => `Rückgabe von ${reference}`,
  returnedBefore: '⚠️ **Du hast für diese Zahlung schon Geld zurückgeschickt.**',
  thanked: { title: 'Dank gesendet', sentence: 'Der Absender bekommt eine Nachricht von dir.' },
  thankedBefore: {
    title: 'Du hast dich schon bedankt',
    sentence: 'Der Absender bekommt für jede Zahlung nur eine Nachricht.',
  },
  share: {
    question: {
      title: 'Diese Zahlung teilen?',
      sentence:
        'Alle in diesem Kanal sehen dann die Referenz und den Tag, aber keine Namen und keinen Kontostand.',
    },
    done: { title: 'Zahlung geteilt', sentence: 'Sie steht jetzt in diesem Kanal.' },
    doneBefore: {
      title: 'Diese Zahlung wurde schon geteilt',
      sentence: 'Jede Zahlung kann einmal geteilt werden.',
    },
    failed: {
      title: 'Die Zahlung wurde nicht geteilt',
      sentence: 'Discord hat die Nachricht nicht angenommen. Versuche es noch einmal.',
    },
    onlyInServers: {
      title: 'Teile sie auf einem Server',
      sentence: 'Direktnachrichten liest sonst niemand.',
    },
    /** What everyone in the channel sees; the amount only if the payer chose so. */
    line: (reference: Markup, day: Markup, amount: string | null): Markup =>
      amount === null
        ? md`**Zahlung** ${reference} · ${day}`
        : md`**Zahlung über ${amount}** ${reference} · ${day}`,
  },
};
