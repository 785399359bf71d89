/** La página del banco y las tarjetas que llevan a ella. */
import { joined, type Markup, md } from '../text/markup.ts';

export const page = {
  link: {
    sentence: 'Sigue en tu navegador, en la página del banco.',
    code: (code: Markup): Markup =>
      md`La página muestra el código ${code}. Si muestra otro, ciérrala.`,
    once: 'El enlace sirve una vez, en un solo navegador, durante 10 minutos. No lo compartas.',
    open: 'Abrir la página',
    onPage: 'En la página del banco',
    confirmOpens: '*Confirmar* abre la página del banco, donde lo apruebas.',
    inForm: 'Usar un formulario aquí',
  },
  footer: 'El banco nunca te pide tu contraseña de Discord.',
  start: {
    title: 'Abre tu enlace',
    sentence:
      'Pulsa «Abrir la página» en tu chat con el banco. Si esta página no sigue sola, copia el ' +
      'enlace de ese botón y pégalo aquí.',
    label: 'Enlace',
    button: 'Abrir',
    unread: 'Eso no es un enlace del banco. Copia el enlace completo del botón «Abrir la página».',
  },
  form: {
    code: 'Código de este enlace:',
    codeWhy: 'Tu chat con el banco debe mostrar el mismo código. Si no, cierra esta página.',
    send: 'Enviar',
    approve: 'Aprobar',
  },
  passkeys: {
    overview:
      'Con las **llaves de acceso** inicias sesión y apruebas pagos con tu huella, tu ' +
      'cara o un PIN, en la página del banco.',
    button: 'Llaves de acceso',
    title: 'Tus llaves de acceso',
    none:
      'Aún no tienes ninguna llave de acceso. Con ella inicias sesión y apruebas pagos con ' +
      'tu huella, tu cara o un PIN.',
    add: 'Añadir una llave',
    unused: 'nunca usada',
    used: (day: Markup): Markup => md`usada por última vez ${day}`,
    made: (day: Markup): Markup => md`añadida ${day}`,
    remove: (name: string): string => `Quitar: ${name}`,
    removeIntent: 'quitar una llave de acceso',
    form: { title: 'Añadir una llave' },
    added: {
      title: 'Tu llave de acceso está añadida',
      sentence: 'Desde ahora puedes iniciar sesión y aprobar pagos con ella.',
    },
    removed: {
      title: 'La llave de acceso está quitada',
      sentence: 'Ya no sirve aquí. También puedes borrarla de tu dispositivo.',
    },
    use: 'Usar una llave de acceso',
    approve: 'Aprobar con una llave de acceso',
    create: 'Crear la llave de acceso',
    orForm: 'O rellena el formulario:',
    failed:
      'No se ha usado la llave de acceso. No ha cambiado nada. Inténtalo de nuevo o ' +
      'rellena el formulario.',
    offer: {
      title: '¿Añadir ya una llave de acceso?',
      sentence:
        'Con ella inicias sesión y apruebas pagos con tu huella, tu cara o un PIN, sin contraseña.',
      later: 'También puedes añadirla más tarde con /security.',
    },
    firstName: 'Mi primera llave',
    notMade: 'No se ha creado ninguna llave. No ha cambiado nada. Inténtalo de nuevo.',
    unable:
      'Este navegador no puede usar llaves de acceso aquí. No ha cambiado nada. Abre el ' +
      'enlace en otro navegador, con JavaScript.',
  },
  ended: {
    title: 'Listo',
    sentence: 'Puedes cerrar esta página. El resultado está en tu chat con el banco.',
  },
  turnedAway: {
    ELSEWHERE: {
      title: 'Tu enlace se abrió en otro navegador',
      sentence: (code: Markup): Markup =>
        joined(
          [
            md`El enlace con el código ${code} se abrió en un segundo navegador y allí se rechazó.`,
            md`
No ha cambiado nada. Si no fuiste tú, bloquea tu cuenta.
            `,
          ],
          ' ',
        ),
    },
    EXPIRED: {
      title: 'Tu enlace ha caducado',
      sentence: (code: Markup): Markup =>
        md`El enlace con el código ${code} se abrió después de sus 10 minutos. No ha cambiado nada.`,
    },
    newLink: 'Nuevo enlace',
  },
  refusals: {
    title: 'No ha funcionado',
    UNKNOWN:
      'Este enlace no sirve aquí. No ha cambiado nada. Ábrelo en el navegador con el que ' +
      'empezaste, o pide un enlace nuevo en Discord.',
    EXPIRED: 'Este enlace ha caducado. No ha cambiado nada. Pide uno nuevo en Discord.',
    USED: 'Este enlace ya se ha usado. El resultado está en tu chat con el banco.',
    ELSEWHERE:
      'Este enlace se abrió en otro navegador. No ha cambiado nada. Si no fuiste tú, cierra tus ' +
      'sesiones con /logout y pide un enlace nuevo en Discord.',
    ORIGIN:
      'Este formulario no viene de la página del banco. No ha cambiado nada. Abre tu enlace otra ' +
      'vez.',
    CLOSED: 'El banco está arrancando. No ha cambiado nada. Inténtalo de nuevo en un momento.',
    CROWDED:
      'Demasiadas personas usan esta página ahora. No ha cambiado nada. Prueba en un minuto.',
    NO_PAGE: 'Esa página no existe. Abre el enlace de tu chat con el banco.',
    DEFECT:
      'Algo ha fallado por nuestra parte. Puede que no se haya hecho: mira en tu chat ' +
      'con el banco ' +
      'antes de intentarlo de nuevo.',
  },
};
