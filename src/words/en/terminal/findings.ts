/** What a verification found wrong in the books, the chain or the log. Sums are in minor units. */
import type { ChainFinding, ChainKind, HaltReason, LogFinding } from '../../../bank/model/index.ts';

const balance = (units: bigint | null): string =>
  units === null ? 'no balance' : `a balance of ${units}`;

type OfInterest = Extract<HaltReason, { code: `INTEREST_${string}` }>;

const interestFinding = (found: OfInterest): string =>
  found.code === 'INTEREST_DIFFERS'
    ? `The account of interest has paid ${found.paid} that was not taken back, but interest ` +
      `of ${found.credited} was booked and ${found.noted} noted as credited.`
    : `Interest of ${found.amount} is noted for the account with id ${found.accountId}, but ` +
      `transaction ${found.transaction} has booked ${found.booked ?? 'none'}.`;

export function booksFinding(found: HaltReason): string {
  switch (found.code) {
    case 'SUM_NOT_ZERO':
      return `All accounts together add up to ${found.total} instead of zero.`;
    case 'BALANCE_DIFFERS':
      return (
        `Account ${found.account} has a stored balance of ${found.stored}, ` +
        `but its entries sum to ${found.summed}.`
      );
    case 'ACCOUNT_DIFFERS':
      return (
        `Account ${found.account} has a stored balance of ${found.stored} at entry ${found.lastSeq}, ` +
        `but its entries sum to ${found.summed} at entry ${found.summedToSeq}.`
      );
    case 'LAST_ENTRY_DIFFERS':
      return (
        `Account ${found.account} has a stored balance of ${found.stored}, ` +
        `but its last entry has a balance of ${found.balanceAfter}.`
      );
    case 'ENTRY_BALANCE_INVALID':
      return `Entry ${found.seq} of account ${found.account} left ${balance(found.balanceAfter)}.`;
    case 'HELD_EXCEEDS_BALANCE':
      return `Account ${found.account} has ${found.held} on hold, but ${balance(found.stored)}.`;
    case 'TRANSACTION_ENTRIES_WRONG':
      return (
        `Transaction ${found.transaction} of ${found.amount} does not have ` +
        'exactly its two entries.'
      );
    case 'ENTRY_TRANSACTION_WRONG':
      return (
        `Entry ${found.seq} of the account with id ${found.accountId}, of ${found.amount}, ` +
        'belongs to no transaction that names it.'
      );
    case 'POSTINGS_BROKEN':
      return (
        `Transaction ${found.transaction} has ${found.postings} further postings, the last ` +
        `numbered ${found.highest}, and they do not follow its first one.`
      );
    case 'FEES_DIFFER':
      return (
        `The account of fees has ${found.balance}, but the fees charged, less those given back, ` +
        `sum to ${found.charged}.`
      );
    case 'INTEREST_DIFFERS':
    case 'INTEREST_CREDIT_WRONG':
      return interestFinding(found);
    case 'HELD_DIFFERS':
      return (
        `Account ${found.account} has ${found.stored} stored as on hold, ` +
        `but its active holds sum to ${found.summed}.`
      );
    case 'CAPTURE_WRONG':
      return (
        `Hold ${found.hold} of ${found.held} was captured by a transaction of ` +
        `${found.captured ?? 'an unknown amount'}, which it does not allow.`
      );
    case 'ENTRY_NUMBERS_BROKEN':
      return (
        `Account ${found.account} should have entries 1 to ${found.lastSeq}, but has ` +
        `${found.entries} of them, the last numbered ${found.highestSeq ?? 0n}.`
      );
    case 'ENTRY_NOT_FOLLOWING':
      return (
        `Entry ${found.seq} of account ${found.account} records ${balance(found.balanceAfter)}, ` +
        `but it adds ${found.amount} to ${balance(found.balanceBefore)}.`
      );
    case 'TEXT':
      return found.text;
  }
}

const rows: Record<ChainKind, string> = { TRANSACTION: 'transaction', AUDIT: 'audit row' };

export function chainFinding(found: ChainFinding): string {
  switch (found.code) {
    case 'LINK_MISSING':
      return `link ${found.link} is missing`;
    case 'ROW_MISSING':
      return `${rows[found.kind]} ${found.id} of link ${found.link} has been deleted`;
    case 'ROW_CHANGED':
      return `${rows[found.kind]} ${found.id} has changed since link ${found.link} was made`;
    case 'HEAD_SIGNATURE_INVALID':
      return `the published head of link ${found.link} has an invalid signature`;
    case 'HEAD_MISSING':
      return `link ${found.link} was published but is missing: the end of the chain was cut off`;
    case 'HEAD_DIFFERS':
      return `link ${found.link} differs from its published head`;
  }
}

const logRows = { ...rows, START: 'the first leaf' };

export function logFinding(found: LogFinding): string {
  switch (found.code) {
    case 'LEAVES_MISSING':
      return `leaf ${found.leaf} is missing`;
    case 'LEAF_ROW_MISSING':
      return `${logRows[found.kind]} ${found.id} of leaf ${found.leaf} has been deleted`;
    case 'LEAF_CHANGED':
      return `${logRows[found.kind]} ${found.id} has changed since leaf ${found.leaf} was made`;
    case 'TILE_WRONG':
      return `tile ${found.number} of level ${found.level} does not fit the leaves`;
    case 'CHECKPOINT_MISSING':
      return `a checkpoint of ${found.size} leaves was published: the end of the log was cut off`;
    case 'CHECKPOINT_DIFFERS':
      return `the log differs from its checkpoint of ${found.size} leaves`;
    case 'CHECKPOINT_UNREADABLE':
      return `stored checkpoint ${found.number} is damaged or was not signed by this bank`;
    case 'ROW_UNLOGGED':
      return `${rows[found.kind]} ${found.id} was never added to the log`;
  }
}
