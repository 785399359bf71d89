/**
 * Every kind of money movement, a row each: what the ledger asks of it. Nothing else decides by
 * kind; what people read about it is in src/words.
 */
import type { ErrorCode } from './errors.ts';

/** Messages about one entry of an account. The payer of MONEY_RECEIVED gets MONEY_SENT. */
type EntryNotice = 'MONEY_RECEIVED' | 'MONEY_SENT';

interface MoneyKind {
  /**
   * The end whose owner's limits and sums of the day count it, and who must be the customer that
   * asks. Null: it is free of limits, and customers ask for it only where `isOwn`.
   */
  readonly counts: 'source' | 'target' | null;
  /**
   * It moves money between accounts of one customer, who may ask for it although it is free of
   * limits.
   */
  readonly isOwn: boolean;
  /** Whether it may reach pots: never, within one customer's accounts, or always. */
  readonly pots: 'NEVER' | 'OWN' | 'ALWAYS';
  /** Whether a customer's account that pays must be open and unlocked, or only not closed. */
  readonly source: 'ACTIVE' | 'NOT_CLOSED';
  /** What refuses it where the receiving account is closed or unknown. */
  readonly targetClosed: Extract<ErrorCode, 'ACCOUNT_CLOSED' | 'TARGET_UNAVAILABLE'>;
  /** Whether a customer must prove themselves above the sum that the settings name. */
  readonly asksProof: boolean;
  /** The message about it, and the end whose owner gets it; see `messages/kinds/registry.ts`. */
  readonly notice: { readonly kind: EntryNotice; readonly to: 'source' | 'target' } | null;
}

export const moneyKinds = {
  DEPOSIT: {
    counts: 'target',
    isOwn: false,
    pots: 'NEVER',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  WITHDRAWAL: {
    counts: 'source',
    isOwn: false,
    pots: 'NEVER',
    source: 'ACTIVE',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: true,
    notice: { kind: 'MONEY_SENT', to: 'source' },
  },
  TRANSFER: {
    counts: 'source',
    isOwn: false,
    pots: 'NEVER',
    source: 'ACTIVE',
    targetClosed: 'TARGET_UNAVAILABLE',
    asksProof: true,
    notice: { kind: 'MONEY_RECEIVED', to: 'target' },
  },
  REVERSAL: {
    counts: null,
    isOwn: false,
    pots: 'ALWAYS',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  ADJUSTMENT: {
    counts: null,
    isOwn: false,
    pots: 'ALWAYS',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  FEE: {
    counts: null,
    isOwn: false,
    pots: 'NEVER',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  ROUND_UP: {
    counts: null,
    isOwn: false,
    pots: 'OWN',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  POT_ADD: {
    counts: null,
    isOwn: true,
    pots: 'OWN',
    source: 'ACTIVE',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  POT_TAKE: {
    counts: null,
    isOwn: true,
    pots: 'OWN',
    source: 'ACTIVE',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
  /** Of a month, credited by the bank. */
  INTEREST: {
    counts: null,
    isOwn: false,
    pots: 'ALWAYS',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: { kind: 'MONEY_RECEIVED', to: 'target' },
  },
  /** A balance that the customer had with another bot. */
  IMPORT: {
    counts: null,
    isOwn: false,
    pots: 'NEVER',
    source: 'NOT_CLOSED',
    targetClosed: 'ACCOUNT_CLOSED',
    asksProof: false,
    notice: null,
  },
} as const satisfies Readonly<Record<string, MoneyKind>>;

export type TransactionKind = keyof typeof moneyKinds;
export const transactionKinds = Object.keys(moneyKinds) as readonly TransactionKind[];

/** What the ledger asks of a kind. */
export const policyOf = (kind: TransactionKind): MoneyKind => moneyKinds[kind];

interface InitiatorPolicy {
  /** It asks in a session, which must be live when it is booked. */
  readonly hasSession: boolean;
  /** Whether limits hold for it, and whether it may be asked for a proof. */
  readonly isLimited: boolean;
  readonly proves: boolean;
  /** It may move only the money of its own customer. */
  readonly ownsMoney: boolean;
  /** Whether the ledger writes the messages about it; who acts for staff writes their own. */
  readonly notifies: boolean;
  /** Whether the payer gets one of them; an order has messages of its own for its payer. */
  readonly tellsPayer: boolean;
  /** The audit row that the ledger writes beside it. */
  readonly audits: 'BOOKED_BY_ORDER' | 'BOOKED_BY_BANK' | null;
}

/** Who or what asks for a movement, a row each. */
export const initiators = {
  SESSION: {
    hasSession: true,
    isLimited: true,
    proves: true,
    ownsMoney: true,
    notifies: true,
    tellsPayer: true,
    audits: null,
  },
  STAFF: {
    hasSession: true,
    isLimited: true,
    proves: false,
    ownsMoney: false,
    notifies: false,
    tellsPayer: true,
    audits: null,
  },
  ORDER: {
    hasSession: false,
    isLimited: true,
    proves: false,
    ownsMoney: true,
    notifies: true,
    tellsPayer: false,
    audits: 'BOOKED_BY_ORDER',
  },
  /** The managers of a shared account have approved what one of its members asked for. */
  MEMBERS: {
    hasSession: false,
    isLimited: true,
    proves: false,
    ownsMoney: true,
    notifies: true,
    tellsPayer: true,
    audits: null,
  },
  BANK: {
    hasSession: false,
    isLimited: false,
    proves: false,
    ownsMoney: false,
    notifies: true,
    tellsPayer: true,
    audits: 'BOOKED_BY_BANK',
  },
  /** `npm run import`, which writes one audit row and the messages itself. */
  IMPORT: {
    hasSession: false,
    isLimited: false,
    proves: false,
    ownsMoney: false,
    notifies: false,
    tellsPayer: false,
    audits: null,
  },
} as const satisfies Readonly<Record<string, InitiatorPolicy>>;

export type InitiatorKind = keyof typeof initiators;
export const initiatorOf = (kind: InitiatorKind): InitiatorPolicy => initiators[kind];
