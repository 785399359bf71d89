import type { Act } from '../history/model.ts';

/** The invariants of the torture suite. */
export const invariants = {
  I1: 'the sum over all accounts, the bank’s own included, is zero',
  I2: 'a stored balance is the sum of its entries',
  I3: 'no balance is below its limit at any point of its history',
  I4: 'each acknowledged payment is one transaction with the same parties and amount',
  I5: 'a refused payment left nothing',
  I6: 'an unknown payment is booked once or never, and asking again always tells the same',
  I7: 'the entries of a transaction sum to zero and mirror it',
  I8: 'no transaction has a key that nobody asked for',
  I9: 'entries are numbered 1..n, and each balance follows from the one before',
  I10: 'what was over before something else began stands before it in the books',
  I11: 'a customer’s read after their own acknowledgement shows it',
  I12: 'a key asked again gives the same receipt, and never serves another payload or person',
  I13: 'each security action has one audit row',
  I14: 'nothing succeeds after the session ended or the account was frozen',
  I15: 'all of it holds after a restore from a backup',
  I16: 'what is held are the active holds; a hold ends once, at its time, and pays its amount at most',
  I17: 'the sums of the day are a customer’s, over all of their accounts, and within the limit',
  I18: 'the effect of a job happens once',
  I19: 'an occurrence of a standing order is paid once, as it was asked for, and not when cancelled',
  I20: 'a request is paid by at most its amount, before its time is over, and ends once, as answered',
  I21: 'each payment bears the fee of the table in force, and the account of fees has their sum',
  I22: 'a member pays as their part in the shared account allows, and the books name them',
  I23: 'what waits for the managers of a shared account ends once, and is booked at most once',
  I24: 'what a customer pays out stays within the limit of the day that they have lowered',
  I25: 'interest is credited once for each month, to the fraction, and by the account of interest',
  I26: 'what a payment puts aside is its rest, as the customer has set it',
} as const;

export type Invariant = keyof typeof invariants;

export interface Finding {
  readonly invariant: Invariant;
  /** The case, in one sentence with its figures. */
  readonly sentence: string;
  /** The operations involved, in the order of their requests. */
  readonly acts: readonly Act[];
}

/** Stops collecting after this many of one kind: people read the first ones. */
const keptPerInvariant = 20;

export interface Findings {
  add(invariant: Invariant, sentence: string, ...acts: readonly Act[]): void;
  /** In the order of the invariants' numbers. */
  readonly list: readonly Finding[];
  readonly counts: ReadonlyMap<Invariant, number>;
}

export function findings(): Findings {
  const kept: Finding[] = [];
  const counts = new Map<Invariant, number>();
  const numberOf = ({ invariant }: Finding) => Number(invariant.slice(1));
  return {
    add: (invariant, sentence, ...acts) => {
      const count = (counts.get(invariant) ?? 0) + 1;
      counts.set(invariant, count);
      if (count > keptPerInvariant) return;
      const ordered = acts.toSorted((one, other) => one.ask - other.ask);
      kept.push({ invariant, sentence, acts: ordered });
    },
    get list() {
      return kept.toSorted((one, other) => numberOf(one) - numberOf(other));
    },
    counts,
  };
}
