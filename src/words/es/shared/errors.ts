/** Refusals of shared accounts. */
import type { ErrorCode, ErrorData, Money, SharedAction } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { approvalSentences } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';

const actions: Record<SharedAction, string> = {
  READ: 'consultarla',
  LEAVE: 'dejarla',
  DEPOSIT: 'ingresar dinero en ella',
  PAY: 'pagar con ella',
  INVITE: 'invitar a otras personas',
  CHANGE_ROLE: 'cambiar roles',
  REMOVE: 'quitar a miembros',
  APPROVE: 'aprobar solicitudes',
  SET_RULE: 'fijar aprobaciones',
  SAVE: 'gestionar sus huchas',
  CLOSE: 'cerrarla',
};
const selves: Record<ErrorData['SHARED_SELF']['tried'], string> = {
  INVITE: 'Ya eres miembro.',
  CHANGE_ROLE: 'No puedes cambiar tu propio rol ni tu límite. Pídeselo a otro gestor de la cuenta.',
  REMOVE: 'Para dejar tú la cuenta, usa `/account share leave`.',
  APPROVE: 'Lo has pedido tú: decide otro gestor. Puedes cancelarlo.',
};
const already: Record<ErrorData['SHARED_ALREADY']['what'], string> = {
  MEMBER: 'Esta persona ya es miembro de esta cuenta.',
  INVITED: 'Esta persona ya está invitada y aún no ha respondido.',
  ROLE: 'Este miembro ya tiene este rol.',
  RULE: 'Esta regla ya vale.',
  RULE_ASKED: 'Ya hay un cambio de aprobaciones pendiente. Decídelo o cancélalo antes.',
};
const over: Record<NonNullable<ErrorData['SHARED_INVITATION_OVER']['state']>, string> = {
  ACCEPTED: 'Ya has aceptado esta invitación.',
  DECLINED: 'Ya has rechazado esta invitación.',
  WITHDRAWN: 'Esta invitación se ha retirado.',
  EXPIRED: 'Esta invitación ha caducado. Pide otra.',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const sharedSentences = {
  SHARED_ROLE: ({ role, action }, nothing) =>
    role === null
      ? `No eres miembro de esta cuenta compartida. ${nothing}`
      : `Tu rol en esta cuenta (${sharedRoleNames[role].toLowerCase()}) no te permite ${actions[action]}. ` +
        `${nothing} Habla con uno de sus gestores.`,
  SHARED_ALLOWANCE: ({ limit, left }, nothing) =>
    `Con esta cuenta puedes pagar ${sum(limit)} al mes; este mes quedan ${sum(left)}. ${nothing}`,
  SHARED_NAME: (_, nothing) =>
    `Un nombre con punto puede confundirse con el de una persona. ${nothing} Quita el punto.`,
  SHARED_SELF: ({ tried }, nothing) => `${selves[tried]} ${nothing}`,
  SHARED_LAST_MANAGER: (_, nothing) =>
    'Eres el único gestor de esta cuenta. ' +
    `${nothing} Nombra antes a otro gestor o cierra la cuenta.`,
  SHARED_MEMBER_UNKNOWN: (_, nothing) =>
    `Esta persona no es miembro de esta cuenta ni está invitada. ${nothing}`,
  SHARED_INVITEE_UNKNOWN: (_, nothing) =>
    `Este miembro no tiene cuenta en este banco. ${nothing} Pídele que abra una primero.`,
  SHARED_ALREADY: ({ what }, nothing) => `${already[what]} ${nothing}`,
  SHARED_TOO_MANY: ({ what, max }, nothing) => {
    if (what === 'APPROVALS') {
      return (
        `En una cuenta puede haber ${max} solicitudes pendientes como máximo. ${nothing} ` +
        'Espera a que se decidan algunas.'
      );
    }
    return what === 'ACCOUNTS'
      ? `Un cliente puede usar ${max} cuentas compartidas como máximo. ${nothing} Deja o cierra una primero.`
      : `Una cuenta compartida tiene ${max} miembros como máximo, con las invitaciones abiertas. ${nothing}`;
  },
  SHARED_INVITATION_OVER: ({ state }, nothing) =>
    `${state === null ? 'No tienes esa invitación.' : over[state]} ${nothing}`,
  ...approvalSentences,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
