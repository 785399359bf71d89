/** Which interactions are accepted when more arrive than this process can serve. No I/O. */

/** How much work for the bank runs at the same time: at first, at least and at most. */
export const placesAtFirst = 64;
export const placesMin = 32;
export const placesMax = 256;
/**
 * A busy process has as many places as become free in this time. With more, work takes longer, and
 * so do acknowledgements, which are sent between two pieces of work; with fewer, less work shares a
 * message to the database.
 */
export const heldWantedMs = 500;
/** A place held for longer is free for others: its work waits for something that others may not. */
export const placeMs = 1_000;
/** Fewer than this are no crowd, however slow the machine is. */
export const crowdMin = 64;
/** A press that would wait longer for a place is refused at once. */
export const waitMaxMs = 2_000;
/** If it waits for longer than was expected, it is refused without having begun. */
export const waitEndMs = 3_000;
/** Work that may wait is not begun within this time after a refused press. */
export const refusingMs = 1_000;
/** How long such work is put off in a row, at most. */
export const putOffMaxMs = 30_000;
/** Of a new measurement in the average of the last. */
const weight = 1 / 32;

export type Lane = 'press' | 'form' | 'secret';

/** Whether an interaction needs a place for its work, and whether it may be refused for it. */
export const lanes: Readonly<
  Record<Lane, { readonly needsPlace: boolean; readonly mayRefuse: boolean }>
> = {
  press: { needsPlace: true, mayRefuse: true },
  /** What was typed would be lost. */
  form: { needsPlace: true, mayRefuse: false },
  /** The queue of password hashing limits it, in which it may wait for a minute. */
  secret: { needsPlace: false, mayRefuse: false },
};

export interface Standing {
  readonly places: number;
  /** How long a place was held lately, on average. */
  readonly heldMs: number;
  /** How many became free in a second, while people waited; null if nobody did. */
  readonly perSecond: number | null;
  /** Accepted interactions that will need a place. */
  readonly waiting: number;
  /** How many people they are of. */
  readonly people: number;
  /** Those of the person who asks now. */
  readonly own: number;
}

/**
 * How long a new interaction would wait, if all places are taken and people take turns. Where
 * people wait already, by what became free meanwhile: how long places were held lately changes
 * with each pause, and so would the number of those who may come in.
 */
export function expectedWaitMs(standing: Standing): number {
  const { places, heldMs, perSecond, waiting, people, own } = standing;
  const before = Math.min(waiting, people * (own + 1)) + 1;
  const turnMs = perSecond === null ? heldMs / places : 1_000 / perSecond;
  // Each place is taken away after `placeMs`, even if nothing was freed so far.
  return before * Math.min(turnMs, placeMs / places);
}

/** Whether a new press is told that the bank is busy. */
export const isRefused = (standing: Standing): boolean =>
  standing.waiting >= crowdMin && expectedWaitMs(standing) > waitMaxMs;

/** The average with one more measurement. */
export const averaged = (averageMs: number, ms: number): number =>
  averageMs + (Math.min(ms, placeMs) - averageMs) * weight;

/** The share of its time that a busy process is at work: slow work alone may be the database's. */
const busyShare = 0.9;

/** The number of places, seen again each time that so many were freed. */
export function placesNext({
  places,
  heldMs,
  share,
  waiting,
}: Pick<Standing, 'places' | 'heldMs' | 'waiting'> & { readonly share: number }): number {
  const isBusy = share >= busyShare;
  if (isBusy && heldMs > heldWantedMs) return Math.max(placesMin, Math.floor(places * 0.75));
  // An idle process waits for the database, which may do more at once unless it has stopped.
  const quickMs = isBusy ? heldWantedMs / 2 : placeMs * 0.75;
  const isShort = waiting > 0 && heldMs < quickMs;
  return isShort ? Math.min(placesMax, Math.ceil(places * 1.25)) : places;
}
