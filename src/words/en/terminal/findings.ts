/** What a verification found wrong in the books or in the chain. Sums are in minor units. */
import type { ChainFinding, ChainKind, HaltReason } from '../../../bank/model/index.ts';

const balance = (units: bigint | null): string =>
  units === null ? 'no balance' : `a balance of ${units}`;

export function booksFinding(found: HaltReason): string {
  switch (found.code) {
    case 'SUM_NOT_ZERO':
      return `All accounts together sum to ${found.total} instead of zero.`;
    case 'BALANCE_DIFFERS':
      return (
        `Account ${found.account} stores a balance of ${found.stored}, ` +
        `but its entries sum to ${found.summed}.`
      );
    case 'ACCOUNT_DIFFERS':
      return (
        `Account ${found.account} stores a balance of ${found.stored} at entry ${found.lastSeq}, ` +
        `but its entries sum to ${found.summed} at entry ${found.summedToSeq}.`
      );
    case 'LAST_ENTRY_DIFFERS':
      return (
        `Account ${found.account} stores a balance of ${found.stored}, ` +
        `but its last entry has ${found.balanceAfter}.`
      );
    case 'ENTRY_BALANCE_INVALID':
      return `Entry ${found.seq} of account ${found.account} left ${balance(found.balanceAfter)}.`;
    case 'HELD_EXCEEDS_BALANCE':
      return `Account ${found.account} has ${found.held} held of ${balance(found.stored)}.`;
    case 'TRANSACTION_ENTRIES_WRONG':
      return (
        `Transaction ${found.transaction} over ${found.amount} does not have ` +
        'exactly its two entries.'
      );
    case 'ENTRY_TRANSACTION_WRONG':
      return (
        `Entry ${found.seq} of the account with id ${found.accountId}, over ${found.amount}, ` +
        'belongs to no transaction that names it.'
      );
    case 'POSTINGS_BROKEN':
      return (
        `Transaction ${found.transaction} has ${found.postings} further postings, the last ` +
        `numbered ${found.highest}, and they do not follow its first one.`
      );
    case 'HELD_DIFFERS':
      return (
        `Account ${found.account} stores ${found.stored} as held, ` +
        `but its active holds sum to ${found.summed}.`
      );
    case 'CAPTURE_WRONG':
      return (
        `Hold ${found.hold} over ${found.held} was captured by a transaction of ` +
        `${found.captured ?? 'unknown amount'} that it does not allow.`
      );
    case 'ENTRY_NUMBERS_BROKEN':
      return (
        `Account ${found.account} should have the entries 1 to ${found.lastSeq}, ` +
        `but has ${found.entries}, the last numbered ${found.highestSeq ?? 0n}.`
      );
    case 'ENTRY_NOT_FOLLOWING':
      return (
        `Entry ${found.seq} of account ${found.account} turned ${balance(found.balanceBefore)} ` +
        `and an amount of ${found.amount} into ${balance(found.balanceAfter)}.`
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
    case 'ROW_UNCHAINED':
      return `${rows[found.kind]} ${found.id} was never added to the chain`;
    case 'HEAD_SIGNATURE_INVALID':
      return `the published head of link ${found.link} has an invalid signature`;
    case 'HEAD_MISSING':
      return `link ${found.link} was published but is missing: the end of the chain was cut off`;
    case 'HEAD_DIFFERS':
      return `link ${found.link} differs from the published one`;
  }
}
