/** Roles, requests that need a second person, and lines of the staff log. */
import type {
  ActorRole,
  ApprovalKind,
  ApprovalState,
  InitiatorKind,
  TransactionKind,
  Unreached,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { setupNames } from '../common/setup.ts';
import { feeApproval, feeContents } from '../common/fees.ts';
import { interestApproval, interestContents } from '../common/interest.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { askedBy } from '../common/shared.ts';

const kinds: Record<ApprovalKind, string> = {
  ROLE_GRANT: 'Asignar un rol',
  UNFREEZE: 'Descongelar una cuenta',
  RELINK: 'Pasar una cuenta a otro usuario de Discord',
  ADJUST: 'Ajustar un saldo',
  REVERSE: 'Anular una operación',
  DEPOSIT: 'Aprobar un depósito',
  SETUP: 'Cambiar los ajustes del banco',
  FEE: feeApproval,
  INTEREST: interestApproval,
};
const contents: Readonly<Record<string, string>> = {
  ...setupNames,
  role: 'Rol en el banco',
  member: 'Nuevo usuario de Discord',
  amount: 'Importe',
  side: 'Sentido',
  memo: 'Concepto',
  transaction: 'Operación',
  ...feeContents,
  ...interestContents,
};
const outcomes: Record<Exclude<ApprovalState, 'OPEN'>, string> = {
  APPROVED: 'aprobado',
  DECLINED: 'denegado',
  REFUSED: 'no es posible',
  EXPIRED: 'caducado',
};
const roles: Record<ActorRole, string> = {
  TELLER: 'cajero',
  MANAGER: 'gerente',
  AUDITOR: 'auditor',
  OWNER: 'propietario',
};
const by = (checker: Markup | null): Markup => (checker === null ? md`` : md` por ${checker}`);
export const staff = {
  role: (role: ActorRole): string => roles[role],
  approval: {
    question: (kind: ApprovalKind): string => `¿${kinds[kind]}?`,
    /** Null for content that the card does not show. */
    content: (name: string): string | null => contents[name] ?? null,
    owner: 'Titular',
    requestedBy: 'Solicitado por',
    request: (reference: Markup): Markup => md`Solicitud ${reference}`,
    openRequest: (reference: Markup, until: Markup): Markup =>
      md`Solicitud ${reference} · abierta hasta ${until}`,
    /** Completes "Vas a ...". */
    intent: (reference: Markup): Markup => md`aprobar la solicitud ${reference}`,
    outcome: (kind: ApprovalKind, state: keyof typeof outcomes): string =>
      `${kinds[kind]}: ${outcomes[state]}`,
    approved: (checker: Markup | null): Markup => md`Aprobado${by(checker)}.`,
    declined: (checker: Markup | null): Markup => md`Denegado${by(checker)}.`,
    notPossible: (checker: Markup | null): Markup =>
      md`Aprobado${by(checker)}, pero el banco ya no puede hacerlo y la solicitud se ha cerrado. No se ha hecho nada.`,
    expired: (at: Markup): Markup =>
      md`No se decidió antes de ${at}. No se ha hecho nada. Se puede solicitar de nuevo.`,
    list: 'Solicitudes abiertas',
    none: 'No hay solicitudes pendientes de decisión.',
    needed: {
      title: 'A la espera de otra persona',
      sentence: 'Aún no se ha hecho nada. Otra persona debe aprobarlo o denegarlo.',
      note: 'Mira `/staff approvals list`.',
    },
  },
  roles: {
    title: 'Personal',
    none: 'Aún no hay personal.',
    line: (member: Markup, role: Markup, since: Markup): Markup =>
      md`${member} ${role} desde ${since}`,
    revoked: 'Rol retirado',
    was: (member: Markup, role: ActorRole): Markup => md`${member} ya no es ${roles[role]}.`,
  },
  /** Backups that fail. */
  upkeep: {
    title: {
      BACKUP: 'La copia de seguridad ha fallado',
      COPY: 'No se pudo guardar la segunda copia',
      RESTORE: 'La restauración de la copia de seguridad ha fallado',
    },
    advice: {
      BACKUP:
        'El operador ejecuta npm run doctor, que indica el motivo. El banco lo intentará de nuevo por sí solo.',
      COPY: 'El operador revisa la carpeta de BACKUP_TO. El banco lo intentará de nuevo por sí solo.',
      RESTORE:
        'El operador ejecuta npm run drill, que indica qué falla. Hasta entonces, conserva las copias anteriores.',
    },
  },
  log: {
    checkpoint: (size: string, root: Markup): Markup =>
      md`punto de control del registro: **${size}** hojas · ${root}`,
    chainHead: (link: string, hash: Markup): Markup =>
      md`punto de control del registro: eslabón **${link}** · ${hash}`,
    unreached: (customer: Markup, reach: Unreached): Markup => {
      const why: Record<Unreached, string> = {
        CLOSED: 'los tiene desactivados',
        NO_SERVER: 'no comparte ningún servidor con el banco',
        GONE: 'la cuenta de Discord ya no existe',
        FAILED: 'Discord no los aceptó',
      };
      return md`${customer} no recibe mensajes directos: ${why[reach]}`;
    },
    movement: (kind: TransactionKind, initiator: InitiatorKind): string =>
      [moneyKinds[kind].one, askedBy[initiator]].filter((part) => part !== null).join(' '),
  },
};
