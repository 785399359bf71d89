/** What a sentence asks the bank for, and what the reader has to know about its writer. */
import type { Currency } from '../../bank/model/index.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja';

/** A person whom the writer may mean: a payee, or a member of the same server. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Context {
  readonly language: Language;
  readonly now: Date;
  /** IANA name; decides which day is today. */
  readonly timeZone: string;
  readonly people: readonly Person[];
  readonly currency?: Currency;
}

/** The other party as written: a name, a mention or an account number. */
export interface Party {
  /** Persons with that name, the likeliest first; empty for mentions and account numbers. */
  readonly candidates: readonly Person[];
}

/** `12.5`, without trailing zeros and within the range of an account, or a share. */
export type AmountText = string;

interface Payment {
  readonly amount?: AmountText;
  readonly memo?: string;
}

export interface Every {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
}

export type Weekday =
  'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Days as YYYY-MM-DD, both inclusive. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

export interface History extends Days {
  readonly intent: 'history';
  readonly asks: 'list' | 'sum';
  readonly direction?: 'in' | 'out';
  readonly with?: string;
  readonly candidates?: readonly Person[];
  readonly text?: string;
  readonly kind?: 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';
}

export type Topic = 'send' | 'deposit' | 'withdraw' | 'history' | 'security' | 'staff' | 'password';

/** The clear parts of a request to move money; the unclear one is left out. */
export interface Known extends Payment, Party {
  readonly intent: 'send' | 'request' | 'schedule' | 'deposit' | 'withdraw';
  readonly to?: string;
}

export type Meaning =
  | History
  | (Payment & Party & { readonly intent: 'send'; readonly to: string })
  | (Payment & Party & { readonly intent: 'request'; readonly from: string })
  | (Payment &
      Party & {
        readonly intent: 'schedule';
        readonly to: string;
        readonly every: Every;
        /** The day of the month or of the week. */
        readonly on?: number | 'last' | Weekday;
        readonly start?: string;
      })
  | { readonly intent: 'deposit' | 'withdraw'; readonly amount?: AmountText }
  | {
      readonly intent: 'balance' | 'accounts' | 'login' | 'logout' | 'register' | 'lock' | 'none';
    }
  | { readonly intent: 'help'; readonly topic?: Topic }
  /** A list or a setting of the bank. */
  | { readonly intent: 'payees' | 'orders' | 'requests' | 'inbox' | 'notices' }
  | (Party & { readonly intent: 'savePayee'; readonly to: string; readonly nickname: string })
  /** The intention is clear, but this part has two meanings or none. */
  | {
      readonly intent: 'unclear';
      readonly about: 'amount' | 'payee' | 'date';
      readonly known?: Known;
    };
