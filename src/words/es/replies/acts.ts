/** What payer and payee do about a payment afterwards: return it, give thanks, show it. */
import { type Markup, md } from '../../text/markup.ts';

export const acts = {
  /** The memo of a transfer that returns a payment. */
  returnMemo: (reference: string): string => `Devolución de ${reference}`,
  returnedBefore: '⚠️ **Ya has devuelto dinero de este pago.**',
  thanked: { title: 'Gracias enviadas', sentence: 'Quien te pagó recibe un mensaje tuyo.' },
  thankedBefore: {
    title: 'Ya has dado las gracias',
    sentence: 'Quien te pagó recibe un solo mensaje por cada pago.',
  },
  share: {
    question: {
      title: '¿Compartir este pago?',
      sentence:
        'Todas las personas de este canal verán su referencia y su día, pero no verán nombres ni saldos.',
    },
    done: { title: 'Pago compartido', sentence: 'Ya está en este canal.' },
    doneBefore: {
      title: 'Este pago ya se ha compartido',
      sentence: 'Cada pago se puede compartir una vez.',
    },
    failed: {
      title: 'El pago no se ha compartido',
      sentence: 'Discord no ha aceptado el mensaje. Inténtalo otra vez.',
    },
    onlyInServers: {
      title: 'Compártelo en un servidor',
      sentence: 'Los mensajes directos no los lee nadie más.',
    },
    /** What everyone in the channel sees; the amount only if the payer chose so. */
    line: (reference: Markup, day: Markup, amount: string | null): Markup =>
      amount === null
        ? md`**Pago** ${reference} · ${day}`
        : md`**Pago de ${amount}** ${reference} · ${day}`,
  },
};
