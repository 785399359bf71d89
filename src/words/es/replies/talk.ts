/** Answers to sentences in direct messages, mentions and `/ask`. */
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');
const payments = (count: number): string =>
  plural(count, { one: `${count} movimiento`, other: `${count} movimientos` });

/** First and last day; null where the period is open. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const during = ({ from, to }: Period): Markup => {
  if (from !== null && from === to) return md`el ${from}`;
  if (from !== null && to !== null) return md`del ${from} al ${to}`;
  if (from !== null) return md`desde el ${from}`;
  return to === null ? written('hasta ahora') : md`hasta el ${to}`;
};

export const talk = {
  /** In a channel that others read. */
  inPrivate: {
    sentence: 'Puedo responderte donde solo tú lo veas.',
    button: 'Seguir en privado',
    tooLong: 'Pregúntame en una frase corta, por favor.',
  },
  notUnderstood: {
    quoted: (text: string): string => `“${text}”`,
    title: 'No lo he entendido',
    lead: 'Puedes escribir, por ejemplo:',
    examples: ['¿Cuánto dinero tengo?', 'Envía 5 a Ben por la pizza', '¿Cuánto gasté en marzo?'],
  },
  help: 'Ayuda',
  fillIn: 'Completar',
  openForm: { lead: 'Para eso hay un formulario.' },
  missing: {
    lead: 'Faltan algunos datos.',
    member: 'Para',
  },
  who: {
    title: '¿A quién te refieres?',
    lead: (name: string): Markup => md`Varias personas se llaman ${name}.`,
    other: 'Otra persona',
  },
  unknownPayee: {
    title: (name: string): Markup => md`No conozco a ${name}`,
    sentence:
      'Indica su número de cuenta, menciónala con @ o elígela en el formulario. Lo demás ya está ' +
      'rellenado.',
  },
  unclear: {
    title: 'Hay un dato que no está claro',
    amount: 'No estoy seguro del importe. Escríbelo así: 1250 o 12,50.',
    payee: 'No estoy seguro de quién debe recibir el dinero. Nombra a una sola persona.',
    payer:
      '¿Quién debe pagar? Elige a una persona, a varias o un rol del servidor. El banco les envía la solicitud.',
    date: 'No estoy seguro del día. Escríbelo así: 2026-03-31.',
    paymentDate: 'Un pago se hace al momento. Puedes enviarlo ahora o escribirme otra vez ese día.',
  },
  already: {
    registered: { title: 'Ya tienes una cuenta', sentence: 'Inicia sesión para usarla.' },
    loggedIn: { title: 'Ya has iniciado sesión', sentence: 'Ya puedes usar tu cuenta.' },
  },
  sums: {
    title: 'Tus movimientos',
    out: (sum: string, count: number, period: Period): Markup =>
      md`Enviaste **${sum}** en ${payments(count)} ${during(period)}.`,
    in: (sum: string, count: number, period: Period): Markup =>
      md`Recibiste **${sum}** en ${payments(count)} ${during(period)}.`,
    /** Payments with one person. */
    with: (party: Markup): Markup => md`Con ${party}:`,
    none: (period: Period): Markup => md`No hay movimientos así ${during(period)}.`,
    newest: 'Los más recientes:',
  },
};
