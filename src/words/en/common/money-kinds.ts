/** What people read about each kind of money movement: one row each. */
import type { TransactionKind } from '../../../bank/model/index.ts';

interface KindWords {
  /** Within a line: `deposit`. */
  readonly one: string;
  /** As a choice: `Deposits`. */
  readonly many: string;
  readonly question: string;
  readonly done: (amount: string) => string;
  /** Completes "You are about to ...", with the amount behind it. */
  readonly intent: string;
}

export const moneyKinds: Record<TransactionKind, KindWords> = {
  DEPOSIT: {
    one: 'deposit',
    many: 'Deposits',
    question: 'Deposit money?',
    done: (amount) => `Deposited ${amount}`,
    intent: 'deposit',
  },
  WITHDRAWAL: {
    one: 'withdrawal',
    many: 'Withdrawals',
    question: 'Withdraw money?',
    done: (amount) => `Withdrawn ${amount}`,
    intent: 'withdraw',
  },
  TRANSFER: {
    one: 'transfer',
    many: 'Transfers',
    question: 'Send money?',
    done: (amount) => `Sent ${amount}`,
    intent: 'send',
  },
  REVERSAL: {
    one: 'reversal',
    many: 'Reversals',
    question: 'Reverse this transaction?',
    done: (amount) => `Reversed ${amount}`,
    intent: 'reverse',
  },
  ADJUSTMENT: {
    one: 'adjustment',
    many: 'Adjustments',
    question: 'Adjust the balance?',
    done: (amount) => `Adjusted ${amount}`,
    intent: 'adjust the balance by',
  },
  FEE: {
    one: 'fee',
    many: 'Fees',
    question: 'Charge a fee?',
    done: (amount) => `Charged ${amount}`,
    intent: 'charge',
  },
  INTEREST: {
    one: 'interest',
    many: 'Interest',
    question: 'Credit interest?',
    done: (amount) => `Credited ${amount} of interest`,
    intent: 'credit as interest',
  },
  ROUND_UP: {
    one: 'round-up',
    many: 'Round-ups',
    question: 'Save the round-up?',
    done: (amount) => `Saved ${amount}`,
    intent: 'save',
  },
  POT_ADD: {
    one: 'into a pot',
    many: 'Into pots',
    question: 'Put money into the pot?',
    done: (amount) => `Put ${amount} into the pot`,
    intent: 'move',
  },
  POT_TAKE: {
    one: 'out of a pot',
    many: 'Out of pots',
    question: 'Take money out of the pot?',
    done: (amount) => `Took ${amount} out of the pot`,
    intent: 'move',
  },
  IMPORT: {
    one: 'import',
    many: 'Imports',
    question: 'Move this balance in?',
    done: (amount) => `Moved in ${amount}`,
    intent: 'move in',
  },
};
