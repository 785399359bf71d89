/** Making a request: what its card shows, and the request once it is confirmed. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { instantFromSql } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { doneOrUnknown } from '../../audit/index.ts';
import { insertMessages } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  normalMemo,
  payersMax,
  openRequestsMax,
  requestDays,
} from '../../model/index.ts';
import { expiryOf, split } from './splitting.ts';
import { insertDues } from './store/dues.ts';
import {
  askerAccount,
  findMembers,
  findOwners,
  lockCustomersOf,
  type PayerRow,
} from './store/payers.ts';
import { countOpenOf, insertRequest, lockRequest } from './store/requests.ts';

export interface AskingTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  /** Throws SESSION_EXPIRED. */
  readonly assertReads: (reader: Reader, session: m.Session) => Promise<void>;
}

/**
 * Throws SESSION_EXPIRED for an account that is not theirs, ACCOUNT_CLOSED, ACCOUNT_FROZEN,
 * POT_ONLY_SAVES.
 */
async function receivingAccount(
  reader: Reader,
  asker: m.CustomerId,
  number: m.AccountNumber | undefined,
) {
  const account = await askerAccount(reader, asker, number ?? null);
  if (account === null) throw new BankError('SESSION_EXPIRED');
  if (account.status === 'CLOSED') throw new BankError('ACCOUNT_CLOSED');
  if (account.status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  if (account.isPot) throw new BankError('POT_ONLY_SAVES', { tried: 'RECEIVE' });
  return account;
}

/** Throws REQUESTS_OPEN. */
async function assertFewOpen(reader: Reader, asker: m.CustomerId): Promise<void> {
  if ((await countOpenOf(reader, asker)) >= openRequestsMax) {
    throw new BankError('REQUESTS_OPEN', { whose: 'OWN', max: openRequestsMax });
  }
}

/** Null: the person can be asked. */
function unaskedFor(asker: m.CustomerId, row: PayerRow | undefined): m.Unasked | null {
  if (row === undefined) return 'NO_ACCOUNT';
  if (row.customerId === asker) return 'SELF';
  if (row.blocks) return 'UNWANTED';
  return row.open >= openRequestsMax ? 'FULL' : null;
}

/** The refusal where the only person who was named cannot be asked. */
function refusalOf(why: m.Unasked, isMember: boolean): BankError {
  switch (why) {
    case 'SELF':
      return new BankError('REQUEST_SELF');
    case 'NO_ACCOUNT':
      return new BankError(isMember ? 'MEMBER_UNAVAILABLE' : 'TARGET_UNAVAILABLE');
    case 'UNWANTED':
      return new BankError('REQUEST_UNWANTED');
    case 'FULL':
      return new BankError('REQUESTS_OPEN', { whose: 'PAYER', max: openRequestsMax });
  }
}

interface Chosen {
  readonly payers: readonly PayerRow[];
  readonly unasked: m.RequestQuote['unasked'];
}

/** Each customer once, in the order given. Throws REQUEST_PAYERS, and as `refusalOf`. */
async function choose(
  reader: Reader,
  asker: m.CustomerId,
  { members, account }: Pick<m.RequestWanted, 'members' | 'account'>,
): Promise<Chosen> {
  const wanted = [...new Set(members)];
  if (wanted.length > payersMax) throw new BankError('REQUEST_PAYERS', { max: payersMax });
  const found = await findMembers(reader, asker, wanted);
  const owners = account === null ? [] : await findOwners(reader, asker, [account]);
  const rows = [
    ...wanted.map((member) => ({ member, row: found.find((one) => one.member === member) })),
    ...(account === null ? [] : [{ member: owners[0]?.member, row: owners[0] }]),
  ];
  const payers: PayerRow[] = [];
  const unasked: { member: m.DiscordUserId; why: m.Unasked }[] = [];
  for (const { member, row } of rows) {
    const why = unaskedFor(asker, row);
    if (why === null && row !== undefined) {
      if (!payers.some(({ customerId }) => customerId === row.customerId)) payers.push(row);
    } else if (why !== null) {
      if (rows.length === 1) throw refusalOf(why, account === null);
      if (member !== undefined) unasked.push({ member, why });
      else throw refusalOf(why, false);
    }
  }
  if (payers.length === 0) throw new BankError('REQUEST_PAYERS', { max: payersMax });
  if (payers.length > payersMax) throw new BankError('REQUEST_PAYERS', { max: payersMax });
  return { payers, unasked };
}

/** Moves and stores nothing. */
export async function quoteRequest(
  { pool, assertReads }: AskingTools,
  session: m.Session,
  wanted: m.RequestWanted,
): Promise<m.RequestQuote> {
  const { customerId: asker } = session;
  await assertReads(pool, session);
  const { payer: into } = await receivingAccount(pool, asker, wanted.into);
  await assertFewOpen(pool, asker);
  const { payers, unasked } = await choose(pool, asker, wanted);
  const { amounts, total, firstWithMore } = split(wanted.amount, payers.length);
  const now = instantFromSql(await databaseNow(pool));
  return {
    into,
    dues: payers.map(({ accountNumber, payer, member }, index) => ({
      accountNumber,
      payer,
      member,
      amount: amounts[index]!,
    })),
    unasked,
    total,
    firstWithMore,
    memo: normalMemo(wanted.memo),
    dueOn: wanted.dueOn,
    expiresAt: expiryOf(now, wanted),
  };
}

/** A card is confirmed minutes after it is made, and a day ends up to a day later. */
const expirySlackMs = dayMs;

/** Throws REQUEST_TIME where the card's expiry is past, or further away than allowed. */
function assertTime(now: Date, { expiresAt }: m.RequestOrder): void {
  const leftMs = expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) throw new BankError('REQUEST_TIME', { fault: 'EXPIRY_PAST' });
  if (leftMs > requestDays.most * dayMs + expirySlackMs) {
    throw new BankError('REQUEST_TIME', { fault: 'EXPIRY_LATE' });
  }
}

/** The payers of the card, in its order, if each of them can still be asked. */
async function payersOf(
  tx: Tx,
  asker: m.CustomerId,
  { dues }: m.RequestOrder,
): Promise<PayerRow[]> {
  const numbers = dues.map(({ accountNumber }) => accountNumber);
  const ids = (await findOwners(tx, asker, numbers)).map(({ customerId }) => customerId);
  if (ids.length < dues.length) throw new BankError('REQUEST_CHANGED');
  await lockCustomersOf(tx, [asker, ...ids]);
  const rows = await findOwners(tx, asker, numbers);
  const payers = numbers.flatMap(
    (number) => rows.find((one) => one.accountNumber === number) ?? [],
  );
  const refusals = payers.map((row) => unaskedFor(asker, row)).filter((why) => why !== null);
  const [first] = refusals;
  if (first !== undefined && dues.length === 1) throw refusalOf(first, true);
  if (payers.length < dues.length || refusals.length > 0) throw new BankError('REQUEST_CHANGED');
  return payers;
}

/** Writes the request and a message to each payer, once. Throws what the quote throws. */
export async function makeRequest(
  { pool, nextId, assertReads }: AskingTools,
  session: m.Session,
  order: m.RequestOrder & { readonly requestId: m.RequestId },
): Promise<void> {
  const { requestId: id, dues, memo, dueOn, expiresAt } = order;
  const { customerId: asker } = session;
  const make = async () =>
    withTransaction(pool, async (tx) => {
      // With its lock: an attempt whose answer was lost may still be committing.
      const earlier = await lockRequest(tx, id);
      if (earlier !== null) {
        if (earlier.asker !== asker) throw new BankError('REQUEST_REUSED');
        return;
      }
      await assertReads(tx, session);
      const payers = await payersOf(tx, asker, order);
      const { accountId } = await receivingAccount(tx, asker, order.intoAccount);
      await assertFewOpen(tx, asker);
      const at = await databaseNow(tx);
      assertTime(instantFromSql(at), order);
      const request = { id, asker, accountId, reminders: 0, memo: normalMemo(memo) };
      await insertRequest(tx, { ...request, dueOn, expiresAt }, at);
      const rows = payers.map(({ customerId: payer }, place) => ({
        id: nextId() as m.RequestId,
        requestId: id,
        place,
        payer,
        accountId,
        amount: dues[place]!.amount,
      }));
      await insertDues(tx, rows, { at, expiresAt });
      const messages = rows.map(({ id: dueId, payer: customerId }) => ({
        id: nextId(),
        customerId,
        subject: { kind: 'REQUEST', dueId, reminder: 0n } as const,
      }));
      await insertMessages(tx, messages, at);
    });
  await doneOrUnknown(async () =>
    make().catch(async (error: unknown) => {
      // The same request was being made when this attempt looked for it.
      if (!isDuplicate(error, 'PRIMARY')) throw error;
      return make();
    }),
  );
}
