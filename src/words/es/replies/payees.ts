/** Saved payees, the check of a payee's name, and the entries of the context menu. */
import { type Markup, md } from '../../text/markup.ts';

export const payees = {
  closed: 'cuenta cerrada',
  list: {
    title: 'Tus beneficiarios',
    none: {
      title: 'Aún no hay beneficiarios',
      sentence:
        'Guarda una cuenta con un apodo y escribe el apodo en vez del número donde haga falta.',
    },
  },
  saved: (nickname: string): Markup => md`${nickname} está guardado`,
  savedUse: 'Puedes escribir el apodo dondequiera que se pida una cuenta.',
  renamed: (nickname: string): Markup => md`El apodo es ahora ${nickname}`,
  removed: (nickname: string): Markup => md`${nickname} se ha quitado`,
  add: 'Guardar un beneficiario',
  rename: 'Renombrar',
  remove: 'Quitar',
  nameNotShown: 'Nombre no mostrado',
  check: {
    MATCH: '✅ **El nombre coincide** con la cuenta.',
    close: (name: Markup): Markup => md`⚠️ **El nombre es parecido.** La cuenta es de ${name}.`,
    NO_MATCH:
      '⚠️ **El nombre no coincide con esta cuenta.** Pídele otra vez el número al beneficiario antes de confirmar.',
    UNAVAILABLE: 'El banco no puede comprobar el nombre de esta cuenta.',
    LIMIT: 'El nombre no se ha comprobado: puedes comprobar diez por hora.',
  },
  /** A button beside the one that sends money. */
  request: 'Pedir',
  menus: { send: 'Enviar dinero', request: 'Pedir dinero' },
};
