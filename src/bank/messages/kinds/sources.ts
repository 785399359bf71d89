/**
 * Readers of the content of messages, by the ids that the outbox stores. The bank passes the
 * readers of the rooms. Null: the content is gone or no longer valid.
 */
import type { StaffMove } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import type {
  SharedApprovalFacts,
  SharedChange,
  SharedInvitationFacts,
  SharedMove,
} from './shared-facts.ts';
import type { TermsSources } from './terms-sources.ts';

/** One payment, as the owner of one of its accounts sees it. */
export interface NoticeEntry {
  readonly transactionId: m.RequestId;
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  /** The other side. */
  readonly counterparty: m.PartyView;
  /** Of the account whose owner is notified. */
  readonly numberTail: string;
  readonly memo: string | null;
}

/** A transfer for which its payee thanks the payer. */
export interface ThanksFacts {
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  readonly payee: m.PartyView;
  /** Of the payer's account. */
  readonly numberTail: string;
}

/** What a request asks of its payer, or has asked. */
export interface RequestFacts {
  readonly dueId: m.RequestId;
  /** 0: the request itself. */
  readonly reminder: bigint;
  readonly reference: m.Reference;
  readonly asker: m.PartyView;
  readonly askerMember: m.DiscordUserId;
  readonly payer: m.PartyView;
  readonly amount: m.Amount;
  readonly paid: m.Balance;
  readonly memo: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly expiresAt: Date;
}

/** A movement by staff, as the customer's own account shows it. */
export interface MovedByStaff {
  readonly act: StaffMove;
  readonly direction: 'in' | 'out';
  readonly amount: m.Amount;
  readonly role: m.ActorRole | null;
  readonly reason: string | null;
  readonly numberTail: string;
  readonly reference: m.Reference;
  readonly at: Date;
}

export interface DepositDecision {
  readonly approved: boolean;
  readonly amount: m.Amount;
  readonly memo: string | null;
  readonly reference: m.Reference;
  readonly numberTail: string;
}

/** The outcome of a confirmed command, found out late. */
export interface LateOutcome {
  readonly happened: boolean;
  readonly reference: m.Reference;
}

/** An account that the customer, or a person with their session, saved among their payees. */
export interface PayeeFacts {
  readonly nickname: string;
  /** Of the account. */
  readonly numberTail: string;
}

export interface SecurityFacts {
  readonly event: m.SecurityEvent;
  readonly at: Date;
  /** Null when the act was not done on Discord. */
  readonly place: m.Place | null;
  /** Of PROFILE_CHANGED. */
  readonly changed: readonly m.ProfileField[];
}

export interface CodeFacts {
  readonly purpose: 'RECOVERY' | 'EMAIL' | 'UNLOCK';
  readonly expiresAt: Date;
}

/** A week of a customer in which money moved. */
export interface DigestFacts {
  /** Its Monday and its Sunday, as YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  readonly received: m.HistorySum;
  readonly sent: m.HistorySum;
}

/** One line of the staff log: a customer to whom Discord takes no messages. */
export interface UnreachedFacts {
  readonly customer: m.PartyView;
  readonly reach: m.Unreached;
}

/** One line of the staff log: an act. */
export interface StaffActFacts {
  readonly action: string;
  readonly actor: m.DiscordUserId;
  readonly about: m.PartyView | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** One line of the staff log: money that moved. */
export interface MovementFacts {
  readonly transaction: m.TransactionKind;
  readonly initiator: m.InitiatorKind;
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  readonly from: m.PartyView;
  readonly to: m.PartyView;
  readonly at: Date;
}

export interface EntryPlace {
  readonly accountId: m.AccountId;
  readonly seq: bigint;
}

export interface OccurrencePlace {
  readonly orderId: m.RequestId;
  /** From 0. */
  readonly occurrence: bigint;
}

/** What became of an occurrence of a standing order, and the order as it is now. */
export interface OrderOutcome {
  readonly order: m.OrderView;
  readonly outcome: m.OccurrenceView;
}

/** A payment for which the money will not suffice. */
export interface OrderShortage {
  readonly order: m.OrderView;
  readonly occurrence: m.Occurrence;
}

export interface OrderByStaff {
  readonly order: m.OrderView;
  readonly act: 'PAUSED' | 'RESUMED' | 'CANCELLED';
  readonly reason: string | null;
  readonly at: Date;
}

/** A request that staff cancelled, as its asker reads of it. */
export interface RequestByStaff {
  readonly request: m.RequestSummary;
  readonly reason: string | null;
  readonly at: Date;
}

type Found<Facts> = Promise<Facts | null>;

export interface Sources extends TermsSources {
  readonly entry: (place: EntryPlace) => Found<NoticeEntry>;
  readonly thanked: (transactionId: m.RequestId) => Found<ThanksFacts>;
  /** Null unless it can still be paid. */
  readonly openDue: (dueId: m.RequestId, reminder: bigint) => Found<RequestFacts>;
  readonly due: (dueId: m.RequestId) => Found<RequestFacts>;
  readonly requestByStaff: (auditId: bigint) => Found<RequestByStaff>;
  readonly movedByStaff: (auditId: bigint, customerId: m.CustomerId) => Found<MovedByStaff>;
  readonly login: (sessionId: m.SessionId) => Found<{ readonly place: m.Place }>;
  readonly depositDecision: (approvalId: m.RequestId) => Found<DepositDecision>;
  readonly outcome: (requestId: m.RequestId) => Found<LateOutcome>;
  readonly orderOutcome: (place: OccurrencePlace) => Found<OrderOutcome>;
  /** Null when the order is active: there is nothing to say any more. */
  readonly orderState: (orderId: m.RequestId) => Found<{ readonly order: m.OrderView }>;
  /** Null when the occurrence is over. */
  readonly orderShort: (place: OccurrencePlace) => Found<OrderShortage>;
  readonly orderByStaff: (auditId: bigint) => Found<OrderByStaff>;
  /** Null unless it can still be answered. */
  readonly sharedInvitation: (id: m.RequestId) => Found<SharedInvitationFacts>;
  /** Null unless it is still in this state. */
  readonly sharedApproval: (
    id: m.RequestId,
    state: 'WAITING' | 'ENDED',
  ) => Found<SharedApprovalFacts>;
  readonly sharedMove: (place: EntryPlace) => Found<SharedMove>;
  readonly sharedChange: (auditId: bigint, customerId: m.CustomerId) => Found<SharedChange>;
  /** Null when it is no longer saved. */
  readonly payee: (payeeId: bigint) => Found<PayeeFacts>;
  readonly security: (auditId: bigint) => Found<SecurityFacts>;
  /** `monday`: days since 1970, in the customer's time zone. Null when no money moved. */
  readonly digest: (customerId: m.CustomerId, monday: bigint) => Found<DigestFacts>;
  /** Null when the customer has used the bank since. */
  readonly unreached: (customerId: m.CustomerId) => Found<UnreachedFacts>;
  /** Null when the code is used or expired. */
  readonly code: (codeId: bigint) => Found<CodeFacts>;
  /** Null unless the request is open: it may be decided before its card is posted. */
  readonly openApproval: (approvalId: m.RequestId) => Found<m.ApprovalView>;
  /** Null unless it is stuck still. */
  readonly stuckJob: (jobId: m.JobId) => Found<m.StuckJob>;
  readonly stuck: (requestId: m.RequestId) => Found<m.StuckConfirmation>;
  readonly staffAct: (auditId: bigint) => Found<StaffActFacts>;
  readonly upkeepFailed: (auditId: bigint) => Found<m.UpkeepFailure>;
  readonly checkpoint: (number: bigint) => Found<{ readonly size: number; readonly root: string }>;
  readonly chainHead: (link: bigint) => Found<{ readonly link: bigint; readonly hash: string }>;
  readonly movement: (transactionId: m.RequestId) => Found<MovementFacts>;
}
