/** Pots: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, PotDateFault } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

const plural = pluralIn('es');
const hours = (count: number): string => plural(count, { one: '1 hora', other: `${count} horas` });

export const potCommands = {
  'pot list': { description: 'Ver tus huchas y lo que has ahorrado en ellas' },
  'pot new': {
    description: 'Ahorrar para un objetivo en una hucha propia',
    title: 'Abrir una hucha',
  },
  'pot add': { description: 'Meter dinero en una hucha', title: 'Meter dinero en una hucha' },
  'pot take': { description: 'Sacar dinero de una hucha', title: 'Sacar dinero de una hucha' },
  'pot close': { description: 'Cerrar una hucha vacía', title: 'Cerrar una hucha' },
  'pot lock': { description: 'Bloquear una hucha hasta una fecha', title: 'Bloquear una hucha' },
  'pot release': {
    description: 'Abrir una hucha bloqueada antes de tiempo, tras la espera que elegiste',
    title: 'Abrir una hucha antes de tiempo',
  },
  'pot round-up': {
    description: 'Redondear tus pagos y ahorrar la diferencia en una hucha',
    title: 'Redondear los pagos',
  },
} satisfies Record<string, CommandText>;

const named = 'Su nombre, su número o las cuatro últimas cifras';

export const potFields = {
  pot: { label: 'Hucha', hint: named },
  onlyPot: { label: 'Hucha', hint: 'Su nombre o su número. Vacío: tu única hucha' },
  potName: {
    label: 'Nombre',
    hint: 'Hasta 32 letras y cifras.',
    example: 'Viaje',
  },
  potGoal: { label: 'Objetivo', hint: 'La suma que quieres ahorrar', example: '500' },
  potDate: {
    label: 'Para el',
    name: 'Fecha del objetivo',
    hint: 'AAAA-MM-DD',
    example: '2027-06-01',
  },
  lockUntil: { label: 'Bloqueada hasta', name: 'Fecha', hint: 'AAAA-MM-DD', example: '2027-06-01' },
  lockWait: {
    label: 'Horas de espera para abrirla antes',
    name: 'Espera',
    hint: 'De 0 a 72',
    example: '24',
    refusal: 'Escribe un número entero de horas de 0 a 72.',
  },
  roundUpTo: {
    label: 'Redondear a',
    choices: {
      1: { label: 'La unidad siguiente', hint: '12,30 ahorra 0,70' },
      10: { label: 'La decena siguiente', hint: '12,30 ahorra 7,70' },
      off: { label: 'No redondear' },
    },
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const potOptions = {
  pot: 'hucha',
  onlyPot: 'hucha',
  potName: 'nombre',
  potGoal: 'objetivo',
  potDate: 'fecha',
  lockUntil: 'hasta',
  lockWait: 'espera',
  roundUpTo: 'redondeo',
};

const tried: Record<ErrorData['POT_ONLY_SAVES']['tried'], string> = {
  PAY: 'Desde una hucha no se puede pagar. Saca antes el dinero con `/pot take`.',
  RECEIVE: 'Una hucha no recibe pagos. Mete dinero en ella con `/pot add`.',
  MAIN: 'Una hucha no puede ser tu cuenta principal. Elige otra cuenta.',
  OTHER:
    'La hucha de una cuenta compartida solo recibe dinero de esa cuenta y solo lo devuelve a ella.',
};
const dates: Record<PotDateFault['of'], string> = {
  GOAL: 'La fecha del objetivo',
  LOCK: 'La fecha hasta la que se bloquea la hucha',
};

export const potSentences = {
  POT_ONLY_SAVES: ({ tried: what }, nothing) => `${tried[what]} ${nothing}`,
  POT_UNKNOWN: (_, nothing) =>
    `Ninguna de tus huchas abiertas coincide, o coinciden varias. ${nothing} Elige una de la lista.`,
  POT_LOCKED: ({ until }, nothing) =>
    `Esta hucha está bloqueada hasta el ${formatMoment(until)}. ${nothing} Todavía puedes meter dinero en ella.`,
  POT_NOT_EMPTY: ({ balance: { units, currency } }, nothing) =>
    `Todavía hay ${formatAmount(units, currency)} en esta hucha. ${nothing} Sácalo primero.`,
  POT_DATE: ({ of, fault, yearsMax }, nothing) =>
    fault === 'PAST'
      ? `${dates[of]} debe ser posterior a hoy. ${nothing} Escribe una fecha más tardía.`
      : `${dates[of]} puede estar como mucho a ${yearsMax} años. ${nothing} Escribe una fecha más cercana.`,
  POT_LOCK_SHORTER: ({ until, waitHours }, nothing) =>
    `Esta hucha está bloqueada hasta el ${formatMoment(until)}, con una espera de ${hours(waitHours)}. ` +
    `Un bloqueo se puede alargar, pero no acortar. ${nothing}`,
  POT_NOT_LOCKED: (_, nothing) => `Esta hucha no está bloqueada. ${nothing}`,
  POT_RELEASING: ({ at }, nothing) =>
    `Ya has pedido abrirla antes de tiempo. La hucha se abre el ${formatMoment(at)}. ${nothing}`,
  ROUND_UP_CHANGED: (_, nothing) =>
    `El redondeo mostrado ya no se puede ahorrar. ${nothing} Inténtalo de nuevo.`,
  ROUND_UP_WHOLE: (_, nothing) =>
    `Aquí los importes no tienen decimales: no hay nada que redondear a la unidad. ${nothing} ` +
    'Elige la decena.',
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const potEvents = {
  POT_RELEASE_ASKED: [
    'Apertura anticipada de una hucha',
    'Se ha pedido abrir antes de tiempo una hucha bloqueada. `/pot list` muestra cuándo se abre.',
  ],
} as const;

/** Labels in the audit trail. */
export const potAudits = {
  POT_LOCKED: 'Hucha bloqueada',
  POT_RELEASE_ASKED: 'Apertura anticipada de una hucha pedida',
  ROUND_UPS_CHANGED: 'Redondeos cambiados',
};

export const potSteps = {
  pots: 'Tus huchas',
  newPot: 'Nueva hucha',
  takeAll: 'Sacarlo todo',
  releasePot: 'Abrir antes de tiempo',
};
export const potTopics = { pots: 'Huchas', potLocks: 'Huchas: bloqueos y redondeos' };

const toNext = (units: number): string =>
  units === 1 ? 'la unidad siguiente' : 'la decena siguiente';

export const pots = {
  type: 'Hucha',
  labels: {
    pot: 'Hucha',
    goal: 'Objetivo',
    by: 'Para el',
    lockedUntil: 'Bloqueada hasta',
    earlyRelease: 'Apertura anticipada',
    roundUp: 'Redondeo',
  },
  list: {
    title: 'Tus huchas',
    empty: 'Todavía no tienes huchas. Una hucha guarda aparte el dinero para un objetivo.',
    picture: 'Barras: dinero libre, dinero ahorrado y avance de cada hucha',
  },
  free: 'Libre',
  saved: 'Ahorrado',
  yourAccount: 'Tu cuenta',
  progress: (saved: string, goal: string, percent: number): string =>
    `${saved} de ${goal} (${percent} %)`,
  reached: 'objetivo alcanzado',
  by: (day: string): string => `para el ${day}`,
  locked: (until: Markup): Markup => md`bloqueada hasta el ${until}`,
  releases: (at: Markup): Markup => md`se abre antes de tiempo el ${at}`,
  rounding: (pot: Markup, units: number): Markup =>
    md`Los pagos se redondean a ${written(toNext(units))} y la diferencia va a ${pot}.`,
  open: {
    question: '¿Abrir esta hucha?',
    note: 'Solo tú puedes meter y sacar dinero.',
    done: 'Hucha abierta',
  },
  close: {
    question: '¿Cerrar esta hucha?',
    note:
      'No se puede volver a abrir. Sus movimientos siguen en tus extractos y los pagos ya ' +
      'no se redondean en ella.',
    confirm: 'Cerrar la hucha',
    done: 'La hucha está cerrada',
  },
  lock: {
    question: '¿Bloquear esta hucha?',
    wait: (count: number): string =>
      count === 0 ? 'en cuanto la pidas' : `${hours(count)} después de pedirla`,
    note:
      'Mientras esté bloqueada puedes meter dinero, pero no sacarlo ni cerrar la hucha. El ' +
      'bloqueo se puede alargar, pero no acortar.',
    confirm: 'Bloquear la hucha',
    done: 'La hucha está bloqueada',
  },
  release: {
    question: '¿Abrir esta hucha antes de tiempo?',
    note: (count: number): string =>
      count === 0 ? 'Se abre al momento.' : `Se abre ${hours(count)} después de que confirmes.`,
    waits: (at: Markup): Markup =>
      md`Se abre el ${at}. Si quieres que siga bloqueada, bloquéala otra vez.`,
    isOpen: 'Ya puedes sacar dinero.',
    done: 'Apertura anticipada pedida',
  },
  roundUps: {
    question: '¿Redondear tus pagos?',
    offQuestion: '¿Dejar de redondear?',
    to: 'A',
    units: toNext,
    example: (paid: string, rest: string): string => `Un pago de ${paid} ahorra además ${rest}.`,
    note:
      'Se redondean las transferencias a otras personas. Verás la suma antes de confirmar ' +
      'cada pago. Las retiradas, las órdenes permanentes y `all` o `half` no se redondean.',
    done: 'Tus pagos se redondean',
    offDone: 'Tus pagos ya no se redondean',
  },
  roundUp: {
    into: (sum: string, pot: Markup): Markup => md`${sum} a ${pot}`,
    skipped: (sum: string): string => `No se ahorra el redondeo de ${sum}: el dinero no alcanza.`,
    renewed: (): string => 'El redondeo ha cambiado desde el mensaje anterior. Revisa este.',
  },
  buttons: {
    open: 'Nueva hucha',
    add: 'Meter',
    take: 'Sacar',
    lock: 'Bloquear',
    roundUp: 'Redondeos',
    close: 'Cerrar',
    list: 'Tus huchas',
  },
};
