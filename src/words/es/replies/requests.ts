/** Cards of requests for money. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');
const people = (count: number): string =>
  plural(count, { one: `${count} persona`, other: `${count} personas` });

export const requests = {
  labels: {
    from: 'De',
    into: 'En',
    asker: 'Lo pide',
    each: 'Cada persona',
    total: 'En total',
    paid: 'Pagado',
    left: 'Por pagar',
    due: 'Vence',
    expires: 'Caduca',
    reminders: 'Recordatorios',
  },
  buttons: {
    pay: 'Pagar',
    decline: 'Rechazar',
    notNow: 'Ahora no',
    remind: 'Recordar',
    cancel: 'Cancelar la solicitud',
    export: 'Exportar en CSV',
    refresh: 'Actualizar',
    table: 'Quién ha pagado',
    list: 'Mis solicitudes',
    ask: 'Pedir dinero',
    block: 'No aceptar más solicitudes',
    unblock: 'Aceptar de nuevo',
    invite: 'Pedirles que abran una cuenta',
  },
  states: {
    OPEN: 'pendiente',
    PART_PAID: 'pagado en parte',
    PAID: 'pagado',
    DECLINED: 'rechazado',
    CANCELLED: 'cancelado',
    EXPIRED: 'caducado',
  },
  expiry: {
    past: 'Ese día ya pasó.',
    unreadable: 'Escribe un número de días o una fecha como 2026-01-31.',
    days: (most: number): string => `Escribe de 1 a ${most} días.`,
  },
  declinedNotice: (sum: string): string => `Tu solicitud de ${sum} fue rechazada`,
  question: (count: number, total: string): string => `¿Pedir ${total} a ${people(count)}?`,
  more: (count: number): string => `y ${people(count)} más`,
  firstWithMore: (count: number, more: string, less: string): string =>
    `El total no se reparte por igual: las primeras (${people(count)}) pagan ${more} y las demás ${less}.`,
  unasked: {
    SELF: 'A ti no se te pide nada.',
    NO_ACCOUNT: (who: Markup): Markup => md`Sin cuenta aquí, no se les pide: ${who}`,
    UNWANTED: (who: Markup): Markup => md`No aceptan solicitudes, no se les pide: ${who}`,
    FULL: (who: Markup): Markup =>
      md`Tienen demasiadas solicitudes pendientes, no se les pide: ${who}`,
  },
  made: (count: number, total: string): string => `${total} pedidos a ${people(count)}`,
  madeNote:
    'Cada persona recibe un mensaje directo. Puedes ver en cualquier momento quién ha pagado.',
  received: {
    title: (sum: string): string => `Te piden ${sum}`,
    reminder: (sum: string): string => `Recordatorio: te piden ${sum}`,
    note: 'De tu cuenta no sale nada mientras no pagues.',
  },
  due: {
    OPEN: (sum: string): string => `Una solicitud de ${sum}`,
    PART_PAID: (sum: string): string => `Una solicitud de ${sum}, pagada en parte`,
    PAID: (sum: string): string => `Una solicitud de ${sum}, pagada`,
    DECLINED: (sum: string): string => `Una solicitud de ${sum}, rechazada`,
    CANCELLED: (sum: string): string => `Una solicitud de ${sum}, cancelada`,
    EXPIRED: (sum: string): string => `Una solicitud de ${sum}, caducada`,
  },
  pays: (asker: Markup): Markup => md`Con esto pagas una solicitud de ${asker}.`,
  later: {
    title: 'No se ha pagado nada',
    sentence: (until: Markup): Markup => md`La solicitud sigue abierta hasta el ${until}.`,
  },
  declined: {
    title: 'Solicitud rechazada',
    sentence: 'No se ha movido dinero. Quien lo pidió recibe un mensaje.',
  },
  table: {
    title: (reference: string): string => `Solicitud ${reference}`,
    progress: (paid: number, all: number, received: string, asked: string): Markup =>
      md`**${String(paid)} de ${people(all)} ${paid === 1 ? 'ha' : 'han'} pagado**, ${received} de ${asked}.`,
    picture: 'Cuántas personas han pagado y cuánto',
    page: (number: number, of: number): string => `Página ${number} de ${of}`,
    remindersLeft: (sent: number, most: number): string => `${sent} de ${most} enviados`,
  },
  list: {
    title: 'Solicitudes',
    toPay: 'Por pagar',
    nothingToPay: 'No tienes solicitudes por pagar.',
    made: 'Has pedido',
    nothingMade: 'Todavía no has pedido dinero.',
    progress: (paid: number, all: number): string => `${paid} de ${all} pagados`,
    choose: 'Elige una solicitud',
  },
  remind: {
    question: (count: number): string => `¿Enviar un recordatorio a ${people(count)}?`,
    which: (number: number, most: number): string =>
      `Este es el recordatorio ${number} de ${most}. Solo lo reciben quienes no han pagado.`,
    done: (count: number): string => `Recordatorio enviado a ${people(count)}`,
    before: 'Este recordatorio ya se envió',
    beforeNote: 'No se envía un segundo mensaje.',
  },
  cancel: {
    question: '¿Cancelar esta solicitud?',
    sentence: (count: number): string =>
      plural(count, {
        one: `${count} persona ya no podrá pagarla y recibirá un mensaje.`,
        other: `${count} personas ya no podrán pagarla y recibirán un mensaje.`,
      }),
    stays: 'Lo que ya se pagó se queda en tu cuenta.',
    done: 'Solicitud cancelada',
    before: 'No quedaba nada que cancelar',
  },
  exported: { title: 'Exportado', sentence: 'La tabla de quienes pagan, en CSV.' },
  block: {
    done: 'Ya no se aceptan solicitudes',
    undone: 'Se aceptan solicitudes de nuevo',
    sentence: (who: Markup): Markup => md`A partir de ahora no recibes solicitudes de ${who}.`,
    undoneSentence: (who: Markup): Markup => md`${who} puede volver a pedirte dinero.`,
    note: 'Las solicitudes que ya tienes siguen abiertas; puedes rechazarlas.',
    list: 'Personas de las que no aceptas solicitudes',
    none: 'Aceptas solicitudes de todo el mundo.',
    choose: 'Aceptar de nuevo solicitudes de',
    button: 'Elegir una persona',
  },
  invitation: {
    title: (bankName: string): string => `¿Una cuenta en ${bankName}?`,
    sentence: (who: Markup): Markup =>
      md`${who}, alguien de este servidor quiere arreglar cuentas contigo. Abrir una cuenta lleva dos minutos.`,
    sent: { title: 'Ya se lo hemos pedido', sentence: 'No se ha movido dinero.' },
    unsent: { title: 'No se les ha pedido', sentence: 'Discord no aceptó el mensaje.' },
    nobody: { title: 'Todos tienen cuenta', sentence: 'No se ha enviado nada.' },
  },
  staff: {
    title: 'Solicitudes de un cliente',
    got: 'Pedido por otros',
    nothingGot: 'Nadie ha pedido dinero a este cliente.',
    made: 'Pedido a otros',
    nothingMade: 'Este cliente no ha pedido dinero a nadie.',
    newest:
      'Se muestran las más recientes. Esta consulta queda registrada y el cliente puede ver que has mirado.',
    open: (count: number): string => `${count} por pagar`,
    cancelled: (count: number): string =>
      `Cancelada para ${people(count)}. No se ha movido dinero. El cliente y los pagadores reciben un mensaje.`,
  },
  /** To a payer, after the asker or staff have cancelled the request. */
  withdrawn: {
    title: (sum: string): string => `La solicitud de ${sum} se canceló`,
    byAsker: 'La canceló quien la hizo: ya no tienes que pagar nada. No se ha movido dinero.',
    byStaff:
      'La canceló el personal del banco: ya no tienes que pagar nada. No se ha movido dinero.',
    paidStays: 'Lo que ya habías pagado sigue pagado.',
  },
  /** To the asker, after staff have cancelled the request. */
  byStaff: {
    title: (sum: string): string => `Tu solicitud de ${sum} se canceló`,
    sentence: 'El personal del banco canceló lo que quedaba por pagar. No se ha movido dinero.',
  },
};
