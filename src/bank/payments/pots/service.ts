/** Pots: accounts of a customer that only save. */
import type * as m from '../../model/index.ts';

/** A new pot as its card showed it. */
export interface NewPot extends m.PotGoal {
  readonly name: string;
}

/** Money into a pot or out of it. */
export interface PotMove {
  readonly pot: m.AccountNumber;
  /** The customer's account on the other side: the main one unless given. */
  readonly account?: m.AccountNumber | undefined;
  readonly wish: m.AmountWish;
}

export interface PotLocking {
  readonly pot: m.AccountNumber;
  /** YYYY-MM-DD: the lock ends when this day begins in UTC. */
  readonly untilDay: string;
  readonly waitHours: number;
}

export interface RoundUps {
  readonly pot: m.OwnAccount;
  readonly units: m.RoundUpUnits;
}

/** Null: payments are no longer rounded up. */
export interface RoundUpsWanted {
  readonly pot: m.AccountNumber | null;
  readonly units: m.RoundUpUnits;
}

/**
 * All throw SESSION_EXPIRED. Those that name a pot throw POT_UNKNOWN for an account that is not an
 * open pot of the customer. `judge…` and `quote…` change nothing and throw what the act would
 * throw. An act with a request id happens once.
 */
export interface PotsService {
  /** The pot that the customer means; null: their only one. */
  find(session: m.Session, meant: m.OwnAccountRef | null): Promise<m.OwnAccount>;
  /** Throws POT_DATE, ACCOUNTS_TOO_MANY, ACCOUNT_NAME_TAKEN, ACCOUNT_FROZEN. */
  judgeOpening(session: m.Session, wanted: NewPot): Promise<void>;
  open(session: m.Session, order: NewPot & m.Confirmed): Promise<m.OwnAccount>;
  /**
   * Moves count towards no limit. Throws as payments do, and POT_LOCKED when money is taken while
   * the lock holds by the database's time.
   */
  quoteAdd(session: m.Session, move: PotMove): Promise<m.Quote>;
  quoteTake(session: m.Session, move: PotMove): Promise<m.Quote>;
  add(session: m.Session, move: PotMove & m.Confirmed): Promise<m.Receipt>;
  take(session: m.Session, move: PotMove & m.Confirmed): Promise<m.Receipt>;
  /** When the lock would end. Throws POT_DATE, POT_LOCK_SHORTER. */
  judgeLock(session: m.Session, locking: PotLocking): Promise<{ readonly until: Date }>;
  /** An early release that was asked for before no longer counts. */
  lock(session: m.Session, locking: PotLocking & m.Confirmed): Promise<m.OwnAccount>;
  /** Throws POT_NOT_LOCKED, POT_RELEASING. */
  judgeRelease(session: m.Session, pot: m.OwnAccountRef | null): Promise<m.OwnAccount>;
  /** The lock ends after the wait that was chosen with it, or at its own end if that is sooner. */
  release(
    session: m.Session,
    order: { readonly pot: m.AccountNumber } & m.Confirmed,
  ): Promise<m.OwnAccount>;
  /** Null: payments are not rounded up. */
  roundUps(session: m.Session): Promise<RoundUps | null>;
  /** Throws ROUND_UP_WHOLE. */
  judgeRoundUps(session: m.Session, wanted: RoundUpsWanted): Promise<void>;
  setRoundUps(session: m.Session, order: RoundUpsWanted & m.Confirmed): Promise<RoundUps | null>;
}
