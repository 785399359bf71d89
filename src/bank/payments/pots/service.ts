/** Pots: accounts of a customer that only save. */
import type * as m from '../../model/index.ts';

/** A new pot as its card showed it. */
export interface NewPot extends m.PotGoal {
  readonly name: string;
  /** The shared account to which it belongs; the customer themselves unless given. */
  readonly of?: m.AccountNumber | undefined;
}

/** Money into a pot or out of it. */
export interface PotMove {
  readonly pot: m.AccountNumber;
  /** The customer's account on the other side: the main one unless given, or the shared one. */
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
  /** The shared account whose payments no longer are; the customer's own unless given. */
  readonly of?: m.AccountNumber | undefined;
}

/** Pots of the customer's shared accounts, and where payments from those are rounded up. */
export interface SharedPots {
  readonly pots: readonly m.OwnAccount[];
  readonly roundUps: readonly RoundUps[];
}

/**
 * All throw SESSION_EXPIRED. Those that name a pot throw POT_UNKNOWN for an account that is not an
 * open pot of the customer, or of a shared account of theirs, and SHARED_ROLE where the customer
 * does not manage that. Its other managers get messages of each change. `judge…` and `quote…`
 * change nothing and throw what the act would throw. An act with a request id happens once.
 */
export interface PotsService {
  /** Closed ones too. */
  shared(session: m.Session): Promise<SharedPots>;
  /** The pot that the customer means; null: their only own one. */
  find(session: m.Session, meant: m.OwnAccountRef | null): Promise<m.OwnAccount>;
  /**
   * Throws POT_DATE, ACCOUNTS_TOO_MANY, ACCOUNT_NAME_TAKEN, ACCOUNT_FROZEN; of a shared account
   * ACCOUNT_UNKNOWN, ACCOUNT_CLOSED.
   */
  judgeOpening(session: m.Session, wanted: NewPot): Promise<void>;
  open(session: m.Session, order: NewPot & m.Confirmed): Promise<m.OwnAccount>;
  /**
   * Moves count towards no limit and no allowance. Throws as payments do, POT_LOCKED when money is
   * taken while the lock holds by the database's time, and POT_ONLY_SAVES where a pot of a shared
   * account would move money from or to another account than that.
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
  /** Throws POT_LOCKED, POT_NOT_EMPTY, ACCOUNT_FROZEN. */
  judgeClosing(session: m.Session, pot: m.OwnAccountRef): Promise<m.OwnAccount>;
  close(
    session: m.Session,
    order: { readonly pot: m.AccountNumber } & m.Confirmed,
  ): Promise<m.OwnAccount>;
  /** Null: the customer's own payments are not rounded up. */
  roundUps(session: m.Session): Promise<RoundUps | null>;
  /** Throws ROUND_UP_WHOLE. */
  judgeRoundUps(session: m.Session, wanted: RoundUpsWanted): Promise<void>;
  setRoundUps(session: m.Session, order: RoundUpsWanted & m.Confirmed): Promise<RoundUps | null>;
}
