/** What words and verbs do in a Japanese sentence. */

export type Word =
  /** Says nothing about the request. */
  | 'filler'
  | 'currency'
  | 'half'
  | 'all'
  | 'vague'
  | 'who'
  | 'note'
  | 'or'
  | 'correct'
  /** No request at all, wherever it is. */
  | 'guard'
  | 'history'
  | 'deposits'
  | 'withdrawals'
  | 'transfers'
  | 'spending'
  | 'income'
  | 'sum'
  | 'ask'
  | 'all?'
  | 'balance'
  | 'account'
  | 'accounts'
  | 'money'
  | 'me'
  | 'login'
  | 'logout'
  | 'register'
  | 'lock'
  | 'help'
  | 'howto'
  | 'password'
  | 'security'
  | 'staff'
  | 'need'
  /** Ends a clause that gives a reason or a contrast. */
  | 'reason'
  /** として */
  | 'as'
  /** くださいって, when another person is to be asked. */
  | 'asking';

export type Deed =
  | 'send'
  | 'request'
  | 'deposit'
  | 'withdraw'
  /** Money comes in: もらう, 届く. */
  | 'receive'
  /** Money goes out: 使う. */
  | 'spend'
  /** Money is there: ある, 残る, 持つ. */
  | 'have'
  | 'borrow'
  | 'lend'
  /** Tells another person to act: 伝える, 頼む. */
  | 'tell'
  /** Reports what was said: 言う, 書く. */
  | 'say'
  | 'show'
  | 'do'
  | 'stop';

/** The row of a five-grade verb, a one-grade verb (`1`), する (`S`), or くる (`K`). */
export type Conjugation = 'r' | 'w' | 's' | 'm' | 'k' | 'g' | 't' | 'b' | 'n' | '1' | 'S' | 'K';
