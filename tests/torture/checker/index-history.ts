import { isPay, type Act, type History, type PayAct, type ReceiptFacts } from '../history/model.ts';
import { grouped } from './index-books.ts';

export type Verdict = 'ok' | 'declined' | 'busy' | 'unknown';

/** One key with all its requests. */
export interface KeyStory {
  readonly key: string;
  /** The first request, whose payload and session own the key. */
  readonly owner: PayAct;
  /** Requests of the same client with the same payload, in order. */
  readonly own: readonly PayAct[];
  /** Requests with another payload or by another customer. */
  readonly foreign: readonly PayAct[];
  /** The final answer to the customer. */
  readonly verdict: Verdict;
  readonly askedAt: number;
  /** When the first acknowledgement ended; Infinity without one. */
  readonly acknowledgedAt: number;
  readonly receipts: readonly ReceiptFacts[];
}

export interface IndexedHistory extends History {
  readonly keys: ReadonlyMap<string, KeyStory>;
}

const payloadOf = (act: PayAct): string => {
  const { own, payee, kind, wish, memo, ...more } = act.operation.payment;
  const { shown, fee, roundUp, of, initiator, captures, pays } = more;
  const parts = [own, payee, kind, wish, memo, shown, fee, roundUp, of, initiator, captures, pays];
  return JSON.stringify(parts);
};

/** An acknowledgement decides; else a refusal; else it is busy if every request was. */
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
