import { isPay, type Act, type History, type PayAct, type ReceiptFacts } from '../history/model.ts';
import { grouped } from './index-books.ts';

export type Verdict = 'ok' | 'declined' | 'busy' | 'unknown';

/** One key with everything that was ever asked under it. */
export interface KeyStory {
  readonly key: string;
  /** The first ask, whose payload and session the key belongs to. */
  readonly owner: PayAct;
  /** Asks of the same client with the same payload, in order. */
  readonly own: readonly PayAct[];
  /** Asks with another payload or by somebody else. */
  readonly foreign: readonly PayAct[];
  /** What the customer was finally told. */
  readonly verdict: Verdict;
  readonly askedAt: number;
  /** When the first acknowledgement was over; Infinity without one. */
  readonly acknowledgedAt: number;
  readonly receipts: readonly ReceiptFacts[];
}

export interface IndexedHistory extends History {
  readonly keys: ReadonlyMap<string, KeyStory>;
}

const payloadOf = (act: PayAct): string => {
  const { own, payee, kind, wish, memo } = act.operation.payment;
  return JSON.stringify([own, payee, kind, wish, memo]);
};

/** An acknowledgement settles it; else a refusal; else it is busy only if every ask was. */
function verdictOf(own: readonly Act[]): Verdict {
  const outcomes = new Set(own.map(({ answer }) => answer.outcome));
  if (outcomes.has('ok')) return 'ok';
  if (outcomes.has('declined')) return 'declined';
  return outcomes.has('unknown') ? 'unknown' : 'busy';
}

function storyOf(key: string, acts: readonly PayAct[]): KeyStory {
  const owner = acts[0]!;
  const payload = payloadOf(owner);
  const isOwn = (act: PayAct) => act.client === owner.client && payloadOf(act) === payload;
  const own = acts.filter(isOwn);
  const acknowledged = own.filter(({ answer }) => answer.outcome === 'ok');
  return {
    key,
    owner,
    own,
    foreign: acts.filter((act) => !isOwn(act)),
    verdict: verdictOf(own),
    askedAt: owner.askedAt,
    acknowledgedAt: Math.min(...acknowledged.map(({ answeredAt }) => answeredAt), Infinity),
    receipts: own.flatMap(({ answer }) =>
      answer.outcome === 'ok' && answer.receipt !== undefined ? [answer.receipt] : [],
    ),
  };
}

export function indexHistory(history: History): IndexedHistory {
  const pays = history.acts.filter(isPay);
  const keys = new Map(
    [...grouped(pays, (act) => act.operation.key)].map(([key, acts]) => [key, storyOf(key, acts)]),
  );
  return { ...history, keys };
}
