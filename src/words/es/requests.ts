/** Requests for money: commands, fields, options and refusals. */
import type { ErrorData, Money } from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import type { CommandText, FieldText } from '../text/shapes.ts';

export const requestCommands = {
  'request block': {
    description: 'Elegir de quién no aceptas solicitudes de dinero',
    title: 'No aceptar solicitudes',
  },
  'request cancel': { description: 'Cancelar una solicitud tuya', title: 'Cancelar una solicitud' },
  'request create': { description: 'Pedir dinero a una o varias personas', title: 'Pedir dinero' },
  'request export': {
    description: 'Descargar en una tabla quién ha pagado una solicitud',
    title: 'Exportar una solicitud',
  },
  'request list': { description: 'Ver qué te piden y qué has pedido' },
  'request remind': {
    description: 'Recordar a quienes no han pagado una solicitud',
    title: 'Enviar un recordatorio',
  },
  'request show': { description: 'Ver quién ha pagado una solicitud', title: 'Ver una solicitud' },
  'staff request list': {
    description: 'Mira las solicitudes de dinero que un cliente ha recibido y hecho',
    title: 'Solicitudes de un cliente',
  },
  'staff request show': {
    description: 'Mira quién ha pagado la solicitud de un cliente',
    title: 'Solicitud de un cliente',
  },
  'staff request cancel': {
    description: 'Cancela la solicitud de un cliente, con un motivo',
    title: 'Cancelar la solicitud de un cliente',
  },
} satisfies Record<string, CommandText>;

export const requestFields = {
  askMembers: { label: 'De', hint: 'Uno o varios miembros' },
  askRole: { label: 'O de todos los que tienen un rol', hint: 'Como máximo 100 personas' },
  askAccount: {
    label: 'O de una cuenta',
    hint: 'Número de cuenta, apodo, o una persona a la que has pagado',
  },
  askEach: { label: 'Importe por persona', hint: '12, 12,50', example: '12,50' },
  askTotal: { label: 'O en total', hint: 'Se reparte por igual', example: '100' },
  dueDate: { label: 'Vencimiento', hint: 'AAAA-MM-DD', example: '2026-01-31' },
  expires: {
    label: 'Caduca',
    hint: 'Tras tantos días (como máximo 90) o en una fecha',
    example: '10',
  },
  request: {
    label: 'Solicitud',
    hint: 'Su referencia, en /request list',
    example: '01AB-23CD-45EF-GHJ',
  },
  blockMember: { label: 'Miembro', hint: 'Ya no podrá pedirte nada' },
  customerRequest: {
    label: 'Solicitud',
    hint: 'Su referencia, en /staff request list',
    example: '01AB-23CD-45EF-GHJ',
  },
} satisfies Record<string, FieldText>;

export const requestOptions = {
  askMembers: 'miembro',
  askRole: 'rol',
  askAccount: 'cuenta',
  askEach: 'importe',
  askTotal: 'total',
  dueDate: 'vencimiento',
  expires: 'caduca',
  request: 'solicitud',
  blockMember: 'miembro',
  customerRequest: 'solicitud',
};

type RequestCode =
  | `REQUEST_${'SELF' | 'PAYERS' | 'UNWANTED' | 'SPLIT' | 'TIME' | 'CHANGED' | 'UNKNOWN'}`
  | `REQUEST_${'ENDED' | 'EXCEEDED'}`
  | 'REQUEST_REFERENCE_UNKNOWN'
  | 'REQUESTS_OPEN'
  | 'REMINDERS_USED'
  | 'BLOCKS_TOO_MANY'
  | 'ROLE_UNREADABLE';
export type RequestSentences = {
  readonly [C in RequestCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const time: Record<ErrorData['REQUEST_TIME']['fault'], string> = {
  DUE_PAST: 'La fecha de vencimiento ya pasó.',
  DUE_LATE: 'El vencimiento está a más de 90 días.',
  EXPIRY_PAST: 'La solicitud ya habría caducado.',
  EXPIRY_LATE: 'Una solicitud está abierta 90 días como máximo.',
  EXPIRY_BEFORE_DUE: 'La solicitud caducaría antes de su vencimiento.',
};
const ended: Record<ErrorData['REQUEST_ENDED']['state'], string> = {
  PAID: 'Esta solicitud ya está pagada.',
  DECLINED: 'Esta solicitud fue rechazada.',
  CANCELLED: 'Esta solicitud fue cancelada.',
  EXPIRED: 'Esta solicitud ha caducado.',
};
const unreadable: Record<ErrorData['ROLE_UNREADABLE']['why'], string> = {
  INTENT:
    'Discord no deja que este banco lea quién tiene un rol. Quienes gestionan el bot deben activar ' +
    '«Server Members Intent» en el portal de desarrolladores de Discord.',
  SERVER: 'Los roles solo existen en servidores, y esto es un mensaje directo.',
  SIZE: 'Este servidor tiene demasiados miembros para revisarlos.',
  LATE: 'Discord no respondió a tiempo.',
};

export const requestSentences: RequestSentences = {
  REQUEST_SELF: (_, nothing) => `Eres tú. ${nothing} Elige a otra persona.`,
  REQUEST_PAYERS: ({ max }, nothing) =>
    `Una solicitud se envía a entre 1 y ${max} personas con cuenta aquí. ${nothing} Elige a otras.`,
  REQUEST_UNWANTED: (_, nothing) =>
    `Esta persona no acepta solicitudes de dinero. ${nothing} Pídeselo de otra forma.`,
  REQUESTS_OPEN: ({ whose, max }, nothing) =>
    whose === 'OWN'
      ? `Ya tienes ${max} solicitudes abiertas. ${nothing} Cancela una o espera a que se pague alguna.`
      : `Esta persona ya tiene ${max} solicitudes abiertas. ${nothing} Inténtalo más tarde.`,
  REQUEST_SPLIT: ({ people }, nothing) =>
    `Repartido entre ${people} personas, es menos que el importe más pequeño. ` +
    `${nothing} Escribe un total mayor.`,
  REQUEST_TIME: ({ fault }, nothing) => `${time[fault]} ${nothing} Elige otro día.`,
  REQUEST_CHANGED: (_, nothing) =>
    `A alguien de esta tarjeta ya no se le puede pedir. ${nothing} Empieza de nuevo para ver otra tarjeta.`,
  REQUEST_UNKNOWN: (_, nothing) =>
    `No hay ninguna solicitud así para ti. ${nothing} Mira en \`/request list\`.`,
  REQUEST_REFERENCE_UNKNOWN: (_, nothing) =>
    `Ninguna solicitud tiene esta referencia. ${nothing} Mira en \`/staff request list\`.`,
  REQUEST_ENDED: ({ state }, nothing) => `${ended[state]} ${nothing}`,
  REQUEST_EXCEEDED: ({ left }, nothing) =>
    `De esta solicitud solo quedan ${sum(left)} por pagar. ${nothing} Escribe eso o menos.`,
  REMINDERS_USED: ({ max }, nothing) =>
    `Ya se enviaron los ${max} recordatorios de esta solicitud. ${nothing}`,
  BLOCKS_TOO_MANY: ({ max }, nothing) =>
    `Ya has elegido a ${max} personas. ${nothing} Vuelve a aceptar antes las de alguna.`,
  ROLE_UNREADABLE: ({ why }, nothing) =>
    `${unreadable[why]} ${nothing} Puedes elegir a los miembros uno por uno.`,
};
