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
import { askedBy, roleNames } from '../common/shared.ts';

const kinds: Record<ApprovalKind, string> = {
  ROLE_GRANT: 'Rolle vergeben',
  UNFREEZE: 'Konto freigeben',
  RELINK: 'Konto mit anderem Discord-Nutzer verknüpfen',
  ADJUST: 'Guthaben korrigieren',
  REVERSE: 'Buchung rückgängig machen',
  DEPOSIT: 'Einzahlung freigeben',
  SETUP: 'Einstellungen der Bank ändern',
  FEE: feeApproval,
  INTEREST: interestApproval,
};
const contents: Readonly<Record<string, string>> = {
  ...setupNames,
  role: 'Rolle',
  member: 'Neuer Discord-Nutzer',
  amount: 'Betrag',
  side: 'Seite',
  memo: 'Verwendungszweck',
  transaction: 'Buchung',
  ...feeContents,
  ...interestContents,
};
const outcomes: Record<Exclude<ApprovalState, 'OPEN'>, string> = {
  APPROVED: 'freigegeben',
  DECLINED: 'abgelehnt',
  REFUSED: 'nicht möglich',
  EXPIRED: 'abgelaufen',
};
const by = (checker: Markup | null): Markup => (checker === null ? md`` : md` von ${checker}`);
export const staff = {
  role: (role: ActorRole): string => roleNames[role],
  approval: {
    question: (kind: ApprovalKind): string => `${kinds[kind]}?`,
    /** Null for content that the card does not show. */
    content: (name: string): string | null => contents[name] ?? null,
    owner: 'Inhaber',
    requestedBy: 'Beantragt von',
    request: (reference: Markup): Markup => md`Anfrage ${reference}`,
    openRequest: (reference: Markup, until: Markup): Markup =>
      md`Anfrage ${reference} · offen bis ${until}`,
    /** Completes "Du bist dabei, ...". */
    intent: (reference: Markup): Markup => md`die Anfrage ${reference} freizugeben`,
    outcome: (kind: ApprovalKind, state: keyof typeof outcomes): string =>
      `${kinds[kind]}: ${outcomes[state]}`,
    approved: (checker: Markup | null): Markup => md`Freigegeben${by(checker)}.`,
    declined: (checker: Markup | null): Markup => md`Abgelehnt${by(checker)}.`,
    notPossible: (checker: Markup | null): Markup =>
      md`Freigegeben${by(checker)}, aber nicht mehr möglich. Die Anfrage ist geschlossen. Es wurde nichts ausgeführt.`,
    expired: (at: Markup): Markup =>
      md`Bis ${at} wurde nicht entschieden. Es ist nichts passiert. Die Anfrage kann neu gestellt werden.`,
    list: 'Offene Anfragen',
    none: 'Keine Anfrage wartet auf eine Entscheidung.',
    needed: {
      title: 'Wartet auf eine zweite Person',
      sentence: 'Es ist noch nichts passiert. Eine zweite Person muss freigeben oder ablehnen.',
      note: 'Sieh in `/staff approvals list` nach.',
    },
  },
  roles: {
    title: 'Mitarbeiter',
    none: 'Noch keine Mitarbeiter.',
    line: (member: Markup, role: Markup, since: Markup): Markup =>
      md`${member} ${role} seit ${since}`,
    revoked: 'Rolle entzogen',
    was: (member: Markup, role: ActorRole): Markup =>
      md`${member} hat die Rolle „${roleNames[role]}“ nicht mehr.`,
  },
  /** Backups that fail. */
  upkeep: {
    title: {
      BACKUP: 'Die Sicherung ist fehlgeschlagen',
      COPY: 'Die Kopie der Sicherung ist fehlgeschlagen',
      RESTORE: 'Die Wiederherstellung der Sicherung ist fehlgeschlagen',
    },
    advice: {
      BACKUP:
        'Der Betreiber startet npm run doctor und erfährt den Grund. Die Bank versucht es von selbst erneut.',
      COPY: 'Der Betreiber prüft den Ordner in BACKUP_TO. Die Bank versucht es von selbst erneut.',
      RESTORE:
        'Der Betreiber startet npm run drill und erfährt, was falsch ist. Bis dahin ältere Sicherungen aufbewahren.',
    },
  },
  log: {
    checkpoint: (size: string, root: Markup): Markup =>
      md`Prüfpunkt des Protokolls: **${size}** Blätter · ${root}`,
    chainHead: (link: string, hash: Markup): Markup =>
      md`Prüfpunkt des Protokolls: Glied **${link}** · ${hash}`,
    unreached: (customer: Markup, reach: Unreached): Markup => {
      const why: Record<Unreached, string> = {
        CLOSED: 'sie sind abgestellt',
        NO_SERVER: 'kein gemeinsamer Server mit der Bank',
        GONE: 'das Discord-Konto gibt es nicht mehr',
        FAILED: 'Discord hat sie nicht angenommen',
      };
      return md`${customer} erhält keine Direktnachrichten: ${why[reach]}`;
    },
    movement: (kind: TransactionKind, initiator: InitiatorKind): string =>
      [moneyKinds[kind].one, askedBy[initiator]].filter((part) => part !== null).join(' '),
  },
};
