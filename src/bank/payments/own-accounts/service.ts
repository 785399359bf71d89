/** The accounts that a customer has, beyond the one of the registration. */
import type * as m from '../../model/index.ts';

/** A new account as its card showed it. */
export interface NewOwnAccount {
  readonly type: m.AccountType;
  readonly name: string | null;
  /** Of a pot. */
  readonly pot?: m.PotGoal;
}

/**
 * All throw SESSION_EXPIRED. Those that name an account throw ACCOUNT_UNKNOWN for one that is
 * closed or not the customer's own. A change with a request id happens once.
 */
export interface OwnAccountsService {
  /**
   * The open account that the customer means; with ANY a closed one if no open one is meant. With
   * an action also a shared account: throws SHARED_ROLE where the role does not allow it.
   */
  find(
    session: m.Session,
    meant: m.OwnAccountRef,
    among?: 'OPEN' | 'ANY',
    action?: m.SharedAction,
  ): Promise<m.OwnAccount>;
  /** Changes nothing. Throws what `open` would throw. */
  judgeOpening(session: m.Session, wanted: NewOwnAccount): Promise<void>;
  /** Throws ACCOUNTS_TOO_MANY, ACCOUNT_NAME_TAKEN, ACCOUNT_FROZEN, POT_DATE, REQUEST_REUSED. */
  open(session: m.Session, order: NewOwnAccount & m.Confirmed): Promise<m.OwnAccount>;
  /** Throws ACCOUNT_NAME_TAKEN. */
  rename(
    session: m.Session,
    change: { readonly account: m.AccountNumber; readonly name: string },
  ): Promise<m.OwnAccount>;
  /** Throws ACCOUNT_FROZEN, POT_ONLY_SAVES. */
  makeMain(
    session: m.Session,
    order: { readonly account: m.AccountNumber } & m.Confirmed,
  ): Promise<m.OwnAccount>;
  /** Changes nothing. Throws what `close` would throw. */
  judgeClosing(session: m.Session, meant: m.OwnAccountRef): Promise<m.OwnAccount>;
  /**
   * Throws ACCOUNT_IS_MAIN, ACCOUNT_NOT_EMPTY, ACCOUNT_IN_USE and ACCOUNT_FROZEN; for a pot
   * POT_LOCKED and POT_NOT_EMPTY. The entries stay in the books, and the account in statements.
   */
  close(
    session: m.Session,
    order: { readonly account: m.AccountNumber } & m.Confirmed,
  ): Promise<m.OwnAccount>;
}
