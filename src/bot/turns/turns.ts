/** Interactions are accepted or refused when they arrive; their work waits for its turn. */
import { elapsedMs } from '../../lib/clock.ts';
import { isRefused, type Lane, lanes, refusingMs, waitEndMs } from './decision.ts';
import { createPlaces, type Places } from './places.ts';

/** The turn of one accepted interaction. */
export interface Turn {
  /** Resolves when there is a place; false: it took too long, and nothing may be begun. */
  begin(): Promise<boolean>;
  /** Frees the place; the answer is on its way. */
  leave(): void;
  /** The interaction is over, whether it began or not. */
  end(): void;
}

export interface Turns {
  /** Whether an interaction may come in; false: it is refused, because it would wait too long. */
  admits(person: string, lane: Lane): boolean;
  /** Of an interaction that has come in. */
  enter(person: string, lane: Lane): Turn;
  /** Whether a press was refused a moment ago. */
  isRefusing(): boolean;
}

/** Those that have been accepted and have no place yet: acknowledgements count, too. */
function waitingCounts() {
  const byPerson = new Map<string, number>();
  let waiting = 0;
  return {
    count: (person: string, change: 1 | -1): void => {
      waiting += change;
      const own = (byPerson.get(person) ?? 0) + change;
      if (own === 0) byPerson.delete(person);
      else byPerson.set(person, own);
    },
    of: (person: string) => ({ waiting, people: byPerson.size, own: byPerson.get(person) ?? 0 }),
  };
}

export function createTurns(places: Places = createPlaces(), nowMs = elapsedMs): Turns {
  const counts = waitingCounts();
  let refusedAtMs = -Infinity;
  const isCrowdedFor = (person: string): boolean => {
    const { count, heldMs, perSecond } = places;
    return isRefused({ places: count, heldMs, perSecond, ...counts.of(person) });
  };
  const turnOf = (person: string, lane: Lane): Turn => {
    const { needsPlace, mayRefuse } = lanes[lane];
    let isWaiting = needsPlace;
    let release: (() => void) | null = null;
    const stopWaiting = (): void => {
      if (isWaiting) counts.count(person, -1);
      isWaiting = false;
    };
    if (needsPlace) counts.count(person, 1);
    return {
      begin: async () => {
        if (!isWaiting) return true;
        release = await places.take(person, mayRefuse ? waitEndMs : null);
        stopWaiting();
        return release !== null;
      },
      leave: () => release?.(),
      end: () => {
        stopWaiting();
        release?.();
      },
    };
  };
  return {
    admits: (person, lane) => {
      if (!lanes[lane].mayRefuse || !isCrowdedFor(person)) return true;
      refusedAtMs = nowMs();
      return false;
    },
    enter: turnOf,
    isRefusing: () => nowMs() - refusedAtMs < refusingMs,
  };
}
