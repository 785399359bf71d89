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
  ROLE_GRANT: 'Grant a role',
  UNFREEZE: 'Unfreeze an account',
  RELINK: 'Move an account to another Discord user',
  ADJUST: 'Adjust a balance',
  REVERSE: 'Reverse a transaction',
  DEPOSIT: 'Approve a deposit',
  SETUP: 'Change the settings of the bank',
  FEE: feeApproval,
  INTEREST: interestApproval,
};
const contents: Readonly<Record<string, string>> = {
  ...setupNames,
  role: 'Role',
  member: 'New Discord user',
  amount: 'Amount',
  side: 'Side',
  memo: 'Memo',
  transaction: 'Transaction',
  ...feeContents,
  ...interestContents,
};
const outcomes: Record<Exclude<ApprovalState, 'OPEN'>, string> = {
  APPROVED: 'approved',
  DECLINED: 'declined',
  REFUSED: 'not possible',
  EXPIRED: 'expired',
};
const roles: Record<ActorRole, string> = {
  TELLER: 'teller',
  MANAGER: 'manager',
  AUDITOR: 'auditor',
  OWNER: 'owner',
};
const by = (checker: Markup | null): Markup => (checker === null ? md`` : md` by ${checker}`);
export const staff = {
  role: (role: ActorRole): string => roles[role],
  approval: {
    question: (kind: ApprovalKind): string => `${kinds[kind]}?`,
    /** Null for content that the card does not show. */
    content: (name: string): string | null => contents[name] ?? null,
    owner: 'Owner',
    requestedBy: 'Requested by',
    request: (reference: Markup): Markup => md`Request ${reference}`,
    openRequest: (reference: Markup, until: Markup): Markup =>
      md`Request ${reference} · open until ${until}`,
    /** Completes "You are about to ...". */
    intent: (reference: Markup): Markup => md`approve request ${reference}`,
    outcome: (kind: ApprovalKind, state: keyof typeof outcomes): string =>
      `${kinds[kind]}: ${outcomes[state]}`,
    approved: (checker: Markup | null): Markup => md`Approved${by(checker)}.`,
    declined: (checker: Markup | null): Markup => md`Declined${by(checker)}.`,
    notPossible: (checker: Markup | null): Markup =>
      md`Approved${by(checker)}, but the bank can no longer do it, so the request is closed. Nothing happened.`,
    expired: (at: Markup): Markup =>
      md`It was not decided by ${at}. Nothing happened. It can be requested again.`,
    list: 'Open requests',
    none: 'No requests are waiting for a decision.',
    needed: {
      title: 'Waiting for a second person',
      sentence: 'Nothing has happened yet. A second person must approve or decline it.',
      note: 'See `/staff approvals list`.',
    },
  },
  roles: {
    title: 'Staff',
    none: 'No staff yet.',
    line: (member: Markup, role: Markup, since: Markup): Markup =>
      md`${member} ${role} since ${since}`,
    revoked: 'Role revoked',
    was: (member: Markup, role: ActorRole): Markup =>
      md`${member} is no longer ${role === 'AUDITOR' ? 'an' : 'a'} ${roles[role]}.`,
  },
  /** Backups that fail. */
  upkeep: {
    title: {
      BACKUP: 'The backup failed',
      COPY: 'The copy of the backup failed',
      RESTORE: 'Restoring the backup failed',
    },
    advice: {
      BACKUP: 'The operator runs npm run doctor, which says why. The bank tries again by itself.',
      COPY: 'The operator checks the folder in BACKUP_TO. The bank tries again by itself.',
      RESTORE:
        'The operator runs npm run drill, which says what is wrong. Until then, keep earlier backups.',
    },
  },
  log: {
    checkpoint: (size: string, root: Markup): Markup =>
      md`checkpoint of the log: **${size}** leaves · ${root}`,
    chainHead: (link: string, hash: Markup): Markup =>
      md`checkpoint of the log: link **${link}** · ${hash}`,
    unreached: (customer: Markup, reach: Unreached): Markup => {
      const why: Record<Unreached, string> = {
        CLOSED: 'they accept none',
        NO_SERVER: 'they share no server with the bank',
        GONE: 'their Discord account is gone',
        FAILED: 'Discord did not take them',
      };
      return md`${customer} gets no direct messages: ${why[reach]}`;
    },
    movement: (kind: TransactionKind, initiator: InitiatorKind): string =>
      [moneyKinds[kind].one, askedBy[initiator]].filter((part) => part !== null).join(' '),
  },
};
