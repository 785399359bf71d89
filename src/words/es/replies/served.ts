/** Customers as staff see them. */
import type { AccountStatus, Gender } from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

const states: Record<AccountStatus, string> = {
  OPEN: 'abierta',
  FROZEN: 'congelada',
  CLOSED: 'cerrada',
};
const genders: Record<Gender, string> = {
  female: 'mujer',
  male: 'hombre',
  other: 'otro',
  undisclosed: 'no indicado',
};

export const served = {
  holder: 'Titular',
  state: (status: AccountStatus, isLocked: boolean): string =>
    `${states[status]}${isLocked ? ', bloqueada por su titular' : ''}`,
  gender: (gender: Gender): string => genders[gender],
  found: {
    title: (count: number): string =>
      plural(count, { one: 'Un cliente', other: `${count} clientes` }),
    note: 'Se muestran diez como máximo. Consulta uno con `/staff customer view`.',
    none: {
      title: 'Ningún cliente encontrado',
      sentence:
        'Ningún cliente coincide. Los nombres se buscan por palabras enteras: Ana García, o García.',
    },
  },
  title: 'Cliente',
  titleWithDetails: 'Cliente, con datos',
  note: 'Esta consulta queda registrada. El cliente puede ver que la hiciste.',
  frozen: {
    title: 'Cuenta congelada',
    sentence:
      'A partir de ahora no puede salir dinero de ella, ni siquiera confirmando un mensaje ' +
      'abierto. El cliente recibe un mensaje.',
    note: '`/staff customer unfreeze` necesita la aprobación de otra persona.',
  },
  unlocked: {
    title: 'Cuenta desbloqueada',
    sentence:
      'Se ha quitado el bloqueo del titular, que recibe un mensaje y puede volver a iniciar sesión.',
  },
};
