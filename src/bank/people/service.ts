/** The bank's services for persons: who they are, how they prove it, what protects them. */
import type { Result } from '../../lib/result.ts';
import type * as m from '../model/types.ts';

export interface Registration {
  readonly discordUserId: m.DiscordUserId;
  readonly place: m.Place;
  readonly details: m.PersonalDetails;
  readonly password: string;
}

export interface Registered {
  readonly account: m.AccountView;
  readonly session: m.Session;
  /** Shown once, stored hashed. */
  readonly recoveryCodes: readonly string[];
}

export interface CustomersService {
  /** Throws ALREADY_REGISTERED, UNDER_AGE, CONTACT_TAKEN: asked after the first form. */
  checkRegistration(discordUserId: m.DiscordUserId, details: m.PersonalDetails): Promise<void>;
  /** Judges a password before it is hashed; the details are the words it must not contain. */
  judgePassword(password: string, details: m.PersonalDetails | null): Result<string>;
  /** Also throws PASSWORD_WEAK. Creates customer, account and session in one transaction. */
  register(registration: Registration): Promise<Registered>;
}

export interface SessionsService {
  /**
   * Ends the former session. Throws LOCKED_OUT, CREDENTIALS_WRONG, ACCOUNT_LOCKED (which also
   * mails a code that lifts the lock), BANK_BUSY.
   */
  login(login: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly password: string;
  }): Promise<m.Session>;
  /** Ending an ended session is not an error. */
  logout(session: m.Session): Promise<void>;
  /** The newest logins, the live one first. Throws SESSION_EXPIRED. */
  recent(session: m.Session, limit: number): Promise<readonly m.SessionView[]>;
}

/** For somebody who has forgotten the password; only for the Discord user of the account. */
export interface RecoveryService {
  /**
   * Mails a code where account number, e-mail and phone are one customer's and the asker is their
   * Discord user. The answer and its time are the same whether or not that is so. Throws
   * CODES_TOO_MANY (3 a day for each Discord user).
   */
  request(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly accountNumber: m.AccountNumber;
    readonly email: string;
    readonly phone: string;
  }): Promise<void>;
  /**
   * Sets the password by the newest request's code or a recovery code, ends all sessions and lowers
   * the outgoing limit for a day. Throws PASSWORD_WEAK, CODE_EXPIRED (also after 5 tries),
   * CODE_WRONG.
   */
  complete(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly code: m.ProofCode;
    readonly password: string;
  }): Promise<void>;
}

export type ProfileField = 'fullName' | 'email' | 'phone';
export interface ProfileChanges extends Pick<m.PersonalDetails, ProfileField> {
  /** A proof as in `AccessService.prove`, judged before anything else is looked at. */
  readonly currentPassword: string;
}
export interface ProfileUpdated {
  /** What holds from now on; a new address holds only after its code. */
  readonly changed: readonly ProfileField[];
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

/** All throw SESSION_EXPIRED. */
export interface ProfileService {
  view(session: m.Session): Promise<m.Profile>;
  /** Also throws MAIL_UNAVAILABLE, CONTACT_TAKEN, CODES_TOO_MANY; then nothing has changed. */
  update(session: m.Session, changes: ProfileChanges): Promise<ProfileUpdated>;
  /** Answers the address that holds now. Throws CODE_EXPIRED, CODE_WRONG, CONTACT_TAKEN. */
  confirmEmail(session: m.Session, code: m.ProofCode): Promise<string>;
  /** Answers the session that replaces the given one. Also throws PASSWORD_WEAK. */
  changePassword(
    session: m.Session,
    change: {
      readonly currentPassword: string;
      readonly password: string;
      readonly place: m.Place;
    },
  ): Promise<m.Session>;
  /** Eight codes, to be shown once; the former ones are void. */
  renewRecoveryCodes(session: m.Session, currentPassword: string): Promise<readonly string[]>;
}

/** What the law calls access and erasure. */
export interface PrivacyService {
  /**
   * Everything the bank knows of the session's customer, as the text of two files. Throws as
   * `AccessService.prove`.
   */
  export(
    session: m.Session,
    proof: string,
  ): Promise<{ readonly json: string; readonly csv: string }>;
  /** Throws what stands in the way of an erasure: SESSION_EXPIRED, ERASURE_IMPOSSIBLE. */
  judgeErasure(session: m.Session): Promise<void>;
  /**
   * Closes the empty account and destroys the key of the personal data; the books stay. Once, and
   * for ever. Throws STEP_UP_NEEDED, SESSION_EXPIRED, ERASURE_IMPOSSIBLE.
   */
  erase(session: m.Session, request: m.Confirmed): Promise<void>;
}

/** The authenticator app. All throw SESSION_EXPIRED. */
export interface SecondFactorService {
  isEnabled(session: m.Session): Promise<boolean>;
  /** A new secret, which proves nothing until confirmed. Throws STEP_UP_NEEDED, TOTP_ENABLED. */
  begin(
    session: m.Session,
    proof: { readonly isProved: boolean },
  ): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Throws TOTP_MISSING, TOTP_ENABLED, LOCKED_OUT, CODE_WRONG. */
  confirm(session: m.Session, code: string): Promise<void>;
  /** Throws STEP_UP_NEEDED, TOTP_MISSING. */
  disable(session: m.Session, proof: { readonly isProved: boolean }): Promise<void>;
}

/** The owner's lock: nobody can log in and no money can leave, until it is lifted. */
export interface LocksService {
  /** Works without a session. False when it was locked already. Throws NOT_REGISTERED. */
  lock(request: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
  }): Promise<boolean>;
  /**
   * By the password and the code that a login mailed, or a recovery code. False when nothing was
   * locked. Throws LOCKED_OUT, CREDENTIALS_WRONG (also without an account), CODE_EXPIRED,
   * CODE_WRONG.
   */
  unlock(proof: {
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly password: string;
    readonly code: m.ProofCode;
  }): Promise<boolean>;
}
