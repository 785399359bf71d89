/** I26: what payments put aside: the rest to the next unit or ten, into the pot of the owner. */
import { actsOf } from '../../history/model.ts';
import type { BookPosting } from '../books.ts';
import type { Findings } from '../finding.ts';
import type { IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

/** Minor units of one unit of the bank's currency. */
const unit = 100n;

/** What is missing to the next so many units. */
function restOf(amount: bigint, units: number): bigint {
  const step = unit * BigInt(units);
  return ((amount + step - 1n) / step) * step - amount;
}

export function checkRoundUps(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const set = actsOf(history.acts, 'roundUps').map(({ operation }) => operation);
  const wishOf = (account: bigint) => {
    const owner = books.byId.get(account)?.customerId;
    return set.find((one) => books.byNumber.get(one.account)?.customerId === owner);
  };
  for (const { id, kind, source, amount, further } of books.transactions) {
    const aside = further.filter((one: BookPosting) => one.kind === 'ROUND_UP');
    for (const one of aside) {
      const wish = wishOf(source);
      const rest = wish === undefined ? null : restOf(amount, wish.units);
      const pot = books.byId.get(one.target)?.number;
      const isRight = kind === 'TRANSFER' && one.amount === rest && pot === wish?.pot;
      if (isRight && one.source === source && aside.length === 1) continue;
      const what = `${kind} ${id} of ${amount} puts ${one.amount} aside into ${pot}`;
      found.add('I26', `${what}; set are ${wish?.units ?? 'no'} units, ${wish?.pot ?? 'no pot'}`);
    }
  }
}
