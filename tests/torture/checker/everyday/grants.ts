/** Which parts in a shared account a member may have had while something happened. */
import { type ActOf, actsOf } from '../../history/model.ts';
import { grouped } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

type Grant = ActOf<'grant'>;

/** From the request until its acknowledgement; Infinity without one. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Grants {
  /** Those that may have held at some moment of the span, by the shared account and the member. */
  possible(of: { readonly shared: string; readonly member: string }, span: Span): readonly Grant[];
  /** Whether the member has been removed, or may have been. */
  wasRemoved(shared: string, member: string): boolean;
}

const isCertain = ({ answer }: Grant): boolean => answer.outcome === 'ok';
const mayHold = ({ answer }: Grant): boolean =>
  answer.outcome === 'ok' || answer.outcome === 'unknown';

export function grantsOf({ acts }: IndexedHistory): Grants {
  const keyOf = (shared: string, member: string) => `${shared} ${member}`;
  const all = grouped(actsOf(acts, 'grant').filter(mayHold), ({ operation }) =>
    keyOf(operation.shared, operation.member),
  );
  return {
    possible: ({ shared, member }, { from, until }) => {
      const own = all.get(keyOf(shared, member)) ?? [];
      // Certainly replaced: a later one was acknowledged before the span began.
      const isOver = (one: Grant) =>
        own.some(
          (later) => isCertain(later) && later.askedAt > one.answeredAt && later.answeredAt < from,
        );
      return own.filter((one) => one.askedAt < until && !isOver(one));
    },
    wasRemoved: (shared, member) =>
      (all.get(keyOf(shared, member)) ?? []).some(({ operation }) => operation.role === 'NONE'),
  };
}
