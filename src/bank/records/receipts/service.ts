/** Receipts: made for the parties of a transaction, and checked for everyone. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { withTransaction } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import {
  codeText,
  readCode,
  readReceipt,
  type ReceiptFacts,
  receiptFileText,
  receiptText,
  type SealedReceipt,
} from '../../../records/receipt/index.ts';
import {
  accountsOfSession,
  actorsIn,
  lockLiveSession,
  sharedReadBy,
  type SharedRow,
} from '../../accounts/index.ts';
import { insertAudit, placeDetails, type SignText } from '../../audit/index.ts';
import type { Keys } from '../../keys/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  numberTail,
  parseReference,
  referenceOf,
  type SessionLimits,
} from '../../model/index.ts';
import {
  findReceiptRow,
  type FurtherPosting,
  furtherPostings,
  type ReceiptRow,
  type ReceiptSide,
  saveShowsAmounts,
  showsAmounts,
} from '../store/receipts.ts';
import { createTags, type Tags } from './tags.ts';

/** A receipt for a party of the transaction. */
export interface IssuedReceipt {
  readonly id: m.RequestId;
  readonly receipt: SealedReceipt;
  /** The canonical text with the bank's signature, as a file; unsigned before the first leaf. */
  readonly text: string;
  /** The signed proof of a file with this SHA-256 that shows the receipt; null before the log. */
  readonly proof: (file: Uint8Array) => Promise<string | null>;
  /** For `/verify`. */
  readonly code: string;
  readonly reversedAt: Date | null;
  /** Fees and round-ups of the same transaction; only the payer sees them, or its members. */
  readonly further: readonly FurtherPosting[];
  /** The customer's choice; null where they are not the payer. */
  readonly showsAmounts: boolean | null;
  /** The member who acted for a shared account of the customer; null: none. */
  readonly actor: string | null;
}

export type VerifiedReceipt =
  | { readonly state: 'UNKNOWN' }
  | {
      readonly state: 'GENUINE' | 'REVERSED';
      readonly reference: m.Reference;
      readonly reversedAt: Date | null;
      /** Not only the code: every character of the text was checked. */
      readonly isWhole: boolean;
      /** Null for people who may not see it. */
      readonly shown: Pick<ReceiptFacts, 'amount' | 'bookedAt'> | null;
      /** Only for a party, or where the whole text was checked. */
      readonly parties: Pick<ReceiptFacts, 'from' | 'to'> | null;
    };

export interface ReceiptsService {
  /**
   * Throws SESSION_EXPIRED; TRANSACTION_UNKNOWN where no account that the customer may read is a
   * party.
   */
  of(session: m.Session, id: m.RequestId): Promise<IssuedReceipt>;
  /**
   * A code, or the text of a receipt. Wrong codes, unknown references and changed texts give the
   * same answer. `viewer`: the customer who is logged in.
   */
  verify(
    typed: string,
    viewer: { readonly customerId: m.CustomerId | null },
  ): Promise<VerifiedReceipt>;
  /** Whether everyone with a code sees what the customer paid. Throws SESSION_EXPIRED. */
  showAmounts(session: m.Session, isShown: boolean): Promise<void>;
}

const unknown: VerifiedReceipt = { state: 'UNKNOWN' };

const partyOf = ({ holderName: name, accountNumber }: ReceiptSide) => ({
  name,
  numberTail: accountNumber === null ? null : numberTail(accountNumber),
});

export interface ReceiptTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly limits: SessionLimits;
  readonly keys: Keys;
  readonly currency: m.Currency;
  readonly bankName: string;
  readonly sign: SignText;
}

function factsOf(row: ReceiptRow, { bankName, currency }: ReceiptTools): ReceiptFacts {
  const { id, kind, bookedAt, amount, from, to, memo } = row;
  const parties = { from: partyOf(from), to: partyOf(to) };
  return {
    bank: bankName,
    reference: referenceOf(id),
    kind,
    bookedAt,
    amount,
    currency,
    ...parties,
    memo,
  };
}

interface Typed {
  readonly row: ReceiptRow;
  readonly whole: SealedReceipt | null;
}

/** Null unless the tag fits the books, and the seal fits the text. */
async function found(reader: Reader, tags: Tags, typed: string): Promise<Typed | null> {
  const whole = readReceipt(typed);
  const code = whole ?? readCode(typed);
  if (code === null) return null;
  const id = parseReference(code.reference);
  const row = id.ok ? await findReceiptRow(reader, id.value) : null;
  if (row === null || !(await tags.isTagOf(row, code.tag))) return null;
  if (whole !== null && !(await tags.isSealed(whole))) return null;
  return { row, whole };
}

const isParty = ({ from, to }: ReceiptRow, id: m.CustomerId | null): boolean =>
  id !== null && (from.customerId === id || to.customerId === id);

/** The shared account, or pot of one, of which the customer may read this entry; null: none. */
function sharedIn(row: ReceiptRow, shared: readonly SharedRow[]): [SharedRow, bigint] | null {
  for (const { accountNumber: number, seq } of [row.from, row.to]) {
    const found = shared.find(({ accountNumber }) => accountNumber === number);
    if (found !== undefined && seq > found.readsAfter) return [found, seq];
  }
  return null;
}

export function createReceipts(tools: ReceiptTools): ReceiptsService {
  const { pool, nextId, limits, keys, currency } = tools;
  const tags = createTags(pool, keys, currency.scale);
  const assertLive = async (session: m.Session): Promise<void> => {
    const own = await accountsOfSession(pool, session, limits);
    if (own.length === 0) throw new BankError('SESSION_EXPIRED');
  };
  return {
    of: async (session, id) => {
      await assertLive(session);
      const { customerId } = session;
      const row = await findReceiptRow(pool, id);
      if (row === null) throw new BankError('TRANSACTION_UNKNOWN');
      const as = sharedIn(row, await sharedReadBy(pool, session, limits));
      if (as === null && !isParty(row, customerId)) throw new BankError('TRANSACTION_UNKNOWN');
      const acted =
        as && (await actorsIn(pool, { id: as[0].id, isShared: true }, [{ seq: as[1] }]));
      const tagged = { ...factsOf(row, tools), tag: await tags.tagOf(row) };
      const receipt = { ...tagged, seal: await tags.sealOf(tagged) };
      const text = receiptText(receipt);
      const isPayer = row.from.customerId === customerId;
      const isOfPayer = as !== null && as[0].accountNumber === row.from.accountNumber;
      return {
        id,
        receipt,
        text: (await tools.sign(text)) ?? text,
        proof: async (file) => tools.sign(receiptFileText({ file, receipt })),
        code: codeText(receipt),
        reversedAt: row.reversedAt,
        further: isPayer || isOfPayer ? await furtherPostings(pool, id) : [],
        showsAmounts: isPayer ? await showsAmounts(pool, customerId) : null,
        actor: acted?.get(id) ?? null,
      };
    },
    verify: async (typed, { customerId }) => {
      const checked = await found(pool, tags, typed);
      if (checked === null) return unknown;
      const { row, whole } = checked;
      const { from, to, amount, bookedAt, reversedAt } = row;
      const seesAll = whole !== null || isParty(row, customerId);
      const payer = from.customerId;
      const seesAmount = seesAll || (payer !== null && (await showsAmounts(pool, payer)));
      return {
        state: reversedAt === null ? 'GENUINE' : 'REVERSED',
        reference: referenceOf(row.id),
        reversedAt,
        isWhole: whole !== null,
        shown: seesAmount ? { amount, bookedAt } : null,
        parties: whole ?? (seesAll ? { from: partyOf(from), to: partyOf(to) } : null),
      };
    },
    showAmounts: async (session, isShown) => {
      const { customerId, discordUserId: actor, place } = session;
      await withTransaction(pool, async (tx) => {
        if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
        await saveShowsAmounts(tx, customerId, isShown);
        const action = isShown ? 'RECEIPTS_SHOWN' : 'RECEIPTS_HIDDEN';
        const row = { id: nextId(), action, actor, target: customerId } as const;
        await insertAudit(tx, { ...row, sessionId: session.id, details: placeDetails(place) });
      });
    },
  };
}
