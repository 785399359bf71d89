/**
 * Requests and answers of the simulated customers, as stored in a file outside the database. An
 * operation writes two lines: `asked` before it begins and `answered` after it ended. The number of
 * a line is its time: an earlier line was written before a later one.
 */

export type PaymentKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER' | 'POT_ADD' | 'POT_TAKE';

/** A payment as requested. Amounts are minor units in decimal. */
export interface Payment {
  readonly kind: PaymentKind;
  /** The requesting customer's account number: it pays, or receives a deposit. */
  readonly own: string;
  /** The account number a transfer or a move of a pot goes to; null for the cash desk. */
  readonly payee: string | null;
  /** An amount, or `half` or `all` of the available balance. */
  readonly wish: string;
  readonly memo: string | null;
  /** The sum that was shown before a share of the balance was confirmed. */
  readonly shown?: string;
  /** The fee that the card showed; none unless given. */
  readonly fee?: string;
  /** What the card said is put aside. */
  readonly roundUp?: { readonly amount: string; readonly pot: string };
  /** Where `own` is a shared account: the first account of the member who pays. */
  readonly of?: string;
  /** Who asks, unless it is a session. */
  readonly initiator?: 'ORDER' | 'BANK';
  /** The key of the hold whose money it takes. */
  readonly captures?: string;
  /** Confirmed with a proof, such as the password. */
  readonly isProved?: true;
  /** What a request asks of the payer, by its id. */
  readonly pays?: string;
}

export type Operation =
  /** Opens customer, account and a first session. */
  | { readonly kind: 'register'; readonly discordUserId: string }
  | { readonly kind: 'login'; readonly discordUserId: string }
  | { readonly kind: 'logout'; readonly session: string; readonly discordUserId: string }
  /** Sets the session's times back, so that it reads, and moves money only with a proof. */
  | { readonly kind: 'idle'; readonly session: string }
  | {
      readonly kind: 'pay';
      /** The request id: one key books once. */
      readonly key: string;
      readonly session: string;
      readonly payment: Payment;
    }
  | {
      readonly kind: 'authorise';
      /** The request id, which becomes the id of the hold. */
      readonly key: string;
      readonly session: string;
      readonly payment: Payment;
      readonly expiresInMs: number;
    }
  /** A member of a shared account asks its managers for a payment. */
  | {
      readonly kind: 'askManagers';
      /** The request id, which becomes the id of the approval, its hold and its transaction. */
      readonly key: string;
      readonly session: string;
      readonly payment: Payment;
    }
  /** A manager decides what waits, or the member who asked cancels it. */
  | {
      readonly kind: 'decide';
      readonly approval: string;
      /** The first account of the one who decides. */
      readonly by: string;
      readonly verdict: 'APPROVED' | 'DECLINED' | 'CANCELLED';
    }
  /** A member's part in a shared account from now on. */
  | {
      readonly kind: 'grant';
      readonly shared: string;
      /** The member's first account. */
      readonly member: string;
      /** NONE: the member is removed. */
      readonly role: 'MANAGER' | 'SPENDER' | 'DEPOSITOR' | 'VIEWER' | 'NONE';
      /** Of a month, for a SPENDER. */
      readonly allowance: string | null;
    }
  /** A customer's own limit of the day; null: none from now on. */
  | { readonly kind: 'ownLimit'; readonly account: string; readonly amount: string | null }
  /** What the payments of the account's owner put aside, and where. */
  | {
      readonly kind: 'roundUps';
      readonly account: string;
      readonly pot: string;
      readonly units: number;
    }
  /** Two managers of the bank set a fee that holds from then on, in UTC as in the books. */
  | { readonly kind: 'fee'; readonly terms: FeeTerms }
  /** The same of the interest on a type of account. */
  | { readonly kind: 'rate'; readonly terms: RateTerms }
  /** Two managers of the bank reverse a transaction. */
  | { readonly kind: 'reverse'; readonly key: string; readonly transaction: string }
  /** Ends a hold without a capture. */
  | { readonly kind: 'end'; readonly hold: string; readonly how: 'void' | 'expire' }
  /** A job by which the bank pays the account 1 unit, once. */
  | { readonly kind: 'enqueue'; readonly key: string; readonly account: string }
  /** A standing order that pays once, at once. */
  | {
      readonly kind: 'schedule';
      readonly key: string;
      readonly own: string;
      readonly payee: string;
      readonly amount: string;
    }
  /** The owner cancels a standing order. */
  | { readonly kind: 'cancelOrder'; readonly key: string; readonly session: string }
  /** A customer asks others for money. */
  | {
      readonly kind: 'request';
      /** The request id, which becomes the id of the payment request. */
      readonly key: string;
      readonly session: string;
      /** The account number that is to be paid. */
      readonly own: string;
      /** Account numbers of the payers. */
      readonly dues: readonly { readonly payer: string; readonly amount: string }[];
      readonly expiresInMs: number;
    }
  /** The asker cancels what is still open. */
  | { readonly kind: 'cancel'; readonly request: string; readonly session: string }
  | { readonly kind: 'decline'; readonly due: string; readonly session: string }
  /** A bank process marks all dues that are over by their time. */
  | { readonly kind: 'expireDues' }
  | { readonly kind: 'read'; readonly session: string; readonly account: string }
  /** Staff freeze and unfreeze an account. */
  | { readonly kind: 'freeze'; readonly account: string }
  | { readonly kind: 'unfreeze'; readonly account: string };

/** Minor units; `perMille` of the amount, rounded down. */
export interface FeeTerms {
  readonly movement: 'TRANSFER' | 'WITHDRAWAL';
  readonly flat: number;
  readonly perMille: number;
  readonly least: number;
  readonly most: number | null;
  /** So many movements of a customer in a month are free. */
  readonly free: number;
  /** YYYY-MM-DD HH:MM:SS.ffffff. */
  readonly from: string;
}

export interface RateTerms {
  readonly type: 'SAVINGS' | 'POT';
  /** Hundredths of a per cent a year. */
  readonly basisPoints: number;
  readonly from: string;
}

export interface ReceiptFacts {
  readonly reference: string;
  readonly amount: string;
  readonly balanceBefore: string;
  readonly balanceAfter: string;
  readonly bookedAt: string;
  readonly replayed: boolean;
}

/** The newest entry of the account, and the balance read just before it. */
export interface ReadFacts {
  readonly balance: string;
  readonly seq: string;
  readonly balanceAfter: string;
}

export interface SessionFacts {
  readonly session: string;
  readonly account: string;
}

export type Answer =
  | {
      readonly outcome: 'ok';
      readonly receipt?: ReceiptFacts;
      readonly read?: ReadFacts;
      readonly session?: SessionFacts;
      /** How a hold ended; null while its time is not over. */
      readonly ending?: string | null;
      /** The ids of what a request asks of each payer, in its order. */
      readonly dues?: readonly string[];
      /** Of an approval after a decision. */
      readonly state?: string;
      /** How many dues were cancelled or marked. */
      readonly count?: number;
    }
  /** Decided and refused: nothing moved, and nothing ever will. */
  | { readonly outcome: 'declined'; readonly code: string }
  /** Not decided; this request moved nothing. */
  | { readonly outcome: 'busy'; readonly code: string }
  | { readonly outcome: 'unknown'; readonly why: string };

export interface Asked {
  readonly event: 'asked';
  /** Number of the operation, the same in its answer. */
  readonly ask: number;
  readonly client: string;
  readonly operation: Operation;
}
export interface Answered {
  readonly event: 'answered';
  readonly ask: number;
  readonly answer: Answer;
}
/** Further facts about a violation: seeds, faults, recoveries. */
export interface Noted {
  readonly event: 'noted';
  readonly note: string;
}
export type HistoryEvent = Asked | Answered | Noted;

/** An operation with its lines; an operation without an answer ended as unknown. */
export interface Act {
  readonly ask: number;
  readonly client: string;
  readonly operation: Operation;
  readonly askedAt: number;
  /** Infinity if it was never answered. */
  readonly answeredAt: number;
  readonly answer: Answer;
}

export type PayAct = Act & { readonly operation: Extract<Operation, { kind: 'pay' }> };
export type AuthoriseAct = Act & {
  readonly operation: Extract<Operation, { kind: 'authorise' }>;
};
export type ActOf<Kind extends Operation['kind']> = Act & {
  readonly operation: Extract<Operation, { kind: Kind }>;
};
export const actsOf = <Kind extends Operation['kind']>(
  acts: readonly Act[],
  kind: Kind,
): ActOf<Kind>[] => acts.filter((act): act is ActOf<Kind> => act.operation.kind === kind);

export const isPay = (act: Act): act is PayAct => act.operation.kind === 'pay';

export interface History {
  readonly seed: string;
  readonly acts: readonly Act[];
  readonly notes: readonly { readonly at: number; readonly note: string }[];
}

const neverAnswered: Answer = { outcome: 'unknown', why: 'never answered' };

/** Joins each request with its answer; the position in the list is the time. */
export function historyOf(events: readonly HistoryEvent[], seed: string): History {
  const acts = new Map<number, Act>();
  const notes: { at: number; note: string }[] = [];
  for (const [at, event] of events.entries()) {
    if (event.event === 'noted') {
      notes.push({ at, note: event.note });
    } else if (event.event === 'asked') {
      const { ask, client, operation } = event;
      if (acts.has(ask)) throw new Error(`Operation ${ask} was asked twice`);
      const open = { askedAt: at, answeredAt: Infinity, answer: neverAnswered };
      acts.set(ask, { ask, client, operation, ...open });
    } else {
      const act = acts.get(event.ask);
      if (act === undefined) throw new Error(`Operation ${event.ask} was answered but never asked`);
      acts.set(event.ask, { ...act, answeredAt: at, answer: event.answer });
    }
  }
  return { seed, acts: [...acts.values()], notes };
}
