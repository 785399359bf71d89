/** Several accounts of one customer: commands, fields, refusals, notices and cards. */
import type { AccountType, ErrorCode, ErrorData } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { pots, potSentences } from './pots.ts';
import { shared, sharedSentences } from '../shared/index.ts';

export const accountCommands = {
  'account open': {
    description: 'Abrir otra cuenta con su propio número',
    title: 'Abrir otra cuenta',
  },
  'account list': { description: 'Ver todas tus cuentas' },
  'account rename': { description: 'Poner un nombre a una cuenta', title: 'Nombrar una cuenta' },
  'account main': {
    description: 'Elegir la cuenta que recibe los pagos a tu nombre de miembro',
    title: 'Elegir la cuenta principal',
  },
  'account close': { description: 'Cerrar una de tus cuentas', title: 'Cerrar una cuenta' },
} satisfies Record<string, CommandText>;

const named = 'Su nombre, su número o las cuatro últimas cifras';

export const accountFields = {
  fromAccount: { label: 'Desde tu cuenta', hint: named },
  intoAccount: { label: 'A tu cuenta', hint: named },
  ownAccount: { label: 'Cuenta', hint: named },
  accountType: {
    label: 'Tipo',
    choices: {
      CURRENT: { label: 'Cuenta corriente', hint: 'Para los pagos del día a día' },
      SAVINGS: { label: 'Cuenta de ahorro', hint: 'Para el dinero que apartas' },
    },
  },
  accountName: {
    label: 'Nombre',
    hint: 'Hasta 32 letras y cifras. Solo lo ves tú.',
    example: 'Vacaciones',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const accountOptions = {
  fromAccount: 'desde',
  intoAccount: 'a_cuenta',
  ownAccount: 'cuenta',
  accountType: 'tipo',
  accountName: 'nombre',
};

const uses: Record<ErrorData['ACCOUNT_IN_USE']['by'], string> = {
  ORDER: 'Una orden permanente usa esta cuenta. Cancélala primero con `/schedule cancel`.',
  REQUEST:
    'Una solicitud que aún se puede pagar usa esta cuenta. Cancélala primero con `/request cancel`.',
  DEPOSIT: 'Un ingreso en esta cuenta espera a un cajero. Ciérrala cuando se decida.',
  POT: 'Aún hay una hucha abierta en esta cuenta. Vacíala y ciérrala antes con `/pot close`.',
  MEMBER_ORDER:
    'La orden permanente de un miembro paga desde esta cuenta. Ese miembro la cancela con ' +
    '`/schedule cancel`; también termina cuando se le quita.',
};

export const accountSentences = {
  ...potSentences,
  ...sharedSentences,
  ACCOUNT_UNKNOWN: (_, nothing) =>
    `Ninguna de tus cuentas abiertas coincide, o coinciden varias. ${nothing} Elige una de la lista.`,
  ACCOUNTS_TOO_MANY: ({ max, counted }, nothing) =>
    counted === 'OPEN'
      ? `Puedes tener como máximo ${max} cuentas abiertas. ${nothing} Cierra primero una.`
      : `Has abierto ${max} cuentas, contando las cerradas, y no puedes abrir más. ${nothing}`,
  ACCOUNT_NAME_TAKEN: (_, nothing) =>
    `Ya tienes una cuenta con este nombre. ${nothing} Elige otro nombre.`,
  ACCOUNT_IS_MAIN: ({ isOnly }, nothing) =>
    isOnly
      ? `Es tu única cuenta. ${nothing} Con \`/privacy erase\` dejas de ser cliente.`
      : `Es tu cuenta principal. ${nothing} Elige primero otra cuenta principal con \`/account main\`.`,
  ACCOUNT_NOT_EMPTY: ({ why, balance: { units, currency } }, nothing) =>
    why === 'HELD'
      ? `En esta cuenta hay dinero reservado para un pago. ${nothing} Ciérrala cuando termine.`
      : `Todavía hay ${formatAmount(units, currency)} en esta cuenta. ` +
        `${nothing} Transfiere antes el dinero a otra cuenta.`,
  ACCOUNT_IN_USE: ({ by }, nothing) => `${uses[by]} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

export const accountReasons = {
  OWN_ACCOUNT_SHAPE: () =>
    'Indica una de tus cuentas: su nombre, su número o las cuatro últimas cifras.',
};

/** Titles and sentences of notices. */
export const accountEvents = {
  OWN_ACCOUNT_OPENED: [
    'Cuenta nueva abierta',
    'Se abrió otra cuenta a tu nombre. `/account list` la muestra.',
  ],
  MAIN_ACCOUNT_CHANGED: [
    'Cuenta principal cambiada',
    'Los pagos a tu nombre de miembro llegan ahora a otra de tus cuentas. `/account list` muestra a cuál.',
  ],
  OWN_ACCOUNT_CLOSED: [
    'Cuenta cerrada',
    'Se cerró una de tus cuentas. Sus movimientos siguen en tus extractos.',
  ],
} as const;

/** Labels in the audit trail. */
export const accountAudits = {
  OWN_ACCOUNT_OPENED: 'Otra cuenta abierta',
  OWN_ACCOUNT_RENAMED: 'Cuenta renombrada',
  MAIN_ACCOUNT_CHANGED: 'Cuenta principal cambiada',
  OWN_ACCOUNT_CLOSED: 'Cuenta cerrada por su titular',
};

const types: Record<AccountType, string> = {
  POT: pots.type,
  SHARED: shared.type,
  CURRENT: 'Cuenta corriente',
  SAVINGS: 'Cuenta de ahorro',
};

export const ownAccounts = {
  types,
  main: 'cuenta principal',
  total: 'En todas las cuentas',
  type: 'Tipo',
  name: 'Nombre',
  list: { title: 'Tus cuentas', closed: 'Cerradas' },
  open: {
    question: '¿Abrir otra cuenta?',
    note: 'Recibe su propio número. Tus límites siguen siendo los mismos para todas las cuentas juntas.',
    done: 'Cuenta abierta',
  },
  renamed: 'La cuenta tiene un nombre nuevo',
  makeMain: {
    question: '¿Hacer de esta tu cuenta principal?',
    note:
      'Los pagos a tu nombre de miembro llegarán a ella. ' +
      'El dinero saldrá de ella cuando no indiques otra cuenta.',
    done: 'Esta es ahora tu cuenta principal',
  },
  close: {
    question: '¿Cerrar esta cuenta?',
    note: 'No se puede volver a abrir. Sus movimientos siguen en tus extractos.',
    confirm: 'Cerrar la cuenta',
    done: 'La cuenta está cerrada',
  },
  buttons: {
    open: 'Abrir otra cuenta',
    rename: 'Renombrar',
    main: 'Cuenta principal',
    close: 'Cerrar',
    list: 'Tus cuentas',
  },
  /** Above a list of the customer's accounts, on a card. */
  choose: { from: 'Pagar desde otra cuenta', into: 'Usar otra cuenta', history: 'Ver otra cuenta' },
};
