/** Shared accounts: commands, fields and the names of roles. */
import type { SharedRole } from '../../../bank/model/index.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const sharedCommands = {
  'account share open': {
    description: 'Abrir una cuenta que usas junto con otras personas',
    title: 'Abrir una cuenta compartida',
  },
  'account share invite': {
    description: 'Invitar a un miembro a una cuenta compartida',
    title: 'Invitar a una cuenta compartida',
  },
  'account share invitations': {
    description: 'Aceptar o rechazar invitaciones a cuentas compartidas',
  },
  'account share members': {
    description: 'Ver quién usa una cuenta compartida y con qué rol',
    title: 'Miembros de una cuenta compartida',
  },
  'account share role': {
    description: 'Cambiar lo que un miembro puede hacer con una cuenta compartida',
    title: 'Cambiar un rol',
  },
  'account share remove': {
    description: 'Quitar a un miembro o una invitación de una cuenta compartida',
    title: 'Quitar de una cuenta compartida',
  },
  'account share leave': {
    description: 'Dejar una cuenta compartida',
    title: 'Dejar una cuenta compartida',
  },
  'account share close': {
    description: 'Cerrar una cuenta compartida vacía',
    title: 'Cerrar una cuenta compartida',
  },
  'account share rule': {
    description: 'Fijar desde qué importe necesitan aprobación los pagos',
    title: 'Fijar aprobaciones',
  },
  'account share approvals': {
    description: 'Aprobar, rechazar o cancelar lo pendiente en tus cuentas compartidas',
  },
} satisfies Record<string, CommandText>;

export const sharedRoleNames: Record<SharedRole, string> = {
  VIEWER: 'Lector',
  DEPOSITOR: 'Depositante',
  SPENDER: 'Pagador',
  MANAGER: 'Gestor',
};

export const sharedFields = {
  sharedAccount: {
    label: 'Cuenta compartida',
    hint: 'Su nombre o su número. Vacío: la única que tienes',
  },
  potOf: {
    label: 'Cuenta compartida',
    hint: 'Su nombre o su número. Vacío: la hucha es solo tuya',
  },
  sharedName: {
    label: 'Nombre',
    hint: 'Hasta 32 letras y cifras. Lo ven todos los que pagan o cobran.',
    example: 'Club de ajedrez',
  },
  sharedMember: { label: 'Miembro' },
  sharedRole: {
    label: 'Rol',
    choices: {
      VIEWER: { label: sharedRoleNames.VIEWER, hint: 'Consulta el saldo y los movimientos' },
      DEPOSITOR: { label: sharedRoleNames.DEPOSITOR, hint: 'También ingresa dinero' },
      SPENDER: { label: sharedRoleNames.SPENDER, hint: 'También paga, hasta un límite al mes' },
      MANAGER: {
        label: sharedRoleNames.MANAGER,
        hint: 'Lo hace todo y decide quién puede hacer qué',
      },
    },
  },
  allowance: {
    label: 'Límite al mes',
    name: 'Límite',
    hint: 'Solo para un pagador',
    example: '50',
  },
  sharedReads: {
    label: 'Movimientos',
    hint: 'Vacío: desde que entra',
    choices: {
      joining: { label: 'Desde que entra' },
      all: { label: 'Todos' },
    },
  },
  ruleAbove: {
    label: 'Más de',
    hint: 'Los pagos mayores esperan. Vacío: ninguno espera',
    example: '100',
  },
  ruleNeeded: {
    label: 'Aprobaciones',
    hint: 'Cuántos otros gestores deben aprobar. Vacío: uno',
    example: '2',
    refusal: 'Escribe un número entero de 1 a 24.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const sharedOptions = {
  sharedAccount: 'cuenta',
  potOf: 'cuenta_compartida',
  sharedName: 'nombre',
  sharedMember: 'miembro',
  sharedRole: 'rol',
  allowance: 'límite',
  sharedReads: 'movimientos',
  ruleAbove: 'desde',
  ruleNeeded: 'aprobaciones',
};
