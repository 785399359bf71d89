/** Recovery, profile and session. */
import type { ProfileField, SessionEnd } from '../../../bank/model/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';
import { detailNames, recoveryCodesLead } from '../common/shared.ts';

const limitLowered =
  'Se han cerrado todas tus sesiones. Durante 24 horas, tu límite para enviar y retirar dinero ' +
  'es más bajo.';

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'cerrada por ti',
  REPLACED: 'cerrada por una sesión más reciente',
  EXPIRED: 'caducada',
  PASSWORD_CHANGED: 'cerrada al cambiar la contraseña',
  RECOVERED: 'cerrada al restablecer la contraseña',
  LOCKED: 'cerrada por un bloqueo',
  FROZEN: 'cerrada por el personal',
  RELINKED: 'cuenta pasada a otro usuario de Discord',
};

export const profile = {
  recovery: {
    byMail: {
      title: 'Revisa tu correo',
      sentence:
        'Si estos datos son de tu cuenta, hemos enviado un código a su dirección de correo. Sirve ' +
        'una vez, durante 10 minutos. También vale uno de tus **códigos de recuperación**.',
    },
    byCode: {
      title: 'Usa un código de recuperación',
      sentence:
        'Este banco no envía correos. Si estos datos son de tu cuenta, escribe en los próximos 10 ' +
        'minutos uno de los **códigos de recuperación** que recibiste al registrarte.',
    },
    note: 'Aún no ha cambiado nada.',
    done: {
      title: 'Ya tienes una contraseña nueva',
      sentence: limitLowered,
      note: 'Aún no has iniciado sesión. Si tu cuenta estaba bloqueada, lo sigue estando.',
    },
  },
  recoveryCodes: {
    title: 'Códigos de recuperación nuevos',
    oldOnes: 'Tus códigos de recuperación anteriores ya no valen.',
    lead: recoveryCodesLead,
  },
  emailWaits: (address: Markup, until: Markup): Markup =>
    joined(
      [
        md`Hemos enviado un código a ${address}. Vale hasta ${until}.`,
        written('Tu dirección anterior sigue en uso hasta que escribas el código.'),
      ],
      ' ',
    ),
  view: {
    title: 'Tus datos',
    passwordChanged: 'Último cambio de contraseña',
    recoveryCodesLeft: 'Códigos de recuperación restantes',
  },
  updated: {
    title: 'Tus datos se han cambiado',
    enterCode: 'Escribe el código',
    saved: 'Guardado',
    fields: (changed: readonly ProfileField[]): string =>
      changed.map((field) => detailNames[field]).join(' y '),
    unchanged: {
      title: 'No hay nada que cambiar',
      sentence: 'Estos ya son tus datos.',
    },
  },
  emailChanged: {
    title: 'Tu dirección de correo se ha cambiado',
    sentence: (address: Markup): Markup => md`A partir de ahora te escribiremos a ${address}.`,
  },
  passwordChanged: {
    title: 'Tu contraseña se ha cambiado',
    sentence: 'Se han cerrado las demás sesiones; esta continúa.',
  },
  session: {
    title: 'Tu sesión',
    since: 'Desde',
    pays: 'Pagar hasta',
    paysUntil: (until: Markup): Markup => md`${until}, o más tarde si sigues usando el banco`,
    paysAfterProof: '*Confirmar* te pide antes tu contraseña o un código',
    reads: 'Ver hasta',
    recent: '**Sesiones recientes**',
    now: '**activa ahora**',
    endedBy: (end: SessionEnd): string => ends[end],
    note:
      'Puedes pagar en todo Discord. Después, la sesión solo muestra tus cuentas, y solo donde la ' +
      'iniciaste. Si alguna de estas no es tuya, usa `/lock`.',
  },
};
