/** What the parts of a payment are. */
import type { Item } from '../item.ts';

/** The other party as written. */
export interface Named {
  readonly text: string;
  readonly isKnown: boolean;
  /** Whether `to` stands before the name. */
  readonly isTarget: boolean;
}

export interface Parts {
  readonly verbs: Item[];
  readonly payees: Named[];
  readonly amounts: Item[];
  readonly dates: Item[];
  readonly repeats: Item[];
  /** `or`, `and`, and what takes back something said. */
  readonly links: Item[];
  /** Words that belong to no part. */
  readonly rest: Item[];
  readonly memo: string | null;
  /** An unnamed payee: him, someone. */
  readonly hasWho: boolean;
  readonly isVague: boolean;
  readonly hasAside: boolean;
  /** Whether the writer is the one to be paid. */
  readonly hasMe: boolean;
  /** Whether an amount is only in a clause that tells what happened. */
  readonly hasPastAmount: boolean;
  /** Words where a name would stand: `a big hug`. */
  readonly hasThing: boolean;
}

export const nothingFound = (): { -readonly [Key in keyof Parts]: Parts[Key] } => ({
  verbs: [],
  payees: [],
  amounts: [],
  dates: [],
  repeats: [],
  links: [],
  rest: [],
  memo: null,
  hasWho: false,
  isVague: false,
  hasAside: false,
  hasMe: false,
  hasPastAmount: false,
  hasThing: false,
});
