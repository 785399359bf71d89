/** Shared accounts: labels and cards. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { approvalAudits, approvals } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';
import { moved, notice } from './notices.ts';
import { sharedPots } from './pots.ts';

const plural = pluralIn('es');

/** Labels in the audit trail. */
export const sharedAudits = {
  SHARED_OPENED: 'Cuenta compartida abierta',
  SHARED_INVITED: 'Invitación a una cuenta compartida',
  SHARED_JOINED: 'Entrada en una cuenta compartida',
  SHARED_DECLINED: 'Invitación rechazada',
  SHARED_WITHDRAWN: 'Invitación retirada',
  SHARED_ROLE_CHANGED: 'Rol cambiado en una cuenta compartida',
  SHARED_REMOVED: 'Quitado de una cuenta compartida',
  SHARED_LEFT: 'Cuenta compartida dejada',
  SHARED_CLOSED: 'Cuenta compartida cerrada',
  ...approvalAudits,
};

export const sharedSteps = {
  sharedMembers: 'Miembros',
  sharedInvitations: 'Tus invitaciones',
  sharedRole: 'Cambiar un rol',
  sharedClose: 'Cerrar la cuenta',
  sharedApprovals: approvals.buttons.open,
  sharedRule: approvals.buttons.rule,
};
export const sharedTopics = {
  shared: 'Cuentas compartidas',
  sharedMembers: 'Cuentas compartidas: roles y salida',
};

export const shared = {
  type: 'Cuenta compartida',
  roles: sharedRoleNames,
  labels: {
    account: 'Cuenta compartida',
    member: 'Miembro',
    role: 'Rol',
    before: 'Antes',
    allowance: 'Límite',
    history: 'Movimientos',
    invitedBy: 'Te invita',
    expires: 'Válida hasta',
    by: 'Por',
  },
  reads: { true: 'Todos', false: 'Desde que entra' },
  perMonth: (sum: string): string => `${sum} al mes`,
  left: (left: string, allowance: string): string => `quedan ${left} de ${allowance} este mes`,
  by: (name: Markup): Markup => md`por ${name}`,
  form: {
    allowanceMissing: 'Un pagador necesita un límite. Escribe cuánto puede pagar al mes.',
    allowanceUnused: 'Solo un pagador tiene límite. Deja este campo vacío.',
  },
  section: 'Cuentas compartidas',
  open: {
    question: '¿Abrir una cuenta compartida?',
    note:
      'Serás su primer gestor. Los miembros ven quién ha hecho qué; cada uno inicia sesión con ' +
      'su propia cuenta.',
    done: 'Cuenta compartida abierta',
  },
  invite: {
    question: '¿Enviar esta invitación?',
    note: (days: number): string =>
      `Se puede aceptar durante ${plural(days, { one: 'un día', other: `${days} días` })}. Todos ` +
      'los miembros ven los nombres de los demás y quién ha hecho qué.',
    done: 'Invitación enviada',
  },
  invitation: {
    title: (account: string): string => `Te han invitado a «${account}»`,
    sentence: 'Si aceptas, sus gestores y miembros ven tu nombre y lo que haces con la cuenta.',
    none: 'No tienes invitaciones abiertas a cuentas compartidas.',
    noneTitle: 'Tus invitaciones',
    more: (count: number): string =>
      plural(count, { one: 'Hay otra esperando.', other: `Hay otras ${count} esperando.` }),
    accepted: (account: string): string => `Ya eres miembro de «${account}»`,
    declined: (account: string): string => `Has rechazado la invitación a «${account}»`,
  },
  role: { question: '¿Cambiar este rol?', done: 'Rol cambiado' },
  remove: {
    question: '¿Quitar a este miembro?',
    invitedQuestion: '¿Retirar esta invitación?',
    note: 'Vale desde ahora, también para los pagos que esperan confirmación.',
    confirm: 'Quitar',
    done: 'Hecho',
  },
  leave: {
    question: '¿Dejar esta cuenta?',
    note: 'Ya no podrás verla ni usarla, a menos que un gestor vuelva a invitarte.',
    confirm: 'Dejar la cuenta',
    done: 'Has dejado la cuenta',
  },
  close: {
    question: '¿Cerrar esta cuenta compartida?',
    note: 'No se puede volver a abrir. Sus miembros aún pueden consultar los movimientos.',
    confirm: 'Cerrar la cuenta',
    done: 'La cuenta compartida está cerrada',
  },
  members: {
    title: (account: string): string => `Miembros de «${account}»`,
    invited: 'Invitados',
    until: (at: Markup): Markup => md`hasta ${at}`,
    fromJoining: 'consulta desde que entró',
  },
  moved,
  notice,
  approvals,
  pots: sharedPots,
  buttons: {
    open: 'Abrir una cuenta compartida',
    invite: 'Invitar',
    role: 'Cambiar un rol',
    remove: 'Quitar',
    leave: 'Dejar',
    members: 'Miembros',
    accept: 'Aceptar',
    decline: 'Rechazar',
  },
};
