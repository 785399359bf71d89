/** I23: payments that wait for the managers of a shared account. */
import { type ActOf, actsOf } from '../../history/model.ts';
import type { BookApproval } from '../books.ts';
import type { Findings } from '../finding.ts';
import { grouped, type IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

type Deciding = ActOf<'decide'>;

interface View {
  readonly books: IndexedBooks;
  readonly found: Findings;
  /** Whether what is over by its time must have ended. */
  readonly isLate: boolean;
}

interface Case {
  readonly approval: BookApproval;
  readonly asked: readonly ActOf<'askManagers'>[];
  readonly decided: readonly Deciding[];
}

const mayCount = ({ answer }: Deciding): boolean =>
  answer.outcome === 'ok' || answer.outcome === 'unknown';

/** Approved: booked once, by its hold, for the member who asked. Else: nothing is booked. */
function bookedAsEnded({ approval, asked }: Case, { books, found, isLate }: View): void {
  const { id, state, customerId, amount } = approval;
  const booked = books.byKey.get(`${id}`) ?? [];
  const end = books.holdById.get(id)?.end ?? null;
  const wanted = state === 'APPROVED' ? 1 : 0;
  if (booked.length !== wanted) {
    found.add('I23', `Approval ${id} (${state}) is booked ${booked.length} times`, ...asked);
  }
  for (const one of booked) {
    const { own, payee, kind } = asked[0]!.operation.payment;
    const numberOf = (account: bigint) => books.byId.get(account)?.number ?? null;
    const ends = `${one.kind} ${numberOf(one.source)} → ${numberOf(one.target)}`;
    const isAsked = ends === `${kind} ${own} → ${payee}` && one.amount === amount;
    if (!isAsked || one.initiator !== 'MEMBERS' || one.customerId !== customerId) {
      found.add('I23', `Approval ${id} is booked otherwise than it was asked for`, ...asked);
    }
  }
  const ending = end?.ending ?? 'not ended';
  const fits =
    state === 'APPROVED'
      ? ending === 'CAPTURED'
      : state === 'WAITING'
        ? ending === 'not ended' || (ending === 'EXPIRED' && !isLate)
        : ending === 'VOIDED' || ending === 'EXPIRED';
  if (!fits) found.add('I23', `Approval ${id} is ${state}, its hold is ${ending}`, ...asked);
}

/** By as many managers as it needs, none of whom has asked for it. */
function approvedByOthers({ approval, decided }: Case, { books, found }: View): void {
  const { id, needed, state, customerId } = approval;
  const asker = books.firstOf.get(customerId)?.number;
  const own = decided.filter(
    ({ operation, answer }) =>
      operation.by === asker && operation.verdict !== 'CANCELLED' && answer.outcome === 'ok',
  );
  if (own.length > 0) found.add('I23', `Approval ${id} was decided by its asker`, ...own);
  if (state !== 'APPROVED') return;
  const votes = decided.filter((act) => act.operation.verdict === 'APPROVED' && mayCount(act));
  const voters = new Set(votes.map(({ operation }) => operation.by).filter((by) => by !== asker));
  if (voters.size < needed) {
    found.add('I23', `Approval ${id} needs ${needed}, ${voters.size} have approved`, ...votes);
  }
}

/** What is over by its time is answered as EXPIRED at once; a job notes that end in the books. */
function endedAsAnswered({ approval, decided }: Case, { found, isLate }: View): void {
  const isNoted = (state: string): boolean =>
    state === approval.state || (state === 'EXPIRED' && approval.state === 'WAITING' && !isLate);
  for (const act of decided) {
    if (act.answer.outcome !== 'ok') continue;
    const { state = '' } = act.answer;
    if (state !== 'WAITING' && !isNoted(state)) {
      const what = `${state}, in the books it is ${approval.state}`;
      found.add('I23', `The end of approval ${approval.id} was answered as ${what}`, act);
    }
    const { verdict } = act.operation;
    if (verdict !== 'APPROVED' && state !== verdict) {
      found.add('I23', `Approval ${approval.id}: ${verdict} was answered as ${state}`, act);
    }
  }
}

export function checkApprovals(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  { unknownsAllowed }: { readonly unknownsAllowed: boolean },
): void {
  const asks = grouped(actsOf(history.acts, 'askManagers'), ({ operation }) => operation.key);
  const decisions = grouped(actsOf(history.acts, 'decide'), ({ operation }) => operation.approval);
  const view: View = { books, found, isLate: !unknownsAllowed };
  const known = new Set(books.approvals.map(({ id }) => `${id}`));
  for (const approval of books.approvals) {
    const key = `${approval.id}`;
    const asked = asks.get(key);
    if (asked === undefined) {
      found.add('I23', `Nobody asked for approval ${key}`);
      continue;
    }
    const one: Case = { approval, asked, decided: decisions.get(key) ?? [] };
    bookedAsEnded(one, view);
    approvedByOthers(one, view);
    endedAsAnswered(one, view);
  }
  for (const [key, asked] of asks) {
    const isCertain = asked.some(({ answer }) => answer.outcome === 'ok');
    if (isCertain && !known.has(key)) found.add('I23', `Approval ${key} is not there`, ...asked);
    if (!known.has(key) && books.byKey.has(key)) {
      found.add('I23', `Key ${key} is booked without an approval`, ...asked);
    }
  }
}
