/** What waits for the managers of a shared account: cards, notices and refusals. */
import type {
  ApprovalEnd,
  ErrorCode,
  ErrorData,
  SharedApproval,
} from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

type Asked = SharedApproval['asked']['kind'];

/** Labels in the audit trail. */
export const approvalAudits = {
  SHARED_RULE_CHANGED: 'Aprobaciones de una cuenta compartida cambiadas',
  SHARED_ASKED: 'Aprobación de los gestores pedida',
  SHARED_APPROVED: 'Aprobado como gestor',
  SHARED_DECIDED: 'Solicitud a los gestores terminada',
};

const over: Record<ApprovalEnd, string> = {
  APPROVED: 'Ya está aprobado.',
  DECLINED: 'Ya está rechazado.',
  CANCELLED: 'Se ha cancelado.',
  EXPIRED: 'Ha caducado.',
  WITHDRAWN: 'Se ha retirado.',
  REFUSED: 'Ya no se puede pagar.',
};
/** The same where a member decided or cancelled it. */
const overBy: Partial<Record<ApprovalEnd, (by: string) => string>> = {
  APPROVED: (by) => `${by} ya ha dado la última aprobación.`,
  DECLINED: (by) => `${by} ya lo ha rechazado.`,
  CANCELLED: (by) => `${by} ya ha cancelado la solicitud.`,
};
const overText = (state: ApprovalEnd, by: string | null): string =>
  (by === null ? undefined : overBy[state]?.(by)) ?? over[state];
const ends: Record<ApprovalEnd, string> = {
  APPROVED: 'Aprobado',
  DECLINED: 'Rechazado',
  CANCELLED: 'Cancelado',
  EXPIRED: 'Caducado',
  WITHDRAWN: 'Retirado',
  REFUSED: 'No es posible',
};
const whats: Record<Asked, string> = {
  PAYMENT: 'pago',
  RULE: 'regla',
};
const kept: Record<Asked, string> = {
  PAYMENT: 'No se ha movido dinero. Lo reservado vuelve a estar disponible.',
  RULE: 'La regla sigue como estaba.',
};

/** How it ended; `by`: who decided, null: a former customer. */
function endedBy(state: ApprovalEnd, kind: Asked, decider: string | null): string {
  const by = decider ?? 'Un antiguo cliente';
  switch (state) {
    case 'APPROVED':
      return kind === 'PAYMENT'
        ? `${by} ha dado la última aprobación. El pago está contabilizado.`
        : `${by} ha dado la última aprobación. La nueva regla ya vale.`;
    case 'DECLINED':
      return `${by} lo ha rechazado. ${kept[kind]}`;
    case 'CANCELLED':
      return `${by} ha cancelado la solicitud. ${kept[kind]}`;
    case 'EXPIRED':
      return `No lo han aprobado suficientes gestores a tiempo. ${kept[kind]}`;
    case 'WITHDRAWN':
      return `Ha cambiado el rol del miembro que lo pidió, o la cuenta está cerrada. ${kept[kind]}`;
    case 'REFUSED':
      return (
        'Está aprobado, pero ya no se puede pagar: han cambiado el destinatario, la ' +
        `comisión o la solicitud de dinero. ${kept[kind]}`
      );
  }
}

export const approvals = {
  /** On the confirm card. */
  waits: (needed: number, days: number): string =>
    'Este pago necesita la aprobación de ' +
    `${plural(needed, { one: 'otro gestor', other: `otros ${needed} gestores` })}. ` +
    `*Confirmar* se la pide y reserva el dinero durante ${days} días como máximo.`,
  renewed: (): string =>
    'Las aprobaciones de esta cuenta han cambiado desde la última tarjeta. Revisa esta.',
  count: (given: number, needed: number): string => `${given} de ${needed}`,
  payment: 'Pago',
  withdrawal: 'Retirada',
  rule: (above: string, needed: number): string =>
    `Los pagos de más de ${above} necesitan ` +
    plural(needed, { one: 'una aprobación', other: `${needed} aprobaciones` }),
  noRule: 'Ningún pago necesita aprobación',
  labels: {
    asked: 'Solicitud',
    asker: 'Pedido por',
    approvals: 'Aprobaciones',
    approvedBy: 'Aprobado por',
    rule: 'Regla',
  },
  title: (account: string): string => `Pendiente de aprobación: ${account}`,
  none: 'Nada espera tu aprobación y no has pedido ninguna.',
  noneTitle: 'Aprobaciones',
  more: (count: number): string =>
    plural(count, { one: 'Hay otra pendiente.', other: `Hay otras ${count} pendientes.` }),
  own: 'Lo has pedido tú. Deciden otros gestores.',
  counted: 'Tu aprobación cuenta. Ahora faltan otros gestores.',
  setAside: 'El dinero está reservado. Recibirás un mensaje cuando se decida.',
  askedRule: 'Deciden los otros gestores. Recibirás un mensaje entonces.',
  ends,
  endedBy,
  notice: {
    asked: (account: string): string => `${account}: hace falta aprobación`,
    pays: (asker: string, sum: string): string => `${asker} quiere pagar ${sum}.`,
    changes: (asker: string): string => `${asker} quiere cambiar qué pagos necesitan aprobación.`,
    ended: (account: string, kind: Asked, end: ApprovalEnd): string => {
      const [what, state] = [whats[kind], ends[end].toLowerCase()];
      return `${account}: ${what}, ${state}`;
    },
  },
  set: {
    question: '¿Cambiar qué pagos necesitan aprobación?',
    now: 'Vale de inmediato.',
    needs: (needed: number): string =>
      'Vale cuando lo ' +
      `${plural(needed, { one: 'apruebe otro gestor', other: `aprueben otros ${needed} gestores` })}.`,
    note: 'Nadie aprueba su propio pago. Un gestor nuevo puede aprobar después de tres días.',
    done: 'Aprobaciones cambiadas',
    asked: 'Enviado a los otros gestores',
  },
  buttons: {
    approve: 'Aprobar',
    decline: 'Rechazar',
    cancel: 'Cancelar la solicitud',
    open: 'Aprobaciones',
    rule: 'Fijar aprobaciones',
  },
};

export const approvalSentences = {
  SHARED_APPROVAL: ({ needed }, nothing) => {
    if (needed === 0) return `Este pago ya no necesita aprobación. ${nothing} Envíalo otra vez.`;
    const lead = plural(needed, {
      one: 'Este pago necesita la aprobación de otro gestor.',
      other: `Este pago necesita la aprobación de otros ${needed} gestores.`,
    });
    return `${lead} ${nothing} Envíalo otra vez para pedirla.`;
  },
  SHARED_APPROVERS: ({ needed, approvers }, nothing) =>
    'Las aprobaciones de esta cuenta necesitan ' +
    `${plural(needed, { one: 'otro gestor', other: `otros ${needed} gestores` })}; ` +
    `hay ${approvers}. ${nothing} Nombra a otro gestor o cambia las aprobaciones.`,
  SHARED_APPROVER_NEW: ({ days }, nothing) =>
    'Un gestor nuevo puede aprobar después de ' +
    `${plural(days, { one: 'un día', other: `${days} días` })}. ${nothing}`,
  SHARED_APPROVAL_OVER: ({ state, by }, nothing) =>
    `${state === null ? 'Con este número no hay nada pendiente para ti.' : overText(state, by)} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
