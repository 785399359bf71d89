/** Lock, authenticator app and recovery codes. */
import { type Markup, md } from '../../text/markup.ts';

export const security = {
  place: {
    directMessages: 'mensajes directos',
    server: (channel: Markup): Markup => md`un servidor, en ${channel}`,
  },
  lock: {
    question: '¿Bloquear tu cuenta?',
    sentence:
      'Se cerrará tu sesión y no podrá salir dinero de tu cuenta. Para desbloquearla necesitarás ' +
      'tu contraseña y un código, o la ayuda del personal del banco.',
    done: 'Tu cuenta está bloqueada',
    wasLocked: 'Tu cuenta ya estaba bloqueada',
    effect:
      'No puedes iniciar sesión ni puede salir dinero de tu cuenta. Puedes seguir recibiendo dinero.',
    unlockByMail:
      'Para desbloquearla, inicia sesión con `/login`: te enviaremos un código por correo. También ' +
      'vale un código de recuperación.',
    unlockByCode: 'Para desbloquearla necesitas tu contraseña y un código de recuperación.',
  },
  unlock: {
    done: {
      title: 'Tu cuenta está desbloqueada',
      sentence:
        'Inicia sesión con `/login`. Si otra persona puede conocer tu contraseña, cámbiala con ' +
        '`/profile password`.',
    },
    wasNotLocked: {
      title: 'Tu cuenta no está bloqueada',
      sentence: 'No se ha gastado ningún código. Inicia sesión con `/login`.',
    },
  },
  overview: {
    title: 'Tu seguridad',
    appOn:
      '**App de autenticación** activada: cuando el banco te pida confirmar que eres tú, escribe ' +
      'un código de la app o un código de recuperación, no tu contraseña.',
    appOff:
      '**App de autenticación** desactivada: confirmas que eres tú con tu contraseña. Una app en ' +
      'tu teléfono es más segura, porque cada uno de sus códigos sirve una sola vez.',
    recoveryCodes:
      '**Códigos de recuperación**: te dejan entrar si olvidas tu contraseña y confirman que eres ' +
      'tú si pierdes el teléfono con la app. Cada uno sirve una vez.',
  },
  app: {
    /** These two complete "Vas a ...". */
    setUpIntent: 'configurar una app de autenticación',
    turnOffIntent: 'desactivar tu app de autenticación',
    begun: {
      title: 'Configura tu app',
      sentence: 'Escanea esto con una app de autenticación o escribe la clave en ella.',
      picture: 'Código QR para tu app de autenticación',
      key: (key: Markup): Markup => md`Clave ${key}`,
      note: 'Después, escribe un código de la app para terminar. No compartas la clave.',
    },
    enabled: {
      title: 'Tu app está configurada',
      sentence:
        'A partir de ahora, confirma que eres tú con un código de la app en lugar de tu ' +
        'contraseña. Cada código sirve una vez. Si pierdes el teléfono, usa un **código de ' +
        'recuperación**, por ejemplo para desactivar la app.',
    },
    disabled: {
      title: 'Tu app está desactivada',
      sentence: 'Ahora confirmas que eres tú con tu contraseña.',
    },
  },
};
