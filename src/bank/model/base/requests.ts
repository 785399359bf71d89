/** Requests for money, as the people who ask and pay see them. */
import type { PartyView } from './views.ts';
import type {
  AccountNumber,
  Amount,
  Balance,
  DiscordUserId,
  Reference,
  RequestId,
} from './types.ts';

/** OPEN and PART_PAID can still be paid; every other state is final. */
export const dueStates = ['OPEN', 'PART_PAID', 'PAID', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;
export type DueState = (typeof dueStates)[number];

export const isPayable = (state: DueState): boolean => state === 'OPEN' || state === 'PART_PAID';

/** How many people a request may ask. */
export const payersMax = 100;
/** How many open requests one person may have to pay, and how many one asker may have made. */
export const openRequestsMax = 20;
export const remindersMax = 3;
/** Days until a request expires, unless given, and at most. */
export const requestDays = { usual: 10, most: 90 } as const;

/** Each of the payers is asked for `each`, or all of them together for `total`. */
export type RequestAmount = { readonly each: Amount } | { readonly total: Amount };

/** A number of days from now, or the last day (YYYY-MM-DD, UTC) on which it can be paid. */
export type Expiry = { readonly days: number } | { readonly day: string };

export interface RequestWanted {
  /** The asker's account that is paid: the main one unless given. */
  readonly into?: AccountNumber | undefined;
  /** In the order in which they pay what a split leaves over. */
  readonly members: readonly DiscordUserId[];
  readonly account: AccountNumber | null;
  readonly amount: RequestAmount;
  readonly memo: string | null;
  /** YYYY-MM-DD; only shown. */
  readonly dueOn: string | null;
  readonly expiry: Expiry | null;
}

/** Why a person cannot be asked. NO_ACCOUNT: none that is open. FULL: too many open requests. */
export type Unasked = 'SELF' | 'NO_ACCOUNT' | 'UNWANTED' | 'FULL';

export interface QuotedDue {
  readonly accountNumber: AccountNumber;
  readonly payer: PartyView;
  readonly member: DiscordUserId;
  readonly amount: Amount;
}

/** A request as it would be made now. */
export interface RequestQuote {
  readonly into: PartyView;
  readonly dues: readonly QuotedDue[];
  readonly unasked: readonly { readonly member: DiscordUserId; readonly why: Unasked }[];
  readonly total: bigint;
  /** How many of the first payers are asked for one minor unit more than the others. */
  readonly firstWithMore: number;
  readonly memo: string | null;
  readonly dueOn: string | null;
  readonly expiresAt: Date;
}

/** A request as its card showed it. */
export interface RequestOrder {
  /** The account that is paid; the main one in cards of versions that did not name it. */
  readonly intoAccount?: AccountNumber | undefined;
  readonly dues: readonly {
    readonly accountNumber: AccountNumber;
    readonly amount: Amount;
  }[];
  readonly memo: string | null;
  readonly dueOn: string | null;
  readonly expiresAt: Date;
}

/** What one payer is asked for. */
export interface DueView {
  readonly id: RequestId;
  readonly payer: PartyView;
  /** Of an erased customer: a mark that is no Discord id. */
  readonly member: DiscordUserId;
  readonly amount: Amount;
  readonly paid: Balance;
  readonly state: DueState;
  /** When the state was reached. */
  readonly changedAt: Date;
}

/** A request without its payers. */
export interface RequestSummary {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly asker: PartyView;
  readonly askerMember: DiscordUserId;
  readonly memo: string | null;
  readonly dueOn: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly reminders: number;
  readonly people: number;
  readonly peoplePaid: number;
  /** Payers who can still pay. */
  readonly peopleOpen: number;
  readonly asked: bigint;
  readonly received: bigint;
}

export interface RequestView extends RequestSummary {
  /** In the order of the request. */
  readonly dues: readonly DueView[];
}

/** A due with the request that it belongs to, as its payer sees it. */
export interface OwnDue {
  readonly request: RequestSummary;
  readonly due: DueView;
}
