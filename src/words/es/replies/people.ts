/** Registration, login, logout, export and erasure. */
import { joined, type Markup, md } from '../../text/markup.ts';
import { recoveryCodesLead } from '../common/shared.ts';
import { formatDay } from '../../text/date.ts';

export const people = {
  /** Shown instead of a customer who has erased their data. */
  formerCustomer: 'un antiguo cliente',
  born: (date: string, age: number): string => `${formatDay(date)} (${age} años)`,
  sessionEnds: (pay: Markup, read: Markup): Markup =>
    joined([
      md`Puedes pagar hasta ${pay}; usar el banco alarga ese tiempo.`,
      md`Después, *Confirmar* comprueba que eres tú. Aquí ves tus cuentas hasta ${read}.`,
    ]),
  register: {
    title: 'Casi listo',
    next: 'Ahora elige una contraseña para este banco. Hasta entonces no se guarda nada.',
  },
  welcome: {
    title: 'Tu cuenta está abierta',
    greeting: (bankName: string, person: { fullName: string; age: number }): Markup =>
      md`Te damos la bienvenida a ${bankName}, ${person.fullName} (${`${person.age}`} años).`,
    movedIn: (amount: string): Markup =>
      md`**${amount}** te esperaban: tu saldo en el bot anterior del banco. Ya está en tu cuenta.`,
    recoveryCodesLead,
    next: 'A continuación, añade dinero con `/deposit` o mira todos los comandos con `/help`.',
  },
  login: {
    title: 'Sesión iniciada',
    next: 'Consulta tu saldo con `/balance`. Las sesiones anteriores se han cerrado.',
  },
  logout: {
    title: 'Sesión cerrada',
    next: 'Tu sesión se ha cerrado en todas partes. Inicia sesión de nuevo con `/login`.',
  },
  exported: {
    title: 'Tus datos',
    content:
      'Todos los datos que el banco guarda sobre ti y los movimientos de tu cuenta en una tabla.',
    note: 'Solo tú ves este mensaje. Guarda bien los archivos: contienen tus datos personales.',
  },
  erase: {
    question: '¿Borrar tus datos?',
    whatGoes:
      'Se cerrará tu cuenta y se borrarán tu nombre, correo, teléfono, fecha de nacimiento, ' +
      'contraseña y códigos. **Esto no se puede deshacer.**',
    whatStays:
      'Tus pagos permanecen en los libros sin tu nombre. El registro de auditoría conserva lo que ' +
      'hiciste, con tu ID de Discord.',
    /** Completes "Vas a ...". */
    intent: 'cerrar tu cuenta para siempre y borrar tus datos personales',
    done: 'Tus datos se han borrado',
    next: 'Tu cuenta está cerrada. Puedes abrir una nueva cuando quieras con `/register`.',
  },
};
