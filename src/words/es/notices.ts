/** Notices of what has happened. Cards and mails share the plain texts. */
import type { ActorRole, ProfileField } from '../../bank/model/index.ts';
import { type Markup, md } from '../text/markup.ts';
import { detailNames } from './common/shared.ts';
import { accountEvents } from './common/own-accounts.ts';
import { limitEvents } from './common/limits.ts';
import { potEvents } from './common/pots.ts';
import { plainNotices } from './plain-notices.ts';
import { passkeyEvents } from './refusals/passkeys.ts';

interface Event {
  readonly title: string;
  readonly sentence: (changed: readonly ProfileField[]) => string;
}
const event = (title: string, ...sentences: readonly string[]): Event => ({
  title,
  sentence: () => sentences.join(' '),
});
const security = {
  PASSWORD_CHANGED: event('Contraseña cambiada', 'Se ha cambiado la contraseña de tu cuenta.'),
  PASSWORD_RECOVERED: event(
    'Contraseña restablecida',
    'Tu contraseña se ha restablecido con un código. Se han cerrado todas tus sesiones.',
    'Durante 24 horas, tu límite para enviar y retirar dinero es más bajo.',
  ),
  RECOVERY_CODES_RENEWED: event(
    'Códigos de recuperación nuevos',
    'Se han creado códigos de recuperación nuevos para tu cuenta. Los anteriores ya no valen.',
  ),
  RECOVERY_CODE_USED: event(
    'Código de recuperación usado',
    'Se ha usado un código de recuperación de tu cuenta para confirmar que eres tú.',
    'No se puede volver a usar.',
  ),
  PROFILE_CHANGED: {
    title: 'Datos cambiados',
    sentence: (changed: readonly ProfileField[]): string =>
      `Se han cambiado tus datos: ${changed.map((field) => detailNames[field]).join(', ')}.`,
  },
  EMAIL_CHANGE_ASKED: event(
    'Nueva dirección de correo',
    'Se ha indicado una nueva dirección de correo para tu cuenta.',
    'Sustituirá a la anterior cuando se escriba el código que enviamos a la nueva.',
  ),
  EMAIL_CHANGED: event(
    'Correo electrónico cambiado',
    'Se ha cambiado la dirección de correo de tu cuenta.',
  ),
  ACCOUNT_LOCKED: event(
    'Cuenta bloqueada',
    'Tu cuenta está bloqueada. No puedes iniciar sesión ni puede salir dinero de la cuenta.',
  ),
  ACCOUNT_UNLOCKED: event('Cuenta desbloqueada', 'Se ha quitado el bloqueo de tu cuenta.'),
  ACCOUNT_FROZEN: event(
    'Cuenta congelada',
    'El personal del banco ha congelado tu cuenta: no puede salir dinero de ella. Pídele ayuda.',
    '`/account access-log` muestra quién lo hizo y por qué.',
  ),
  ACCOUNT_UNFROZEN: event('Cuenta descongelada', 'Ya puede volver a salir dinero de tu cuenta.'),
  ACCOUNT_RELINKED: event(
    'Cuenta pasada a otro usuario de Discord',
    'El personal del banco ha pasado esta cuenta a otro usuario de Discord. Se han cerrado todas ' +
      'las sesiones.',
    'La contraseña no ha cambiado. Si no lo pediste, contacta con el personal cuanto antes.',
  ),
  OWN_ACCOUNT_OPENED: event(...accountEvents.OWN_ACCOUNT_OPENED),
  MAIN_ACCOUNT_CHANGED: event(...accountEvents.MAIN_ACCOUNT_CHANGED),
  OWN_ACCOUNT_CLOSED: event(...accountEvents.OWN_ACCOUNT_CLOSED),
  POT_RELEASE_ASKED: event(...potEvents.POT_RELEASE_ASKED),
  OWN_LIMIT_CHANGED: event(...limitEvents.OWN_LIMIT_CHANGED),
  TOTP_ENABLED: event(
    'App de autenticación configurada',
    'A partir de ahora, confirma que eres tú con un código de tu app de autenticación.',
    'Para eso ya no vale tu contraseña.',
  ),
  PASSKEY_ADDED: event(...passkeyEvents.PASSKEY_ADDED),
  PASSKEY_REMOVED: event(...passkeyEvents.PASSKEY_REMOVED),
  PASSKEY_CLONED: event(...passkeyEvents.PASSKEY_CLONED),
  TOTP_DISABLED: event(
    'App de autenticación desactivada',
    'Se ha desactivado tu app de autenticación. Ahora confirmas que eres tú con tu contraseña.',
  ),
  NOTICES_LOWERED: event(
    'Menos avisos de pagos o beneficiarios',
    'Se han cambiado tus avisos: a partir de ahora se te avisa de menos pagos salientes o nuevos beneficiarios.',
    '`/notices` muestra lo que está configurado.',
  ),
};

const noReason = 'no se indicó';
const acts = {
  COUNTER_DEPOSIT: { what: 'depósito en caja', reason: noReason },
  COUNTER_WITHDRAWAL: { what: 'retirada en caja', reason: noReason },
  DEPOSIT_APPROVED: { what: 'depósito', reason: 'tú pediste este depósito' },
  ADJUST_BOOKED: { what: 'ajuste', reason: noReason },
  ADJUST_APPROVED: { what: 'ajuste', reason: noReason },
  REVERSE_BOOKED: { what: 'anulación de una operación', reason: noReason },
  REVERSE_APPROVED: { what: 'anulación de una operación', reason: noReason },
};
const actors: Record<ActorRole, string> = {
  TELLER: 'un cajero',
  MANAGER: 'un gerente',
  AUDITOR: 'un auditor',
  OWNER: 'el propietario del banco',
};

/** The facts in a notice of money moved by staff, besides the amount. */
interface Moved {
  readonly act: keyof typeof acts;
  readonly role: ActorRole | null;
  readonly reason: string | null;
  readonly numberTail: string;
  readonly reference: string;
}
type Fact = readonly [label: string, value: string];
/** Labels and values. Values that staff typed are not escaped yet. */
const facts = (moved: Moved): Record<'what' | 'by' | 'reason' | 'account' | 'reference', Fact> => ({
  what: ['Qué', acts[moved.act].what],
  by: ['Por', moved.role === null ? 'el personal del banco' : actors[moved.role]],
  reason: ['Motivo', moved.reason ?? acts[moved.act].reason],
  account: ['Cuenta', `…${moved.numberTail}`],
  reference: ['Referencia', moved.reference],
});

export const notices = {
  securityTitle: (of: keyof typeof security): string => security[of].title,
  /** Without place and time, which mail and Discord format differently. */
  securitySentence: (of: keyof typeof security, changed: readonly ProfileField[]): string =>
    security[of].sentence(changed),
  moved: {
    title: (direction: 'in' | 'out', amount: string): string =>
      direction === 'in'
        ? `El personal del banco ha añadido ${amount} a tu cuenta`
        : `El personal del banco ha sacado ${amount} de tu cuenta`,
    facts,
    note: (bankName: string, at: Markup): Markup =>
      md`${bankName} · ${at} · mira quién lo hizo con \`/account access-log\``,
  },
  login: {
    title: 'Nuevo inicio de sesión',
    sentence: (bankName: string, place: Markup): Markup =>
      md`Se ha iniciado sesión en tu cuenta de ${bankName} desde un lugar nuevo: ${place}.`,
  },
  /** The customer's own account. */
  ownAccount: (numberTail: Markup): Markup => md`tu cuenta ${numberTail}`,
  payments: {
    received: (amount: string): string => `Has recibido ${amount}`,
    sent: (amount: string): string => `Han salido ${amount} de tu cuenta`,
    inSeveral: (title: string, count: number): string => `${title} en ${count} pagos`,
    from: (amount: Markup, party: Markup): Markup => md`${amount} de ${party}`,
    to: (amount: Markup, party: Markup): Markup => md`${amount} a ${party}`,
    note: (bankName: string): Markup => md`${bankName} · consúltalo con \`/history\``,
  },
  plain: plainNotices,
};
