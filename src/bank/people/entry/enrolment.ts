/** The rows of a registration, in one database transaction that may be repeated. */
import { isDuplicate } from '../../../db/errors.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { type AccountRow, accountsOfSession, openAccount } from '../../accounts/index.ts';
import { insertAudit } from '../../audit/index.ts';
import { findClaim, takeOver } from '../../imports/index.ts';
import { recoveryCodeHash } from '../../keys/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, BankError, maskedName } from '../../model/index.ts';
import type { OwnData } from '../details/own.ts';
import { wordIndexes } from '../details/name-words.ts';
import { sealDetails } from '../details/sealed.ts';
import { insertCredential, insertRecoveryCodes, type PasswordHash } from '../store/credentials.ts';
import { findCustomer, insertCustomer, insertDetails } from '../store/customers.ts';
import { replaceWords } from '../store/name-words.ts';
import { findSession, insertSession } from '../store/sessions.ts';

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
  /** The balance that an import has left for the customer; null: none. */
  readonly movedIn: m.Amount | null;
}

/** Ids and secrets are made before the first attempt; each attempt draws an account number. */
export interface Enrolment {
  readonly registration: Registration;
  readonly customerId: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly sessionId: m.SessionId;
  readonly auditId: bigint;
  readonly password: PasswordHash;
  readonly recoveryCodes: readonly string[];
  readonly currency: m.Currency;
}

export interface Enrolled {
  readonly account: AccountRow;
  readonly session: m.Session;
  readonly movedIn: m.Amount | null;
}

const numberAttemptsMax = 8;

async function insertCustomerRows(tx: Tx, own: OwnData, plan: Enrolment): Promise<void> {
  const { customerId, registration, password, recoveryCodes } = plan;
  await insertDetails(tx, sealDetails(own.keys, customerId, registration.details));
  await replaceWords(tx, customerId, wordIndexes(own.keys, registration.details.fullName));
  await insertCredential(tx, customerId, password);
  await insertRecoveryCodes(tx, customerId, {
    hashes: recoveryCodes.map((code) => recoveryCodeHash(own.keys, code)),
    createdAt: await databaseNow(tx),
  });
}

/** With the customer and the account that an import has left for the Discord user, if it has. */
async function insertAll(tx: Tx, own: OwnData, given: Enrolment): Promise<void> {
  const { sessionId, registration, currency } = given;
  const { discordUserId, place, details } = registration;
  const holderName = maskedName(details.fullName);
  const claimed = await findClaim(tx, { discordUserId, currency: currency.code });
  const plan = claimed === null ? given : { ...given, customerId: claimed.customerId };
  const { customerId } = plan;
  if (claimed === null) {
    await insertCustomer(tx, { id: customerId, discordUserId });
    await openAccount(tx, { id: plan.accountId, customerId, holderName, currency: currency.code });
  } else await takeOver(tx, claimed, { discordUserId, holderName, nextId: own.nextId });
  await insertCustomerRows(tx, own, plan);
  await insertSession(tx, { id: sessionId, customerId, discordUserId, place });
  await insertAudit(tx, {
    id: plan.auditId,
    action: 'REGISTERED',
    actor: discordUserId,
    target: customerId,
    sessionId,
    details: {},
  });
}

/** Writes nothing when an earlier attempt with this plan was committed. */
async function enrolOnce(tx: Tx, own: OwnData, plan: Enrolment): Promise<Enrolled> {
  const known = await findCustomer(tx, plan.registration.discordUserId);
  if (known === null) await insertAll(tx, own, plan);
  const session = await findSession(tx, plan.sessionId, own.limits);
  if (session === null) throw new BankError('ALREADY_REGISTERED');
  const [account] = await accountsOfSession(tx, session, own.limits);
  if (account === undefined) throw new BankError('ALREADY_REGISTERED');
  // No payment can have reached an account that has just been opened.
  const movedIn = account.balance > 0n ? amountOf(account.balance) : null;
  return { account, session, movedIn };
}

/** Duplicates that allow another attempt: a taken number, or rows of an attempt committed late. */
const retried = ['accounts_number', 'customers_discord_user', 'PRIMARY'];

/** Throws CONTACT_TAKEN and ALREADY_REGISTERED; tries other numbers while one is taken. */
export async function enrol(own: OwnData, plan: Enrolment): Promise<Enrolled> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTransaction(own.pool, async (tx) => enrolOnce(tx, own, plan));
    } catch (error) {
      const taken = ['customer_details_email', 'customer_details_phone'];
      if (taken.some((key) => isDuplicate(error, key))) throw new BankError('CONTACT_TAKEN');
      const isRetried = retried.some((key) => isDuplicate(error, key));
      if (!isRetried || attempt >= numberAttemptsMax) throw error;
    }
  }
}
