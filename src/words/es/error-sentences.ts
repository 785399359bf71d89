/** The sentence of each refusal: what happened, the assurance (`nothing`), and what to do next. */
import {
  type CodeHint,
  type CodePurpose,
  type ErrorCode,
  type ErrorData,
  type Money,
  type StaffRole,
} from '../../bank/model/index.ts';
import { feeSentences } from './common/fees.ts';
import { interestSentences } from './common/interest.ts';
import { limitSentences } from './common/limits.ts';
import { accountSentences } from './common/own-accounts.ts';
import { orderSentences } from './orders/errors.ts';
import { passwordFault } from './reasons.ts';
import { erasure } from './refusals/erasure.ts';
import { refusals } from './refusals/index.ts';
import { runAgain } from './common/shared.ts';
import { inTime } from './common/times.ts';
import { requestSentences } from './requests.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('es');

export type Sentences = {
  readonly [C in ErrorCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const newCode: Record<CodePurpose, string> = {
  RECOVERY: 'Pide un código nuevo con `/forgot-password`.',
  EMAIL: 'Escribe la dirección otra vez con `/profile update`.',
  UNLOCK: 'Inicia sesión con `/login` para recibir otro código, o usa un código de recuperación.',
};

function hintText(hint: CodeHint): string {
  switch (hint.kind) {
    case 'TRIES_LEFT':
      return plural(hint.triesLeft, {
        one: 'Queda un intento.',
        other: `Quedan ${hint.triesLeft} intentos.`,
      });
    case 'NEW_CODE':
      return newCode[hint.purpose];
    case 'NEXT_APP_CODE':
      return 'Espera el siguiente código de tu app.';
    case 'APP_OR_RECOVERY_CODE':
      return 'Escribe el siguiente código de tu app o un código de recuperación.';
  }
}

const unlocking: Record<ErrorData['ACCOUNT_LOCKED']['unlockBy'], string> = {
  OWNER: 'Su titular puede desbloquearla con `/unlock`.',
  MAILED_CODE:
    'Desbloquéala con tu contraseña y el código que te acabamos de enviar por correo, o con un ' +
    'código de recuperación.',
  RECOVERY_CODE: 'Desbloquéala con tu contraseña y un código de recuperación.',
};
const states: Record<ErrorData['STATE_UNCHANGED']['state'], string> = {
  FROZEN_OR_CLOSED: 'Esta cuenta ya está congelada o está cerrada.',
  NOT_FROZEN: 'Esta cuenta no está congelada.',
  NOT_LOCKED: 'Su titular no ha bloqueado esta cuenta.',
};
const roles: Record<StaffRole, string> = {
  TELLER: 'cajero',
  MANAGER: 'gerente',
  AUDITOR: 'auditor',
};
const decisions: Record<ErrorData['APPROVAL_DECIDED']['state'], string> = {
  APPROVED: 'ya se ha aprobado',
  DECLINED: 'ya se ha denegado',
  REFUSED: 'ya la ha rechazado el banco',
};
const deciders: Record<ErrorData['APPROVAL_OWN']['decider'], string> = {
  MAKER: 'Esta solicitud es tuya',
  BENEFICIARY: 'Esta solicitud afecta a tu propia cuenta',
};
const senders: Record<ErrorData['REQUESTS_TOO_MANY']['from'], string> = {
  PERSON: 'Has enviado demasiadas solicitudes.',
  SERVER: 'Este servidor ha enviado demasiadas solicitudes.',
  EVERYONE: 'El banco está recibiendo demasiadas solicitudes.',
};

const holdEndings = {
  CAPTURED: 'Este pago ya se ha hecho.',
  VOIDED: 'Este pago se ha cancelado.',
  EXPIRED: 'Este pago ha caducado.',
} as const;

export const sentences = {
  REQUEST_REUSED: (_, nothing) =>
    `Esta confirmación ya se ha usado para otra cosa. ${nothing} ${runAgain}`,
  SESSION_MISSING: (_, nothing) =>
    `No has iniciado sesión. ${nothing} Inicia sesión con \`/login\` e inténtalo de nuevo.`,
  SESSION_EXPIRED: (_, nothing) =>
    `Tu sesión ha terminado. ${nothing} Inicia sesión con \`/login\` e inténtalo de nuevo.`,
  NOT_REGISTERED: () => 'Aún no tienes cuenta en este banco. Ábrela con `/register`.',
  ALREADY_REGISTERED: () =>
    'Ya tienes cuenta en este banco. Inicia sesión con `/login`; tu número de cuenta ya estará ' +
    'escrito.',
  CONTACT_TAKEN: (_, nothing) =>
    'Este correo o número de teléfono no se puede usar aquí. ' +
    `${nothing} Revisa los dos o usa otros.`,
  UNDER_AGE: ({ minimumAge }, nothing) =>
    `Para abrir una cuenta debes tener al menos ${minimumAge} años. ${nothing}`,
  PASSWORD_WEAK: ({ fault }) => `Esta contraseña no se puede usar. ${passwordFault(fault)}`,
  CREDENTIALS_WRONG: () =>
    'El número de cuenta o la contraseña no son correctos. Revísalos e inténtalo de nuevo.',
  LOCKED_OUT: ({ waitMs }, nothing) =>
    `Demasiados intentos fallidos. ${nothing} Inténtalo de nuevo ${inTime(waitMs)}.`,
  PASSWORD_WRONG: (_, nothing) => `Esa no es tu contraseña actual. ${nothing}`,
  CODE_NEEDED: (_, nothing) =>
    'Usas una app de autenticación, así que aquí no vale tu contraseña. ' +
    `${nothing} Escribe los seis dígitos que muestra tu app o un código de recuperación.`,
  CODE_WRONG: ({ hint }, nothing) =>
    `Ese código no es correcto o ya se ha usado. ${nothing} ${hintText(hint)}`,
  CODE_EXPIRED: ({ purpose }, nothing) =>
    `Este código ya no es válido. ${nothing} ${newCode[purpose]}`,
  CODES_TOO_MANY: ({ max, waitMs }) =>
    `Has pedido ${max} códigos en 24 horas. Podrás pedir otro ${inTime(waitMs)}.`,
  MAIL_UNAVAILABLE: (_, nothing) =>
    'Este banco no envía correos, así que no puede confirmar una dirección nueva. ' +
    `${nothing} Deja la dirección como está.`,
  AMOUNT_UNCLEAR: (_, nothing) =>
    `“mitad” y “todo” son partes de un saldo y aquí no valen. ${nothing} Escribe un número.`,
  AMOUNT_ABOVE_LIMIT: ({ limit }, nothing) =>
    `El límite por operación es de ${sum(limit)}. ${nothing} Escribe un importe menor.`,
  STEP_UP_NEEDED: (_, nothing) =>
    `Confirma que eres tú. ${nothing} El banco te pide antes tu contraseña o un código.`,
  TOTP_NEEDED: (_, nothing) =>
    'El personal necesita una app de autenticación para esto y tú aún no tienes ninguna. ' +
    `${nothing} Configúrala con \`/security\` y empieza de nuevo.`,
  TOTP_ENABLED: (_, nothing) =>
    'Tu app de autenticación ya está configurada. ' +
    `${nothing} Para cambiarla, desactívala antes con \`/security\`.`,
  TOTP_MISSING: (_, nothing) =>
    'Tu cuenta no tiene ninguna app de autenticación. ' +
    `${nothing} Configúrala con \`/security\`.`,
  BALANCE_TOO_LARGE: (_, nothing) =>
    `El saldo superaría el máximo que admite una cuenta. ${nothing} Escribe un importe menor.`,
  AMOUNT_CHANGED: ({ now }, nothing) =>
    'El saldo ha cambiado desde que se mostró este mensaje: ahora el importe sería de ' +
    `${sum(now)}. ${nothing} ${runAgain}`,
  ACCOUNT_FROZEN: (_, nothing) =>
    'Esta cuenta está congelada: no puede salir dinero de ella. ' +
    `${nothing} Pide ayuda al personal del banco.`,
  ACCOUNT_LOCKED: ({ unlockBy }, nothing) =>
    'Esta cuenta está bloqueada: no se puede iniciar sesión ni enviar dinero. ' +
    `${nothing} ${unlocking[unlockBy]}`,
  ACCOUNT_CLOSED: (_, nothing) => `Esta cuenta está cerrada. ${nothing}`,
  ERASURE_IMPOSSIBLE: ({ obstacle }, nothing) =>
    `Ahora no se puede cerrar tu cuenta. ${erasure[obstacle]} ${nothing}`,
  TARGET_SAME: (_, nothing) =>
    `Esa es la cuenta de la que sale el dinero. ${nothing} Escribe otra cuenta.`,
  TARGET_UNAVAILABLE: (_, nothing) =>
    'Ninguna cuenta con este número puede recibir dinero. ' +
    `${nothing} Comprueba el número con su titular.`,
  MEMBER_UNAVAILABLE: (_, nothing) =>
    'Este miembro no tiene ninguna cuenta que pueda recibir dinero. ' +
    `${nothing} Pídele su número de cuenta.`,
  ...accountSentences,
  ...limitSentences,
  ...refusals,
  ...feeSentences,
  ...interestSentences,
  STAFF_RIGHT_MISSING: (_, nothing) => `Tu rol en este banco no permite esto. ${nothing}`,
  STAFF_SELF: (_, nothing) =>
    'No puedes hacerlo tú, porque afecta a tu propia cuenta. ' +
    `${nothing} Pídeselo a otra persona del banco.`,
  STAFF_CYCLE: (_, nothing) =>
    'El titular de esta cuenta ha movido dinero en la tuya en las últimas 24 horas, así que no ' +
    `puedes mover dinero en la suya. ${nothing} Pídeselo a otra persona del banco.`,
  STAFF_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Cada persona del banco puede mover ${sum(limit)} en 24 horas como máximo; quedan ` +
    `${sum(left)}. ${nothing} Pídeselo a otra persona del banco.`,
  CUSTOMER_UNKNOWN: (_, nothing) =>
    `No se ha encontrado ningún cliente. ${nothing} Búscalo con \`/staff customer find\`.`,
  STATE_UNCHANGED: ({ state }, nothing) => `${states[state]} ${nothing}`,
  MEMBER_HAS_ACCOUNT: (_, nothing) =>
    'Ese miembro ya tiene cuenta aquí, y cada usuario de Discord solo puede tener una. ' +
    `${nothing} Elige un miembro sin cuenta.`,
  TRANSACTION_UNKNOWN: (_, nothing) =>
    'Ninguna operación tiene esta referencia. ' +
    `${nothing} Cópiala del justificante o de los movimientos.`,
  REVERSAL_DONE: ({ reference }, nothing) =>
    `Esta operación ya se ha anulado con ${reference}. ${nothing}`,
  REVERSAL_IMPOSSIBLE: (_, nothing) =>
    `Una anulación no se puede anular. ${nothing} Corrígela con \`/staff adjust\`.`,
  REVERSAL_SHORT: ({ available, needed }, nothing) =>
    `El destinatario solo tiene ${sum(available)} disponibles y hacen falta ${sum(needed)}. ` +
    `${nothing} Toma lo que queda con \`/staff adjust\`, o congela la cuenta y espera.`,
  REVERSAL_CLOSED: (_, nothing) =>
    'Esta operación no se puede anular, porque una de sus dos cuentas está cerrada. ' +
    `${nothing} Usa \`/staff adjust\` en la cuenta abierta.`,
  ROLE_UNCHANGED: ({ role }, nothing) =>
    role === null
      ? `Este miembro no tiene ningún rol. ${nothing}`
      : `Este miembro ya es ${roles[role]}. ${nothing}`,
  APPROVAL_UNKNOWN: (_, nothing) =>
    `Esta solicitud no existe. ${nothing} Mira \`/staff approvals list\`.`,
  APPROVAL_DECIDED: ({ state }) =>
    `Esta solicitud ${decisions[state]}. Pulsar el botón no ha tenido efecto.`,
  APPROVAL_EXPIRED: () => 'Esta solicitud tiene más de 24 horas y ha caducado. Presenta una nueva.',
  APPROVAL_OWN: ({ decider }, nothing) =>
    `${deciders[decider]}, así que la debe aprobar o denegar otra persona del banco. ${nothing}`,
  APPROVAL_WAITING: (_, nothing) =>
    'La misma solicitud ya está pendiente de decisión. ' +
    `${nothing} Mira \`/staff approvals list\`.`,
  STUCK_SETTLED: () =>
    'Esto no existe o ya no está atascado. Pulsar el botón no ha tenido efecto. ' +
    'Mira `/staff stuck list`.',
  DEPOSIT_NEEDS_APPROVAL: (_, nothing) =>
    'En este banco un cajero debe aprobar los depósitos. ' +
    `${nothing} Empieza de nuevo con \`/deposit\`.`,
  DEPOSITS_WAITING: ({ count }, nothing) =>
    `Ya tienes ${count} depósitos pendientes de un cajero. ` +
    `${nothing} Inténtalo de nuevo cuando se decida alguno.`,
  ...requestSentences,
  REQUESTS_TOO_MANY: ({ from, waitMs }, nothing) =>
    `${senders[from]} ${nothing} Inténtalo de nuevo ${inTime(waitMs)}.`,
  HOLD_UNKNOWN: (_, nothing) => `Ese pago no está pendiente. ${nothing}`,
  HOLD_ENDED: ({ ending }, nothing) => `${holdEndings[ending]} ${nothing}`,
  HOLD_EXCEEDED: (_, nothing) => `Esto supera lo reservado para este pago. ${nothing}`,
  ...orderSentences,
  BANK_HALTED: (_, nothing) =>
    'El banco ha detenido todos los pagos mientras revisa sus libros. ' +
    `${nothing} Pregunta al personal del banco e inténtalo más tarde.`,
  NOT_BOOKABLE: ({ reference }, nothing) =>
    'La base de datos no ha aceptado esta solicitud y no se ha llevado a cabo. ' +
    `${nothing} Da esta referencia al personal del banco: ${reference}.`,
  BANK_BUSY: (_, nothing) =>
    'El banco está ocupado o su base de datos no está disponible. ' +
    `${nothing} Inténtalo de nuevo en un momento.`,
  CHANGE_UNKNOWN: () =>
    'La base de datos del banco no ha respondido a tiempo y no sabemos si se ha hecho. ' +
    'Compruébalo antes de volver a intentarlo.',
  OUTCOME_UNKNOWN: ({ reference }) =>
    'Aún no sabemos si se ha completado. No lo envíes otra vez: lo estamos comprobando y te ' +
    `avisaremos. Referencia: ${reference}.`,
} satisfies Sentences;
