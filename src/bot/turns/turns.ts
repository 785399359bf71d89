/** Interactions are accepted or refused when they arrive; their work waits for its turn. */
import { isRefused, type Lane, lanes, waitEndMs } from './decision.ts';
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
  /** Null: the interaction is refused, because it would wait too long. */
  accept(person: string, lane: Lane): Turn | null;
  /** Whether a press of this person would be refused now. */
  isCrowded(person: string): boolean;
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

export function createTurns(places: Places = createPlaces()): Turns {
  const counts = waitingCounts();
  const isCrowded = (person: string): boolean => {
    const { count, heldMs } = places;
    return isRefused({ places: count, heldMs, ...counts.of(person) });
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
    accept: (person, lane) =>
      lanes[lane].mayRefuse && isCrowded(person) ? null : turnOf(person, lane),
    isCrowded,
  };
}
