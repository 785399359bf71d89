/** What people read about each kind of money movement: one row each. */
import type { TransactionKind } from '../../../bank/model/index.ts';

interface KindWords {
  /** Within a line, and as a choice: `入金`. */
  readonly one: string;
  readonly question: string;
  readonly done: (amount: string) => string;
  /** Follows the parties and precedes `します`; the amount is in Discord's markup. */
  readonly intent: (amount: string) => string;
}

export const moneyKinds: Record<TransactionKind, KindWords> = {
  DEPOSIT: {
    one: '入金',
    question: '入金しますか？',
    done: (amount) => `${amount} を入金しました`,
    intent: (amount) => `${amount} を入金`,
  },
  WITHDRAWAL: {
    one: '出金',
    question: '出金しますか？',
    done: (amount) => `${amount} を出金しました`,
    intent: (amount) => `${amount} を出金`,
  },
  TRANSFER: {
    one: '送金',
    question: '送金しますか？',
    done: (amount) => `${amount} を送金しました`,
    intent: (amount) => `${amount} を送金`,
  },
  REVERSAL: {
    one: '取消',
    question: 'この取引を取り消しますか？',
    done: (amount) => `${amount} の取引を取り消しました`,
    intent: (amount) => `${amount} を取り消し、返金`,
  },
  ADJUSTMENT: {
    one: '残高調整',
    question: '残高を調整しますか？',
    done: (amount) => `残高を ${amount} 調整しました`,
    intent: (amount) => `残高を ${amount} 調整`,
  },
  FEE: {
    one: '手数料',
    question: '手数料を請求しますか？',
    done: (amount) => `手数料 ${amount} を請求しました`,
    intent: (amount) => `手数料 ${amount} を請求`,
  },
  INTEREST: {
    one: '利息',
    question: '利息を入金しますか？',
    done: (amount) => `利息 ${amount} を入金しました`,
    intent: (amount) => `利息 ${amount} を入金`,
  },
  ROUND_UP: {
    one: 'おつり貯金',
    question: '端数を貯金しますか？',
    done: (amount) => `${amount} を貯金しました`,
    intent: (amount) => `${amount} を貯金`,
  },
  POT_ADD: {
    one: '貯金箱へ',
    question: '貯金箱に入れますか？',
    done: (amount) => `${amount} を貯金箱に入れました`,
    intent: (amount) => `${amount} を移動`,
  },
  POT_TAKE: {
    one: '貯金箱から',
    question: '貯金箱から出しますか？',
    done: (amount) => `${amount} を貯金箱から出しました`,
    intent: (amount) => `${amount} を移動`,
  },
  IMPORT: {
    one: '残高の引き継ぎ',
    question: 'この残高を引き継ぎますか？',
    done: (amount) => `残高 ${amount} を引き継ぎました`,
    intent: (amount) => `残高 ${amount} を引き継ぎ`,
  },
};
