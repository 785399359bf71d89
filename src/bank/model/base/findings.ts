/** What a verification of the books or of the chain finds wrong: codes and facts, never words. */

/**
 * A finding in the books. Sums are in minor units. The fields of a code never change: a recorded
 * halt keeps them as JSON, and a later version reads them. A new shape gets a new code.
 */
export type BooksFinding =
  | { readonly code: 'SUM_NOT_ZERO'; readonly total: bigint }
  | {
      readonly code: 'BALANCE_DIFFERS';
      readonly account: string;
      readonly stored: bigint;
      readonly summed: bigint;
    }
  | {
      readonly code: 'ACCOUNT_DIFFERS';
      readonly account: string;
      readonly stored: bigint;
      readonly lastSeq: bigint;
      readonly summed: bigint;
      readonly summedToSeq: bigint;
    }
  | {
      readonly code: 'LAST_ENTRY_DIFFERS';
      readonly account: string;
      readonly stored: bigint;
      readonly balanceAfter: bigint;
    }
  | {
      readonly code: 'ENTRY_BALANCE_INVALID';
      readonly account: string;
      readonly seq: bigint;
      readonly balanceAfter: bigint | null;
    }
  | {
      readonly code: 'HELD_EXCEEDS_BALANCE';
      readonly account: string;
      readonly stored: bigint | null;
      readonly held: bigint;
    }
  | {
      readonly code: 'TRANSACTION_ENTRIES_WRONG';
      readonly transaction: bigint;
      readonly amount: bigint;
    }
  | {
      readonly code: 'ENTRY_TRANSACTION_WRONG';
      readonly accountId: bigint;
      readonly seq: bigint;
      readonly amount: bigint;
    }
  | {
      readonly code: 'POSTINGS_BROKEN';
      readonly transaction: bigint;
      readonly postings: bigint;
      readonly highest: bigint;
    }
  | { readonly code: 'FEES_DIFFER'; readonly balance: bigint; readonly charged: bigint }
  | {
      /** What left the account of interest, was booked as interest, and was noted as credited. */
      readonly code: 'INTEREST_DIFFERS';
      readonly paid: bigint;
      readonly credited: bigint;
      readonly noted: bigint;
    }
  | {
      readonly code: 'INTEREST_CREDIT_WRONG';
      readonly accountId: bigint;
      readonly transaction: bigint;
      readonly amount: bigint;
      readonly booked: bigint | null;
    }
  | {
      readonly code: 'HELD_DIFFERS';
      readonly account: string;
      readonly stored: bigint;
      readonly summed: bigint;
    }
  | {
      readonly code: 'CAPTURE_WRONG';
      readonly hold: bigint;
      readonly held: bigint;
      readonly captured: bigint | null;
    }
  | {
      readonly code: 'ENTRY_NUMBERS_BROKEN';
      readonly account: string;
      readonly lastSeq: bigint;
      readonly entries: bigint;
      readonly highestSeq: bigint | null;
    }
  | {
      readonly code: 'ENTRY_NOT_FOLLOWING';
      readonly account: string;
      readonly seq: bigint;
      readonly balanceBefore: bigint | null;
      readonly amount: bigint;
      readonly balanceAfter: bigint | null;
    };

/** The invariant that each finding breaks. */
export const invariants = {
  SUM_NOT_ZERO: 'I1',
  BALANCE_DIFFERS: 'I2',
  ACCOUNT_DIFFERS: 'I2',
  LAST_ENTRY_DIFFERS: 'I2',
  ENTRY_BALANCE_INVALID: 'I3',
  HELD_EXCEEDS_BALANCE: 'I3',
  TRANSACTION_ENTRIES_WRONG: 'I7',
  ENTRY_TRANSACTION_WRONG: 'I7',
  POSTINGS_BROKEN: 'I7',
  FEES_DIFFER: 'I10',
  INTEREST_DIFFERS: 'I11',
  INTEREST_CREDIT_WRONG: 'I11',
  HELD_DIFFERS: 'I8',
  CAPTURE_WRONG: 'I8',
  ENTRY_NUMBERS_BROKEN: 'I9',
  ENTRY_NOT_FOLLOWING: 'I9',
} as const satisfies Readonly<Record<BooksFinding['code'], string>>;

/** Why payments were stopped. TEXT: a sentence of an earlier version, or a code of a later one. */
export type HaltReason = BooksFinding | { readonly code: 'TEXT'; readonly text: string };

/** A finding in the chain. */
export type ChainFinding =
  | {
      readonly code: 'LINK_MISSING' | 'HEAD_SIGNATURE_INVALID' | 'HEAD_MISSING' | 'HEAD_DIFFERS';
      readonly link: bigint;
    }
  | {
      readonly code: 'ROW_MISSING' | 'ROW_CHANGED';
      readonly kind: ChainKind;
      readonly id: bigint;
      readonly link: bigint;
    };

/** The kinds of rows that the chain covers. */
export type ChainKind = 'TRANSACTION' | 'AUDIT';

/** A finding in the log. Leaves are counted from 0; a size is that of a checkpoint. */
export type LogFinding =
  | { readonly code: 'LEAVES_MISSING'; readonly leaf: number }
  | {
      readonly code: 'LEAF_ROW_MISSING' | 'LEAF_CHANGED';
      readonly kind: ChainKind | 'START';
      readonly id: bigint;
      readonly leaf: number;
    }
  | { readonly code: 'TILE_WRONG'; readonly level: number; readonly number: number }
  | { readonly code: 'CHECKPOINT_MISSING' | 'CHECKPOINT_DIFFERS'; readonly size: number }
  /** `number` counts the checkpoints that were stored outside the database. */
  | { readonly code: 'CHECKPOINT_UNREADABLE'; readonly number: number }
  | { readonly code: 'ROW_UNLOGGED'; readonly kind: ChainKind; readonly id: bigint };
