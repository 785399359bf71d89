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
  ROLE_GRANT: 'Attribuer un rôle',
  UNFREEZE: 'Dégeler un compte',
  RELINK: 'Lier un compte à un autre utilisateur Discord',
  ADJUST: 'Régulariser un solde',
  REVERSE: 'Extourner une opération',
  DEPOSIT: 'Approuver un dépôt',
  SETUP: 'Changer les réglages de la banque',
  FEE: feeApproval,
  INTEREST: interestApproval,
};
const contents: Readonly<Record<string, string>> = {
  ...setupNames,
  role: 'Rôle',
  member: 'Nouvel utilisateur Discord',
  amount: 'Montant',
  side: 'Sens',
  memo: 'Motif',
  transaction: 'Opération',
  ...feeContents,
  ...interestContents,
};
const outcomes: Record<Exclude<ApprovalState, 'OPEN'>, string> = {
  APPROVED: 'approuvé',
  DECLINED: 'refusé',
  REFUSED: 'impossible',
  EXPIRED: 'expiré',
};
const roles: Record<ActorRole, string> = {
  TELLER: 'conseiller',
  MANAGER: 'responsable',
  AUDITOR: 'auditeur',
  OWNER: 'propriétaire',
};
const by = (checker: Markup | null): Markup => (checker === null ? md`` : md` par ${checker}`);
export const staff = {
  role: (role: ActorRole): string => roles[role],
  approval: {
    question: (kind: ApprovalKind): string => `${kinds[kind]} ?`,
    /** Null for content that the card does not show. */
    content: (name: string): string | null => contents[name] ?? null,
    owner: 'Titulaire',
    requestedBy: 'Demandé par',
    request: (reference: Markup): Markup => md`Demande ${reference}`,
    openRequest: (reference: Markup, until: Markup): Markup =>
      md`Demande ${reference} · ouverte jusqu’au ${until}`,
    /** Completes "Vous allez ...". */
    intent: (reference: Markup): Markup => md`approuver la demande ${reference}`,
    outcome: (kind: ApprovalKind, state: keyof typeof outcomes): string =>
      `${kinds[kind]} : ${outcomes[state]}`,
    approved: (checker: Markup | null): Markup => md`Demande approuvée${by(checker)}.`,
    declined: (checker: Markup | null): Markup => md`Demande refusée${by(checker)}.`,
    notPossible: (checker: Markup | null): Markup =>
      md`Demande approuvée${by(checker)}, mais devenue impossible : elle est close. Rien n’a été fait.`,
    expired: (at: Markup): Markup =>
      md`Aucune décision avant le ${at}. Rien n’a été fait. La demande peut être refaite.`,
    list: 'Demandes en attente',
    none: 'Aucune demande n’attend de décision.',
    needed: {
      title: 'En attente d’une deuxième personne',
      sentence: 'Rien n’a encore été fait. Une deuxième personne doit approuver ou refuser.',
      note: 'Consultez `/staff approvals list`.',
    },
  },
  roles: {
    title: 'Équipe',
    none: 'L’équipe est encore vide.',
    line: (member: Markup, role: Markup, since: Markup): Markup =>
      md`${member} ${role} depuis le ${since}`,
    revoked: 'Rôle retiré',
    was: (member: Markup, role: ActorRole): Markup => md`${member} n’est plus ${roles[role]}.`,
  },
  /** Backups that fail. */
  upkeep: {
    title: {
      BACKUP: 'La sauvegarde a échoué',
      COPY: 'La copie de la sauvegarde a échoué',
      RESTORE: 'La restauration de la sauvegarde a échoué',
    },
    advice: {
      BACKUP:
        'L’exploitant lance npm run doctor pour en connaître la raison. La banque réessaie d’elle-même.',
      COPY: 'L’exploitant vérifie le dossier de BACKUP_TO. La banque réessaie d’elle-même.',
      RESTORE:
        'L’exploitant lance npm run drill pour savoir ce qui ne va pas. D’ici là, gardez les sauvegardes précédentes.',
    },
  },
  log: {
    checkpoint: (size: string, root: Markup): Markup =>
      md`point de contrôle du journal : **${size}** feuilles · ${root}`,
    chainHead: (link: string, hash: Markup): Markup =>
      md`point de contrôle du journal : maillon **${link}** · ${hash}`,
    unreached: (customer: Markup, reach: Unreached): Markup => {
      const why: Record<Unreached, string> = {
        CLOSED: 'ils sont désactivés',
        NO_SERVER: 'aucun serveur en commun avec la banque',
        GONE: 'le compte Discord n’existe plus',
        FAILED: 'Discord ne les a pas acceptés',
      };
      return md`${customer} ne reçoit pas de messages privés : ${why[reach]}`;
    },
    movement: (kind: TransactionKind, initiator: InitiatorKind): string =>
      [moneyKinds[kind].one, askedBy[initiator]].filter((part) => part !== null).join(' '),
  },
};
