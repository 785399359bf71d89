/** Cards and messages about standing orders. */
import type {
  OccurrenceReason,
  OccurrenceState,
  OrderReason,
  OrderState,
  OrderUnit,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { nothingMoved } from '../common/shared.ts';

const plural = pluralIn('es');

const units: Record<OrderUnit, (count: number) => string> = {
  DAY: (count) => plural(count, { one: 'cada día', other: `cada ${count} días` }),
  WEEK: (count) => plural(count, { one: 'cada semana', other: `cada ${count} semanas` }),
  MONTH: (count) => plural(count, { one: 'cada mes', other: `cada ${count} meses` }),
};
const states: Record<OrderState, string> = {
  ACTIVE: 'activa',
  PAUSED: 'en pausa',
  ENDED: 'terminada',
  CANCELLED: 'cancelada',
};
const because: Record<OrderReason, string> = {
  CUSTOMER: 'por su titular',
  STAFF: 'por el personal del banco',
  MISSED: 'tras tres pagos fallidos seguidos',
  PAYEE_CLOSED: 'porque la cuenta del beneficiario está cerrada',
  ACCOUNT_CLOSED: 'porque la cuenta que paga está cerrada',
  ROLE: 'porque su titular ya no puede pagar desde la cuenta',
};
const outcomes: Record<OccurrenceState, string> = {
  PAID: 'pagado',
  WAITING: 'se intentará otra vez',
  ASKED: 'espera a los gestores',
  MISSED: 'fallido',
  SKIPPED: 'omitido',
};
const reasons: Record<OccurrenceReason, string> = {
  FUNDS: 'No había suficiente dinero.',
  LIMIT: 'Un límite de tu cuenta no lo permitió.',
  PAYEE_FULL: 'La cuenta del beneficiario no puede recibir más.',
  FROZEN: 'Tu cuenta está congelada.',
  LOCKED: 'Tu cuenta está bloqueada.',
  PAYEE_CLOSED: 'La cuenta del beneficiario está cerrada.',
  ACCOUNT_CLOSED: 'Tu cuenta está cerrada.',
  BANK_DOWN: 'El banco no estaba disponible.',
  CUSTOMER: 'Lo omitiste tú.',
  PAUSED: 'La orden estaba en pausa.',
  NOTHING_ABOVE: 'No había nada por encima del importe que se queda en la cuenta.',
  ALLOWANCE: 'Tu límite del mes no bastaba.',
  APPROVERS: 'Muy pocos gestores de la cuenta pueden aprobarlo.',
  CROWDED: 'Demasiados pagos de la cuenta esperan a sus gestores.',
  NOT_APPROVED: 'Los gestores no lo aprobaron.',
  ROLE: 'Ya no puedes pagar desde esta cuenta.',
};

export const orderCards = {
  order: (number: number): string => `Orden ${number}`,
  every: (unit: OrderUnit, count: number): string => units[unit](count),
  onDay: (day: number | 'last'): string =>
    day === 'last' ? 'el último día del mes' : `el día ${day}`,
  shortMonths: 'En los meses más cortos paga el último día.',
  at: (clock: string, zone: string): string => `a las ${clock} (${zone})`,
  untilDate: (date: string): string => `hasta el ${date}`,
  untilCount: (count: number): string => plural(count, { one: 'un pago', other: `${count} pagos` }),
  untilCancelled: 'hasta que la canceles',
  above: (sum: string): string => `todo por encima de ${sum}`,
  repeats: 'Se repite',
  next: 'Próximos pagos',
  retry: 'Próximo intento',
  state: (state: OrderState, reason: OrderReason | null): string =>
    reason === null ? states[state] : `${states[state]} ${because[reason]}`,
  outcome: (state: OccurrenceState): string => outcomes[state],
  reason: (reason: OccurrenceReason): string => reasons[reason],
  past: 'Últimos pagos',
  create: {
    question: '¿Crear esta orden permanente?',
    /** Completes "You are about to ...". */
    intent: (sum: string, to: Markup): Markup => md`crear una orden permanente: **${sum}** a ${to}`,
    rules:
      'Cada pago necesita suficiente dinero y cuenta para tus límites de ese día. Si falla, el ' +
      'banco lo intenta otra vez a las 6 y a las 24 horas. Tras tres pagos fallidos seguidos pausa ' +
      'la orden. Recibes un mensaje cada vez.',
    eachWaits: (needed: number): string =>
      'Cada pago necesita la aprobación de ' +
      `${plural(needed, { one: 'otro gestor', other: `otros ${needed} gestores` })}, que se pide ` +
      'cuando vence.',
    aboveAllowance: (allowance: string): string =>
      `Puedes pagar ${allowance} al mes desde esta cuenta. Los pagos de esta orden lo superan: se ` +
      'reintentarán y después no se harán, salvo que un gestor lo suba.',
    ofShared:
      'Tu rol, tu límite y las aprobaciones de la cuenta compartida se comprueban cuando vence ' +
      'cada pago. La orden termina cuando ya no puedes pagar desde la cuenta.',
    done: (number: number): string => `La orden permanente ${number} está creada`,
    nothingYet: 'Todavía no se ha movido dinero.',
  },
  list: {
    title: 'Tus órdenes permanentes',
    ofCustomer: 'Órdenes permanentes del cliente',
    empty: 'No hay órdenes permanentes.',
    choose: 'Elige una orden',
  },
  preview: {
    title: 'Próximos pagos',
    empty: 'No hay pagos previstos.',
    available: (sum: string): string => `Disponible ahora: ${sum}.`,
    enough: 'Si no entra ni sale nada más, tu dinero alcanza para todos.',
    short: (day: string): string => `Tu dinero no alcanzará el ${day}.`,
    shortLine: '⚠️ no alcanza',
    nothingAbove: 'nada por encima',
    picture: 'Un calendario de los próximos pagos',
  },
  paused: {
    title: (number: number): string => `La orden ${number} está en pausa`,
    sentence: `No paga nada hasta que se reanude. ${nothingMoved}`,
  },
  resumed: {
    title: (number: number): string => `La orden ${number} está activa`,
    passed: (count: number): string =>
      plural(count, {
        one: 'Se omitió un pago mientras estaba en pausa.',
        other: `Se omitieron ${count} pagos mientras estaba en pausa.`,
      }),
    ended: 'Su último día ya pasó, así que ha terminado.',
  },
  skipped: {
    title: (day: string): string => `Se omite el pago del ${day}`,
    sentence: nothingMoved,
  },
  cancelled: {
    question: (number: number): string => `¿Cancelar la orden permanente ${number}?`,
    warning: 'Ya no pagará nada y no se podrá reanudar. Lo pagado queda pagado.',
    title: (number: number): string => `La orden ${number} está cancelada`,
    sentence: `Ya no paga nada. ${nothingMoved}`,
  },
  nothingMoved,
  buttons: {
    pause: 'Pausar',
    resume: 'Reanudar',
    skip: 'Omitir el próximo',
    cancel: 'Cancelar la orden',
    preview: 'Próximos pagos',
    list: 'Todas las órdenes',
    create: 'Nueva orden permanente',
    more: 'Más opciones',
  },
  notices: {
    paid: (sum: string): string => `Orden permanente pagada: ${sum}`,
    waiting: 'Orden permanente aún sin pagar',
    asked: 'Orden permanente pendiente de aprobación',
    missed: 'Orden permanente fallida',
    skipped: 'Orden permanente omitida',
    tryAgain: (at: Markup): Markup => md`El banco lo intentará otra vez el ${at}.`,
    missedBefore: (count: number): string =>
      plural(count, {
        one: 'Un pago anterior falló porque el banco no estaba disponible.',
        other: `${count} pagos anteriores fallaron porque el banco no estaba disponible.`,
      }),
    paused: (number: number): string => `La orden permanente ${number} está en pausa`,
    cancelled: (number: number): string => `La orden permanente ${number} está cancelada`,
    resumed: (number: number): string => `La orden permanente ${number} vuelve a estar activa`,
    byStaff: 'Lo hizo el personal del banco.',
    short: 'Una orden permanente puede fallar',
    shortSentence: (day: string): string =>
      `Tu dinero no alcanzará el ${day}. Deposita a tiempo u omite el pago.`,
    due: 'Vence',
    ended: 'Ese fue el último pago.',
    note: (bankName: string): Markup => md`${bankName} · más con \`/schedule list\``,
  },
  report: {
    label: 'Órdenes permanentes',
    counts: (active: number, paused: number): string => `${active} activas, ${paused} en pausa`,
  },
};
