/**
 * Tells when this process has more to do than it can answer in time. Then new interactions are
 * refused at once, so that those already accepted finish and everyone gets an answer.
 */
import { performance } from 'node:perf_hooks';

/** Discord allows 3 s; a person should wait less than one. */
const slowMs = 400;
/** Fewer interactions than this are no crowd, however slow the machine is. */
const crowdMin = 64;
/** The share of its time that the process must be at work: slow answers alone may be Discord's. */
const busyShare = 0.9;
/** Of a new measurement in the average of the last. */
const weight = 1 / 8;
/** An older average says nothing about now. */
const freshMs = 1_000;
const shareOverMs = 250;

export interface Crowding {
  /** `underway`: the number of interactions that are being served. */
  isCrowded(underway: number): boolean;
  /** How long a first answer took, from its interaction's arrival in this process. */
  answered(ms: number): void;
}

export interface Load {
  nowMs(): number;
  /** The share of the time since the last call in which the process was at work, 0 to 1. */
  busyShare(): number;
}

export function processLoad(): Load {
  let last = performance.eventLoopUtilization();
  return {
    nowMs: () => performance.now(),
    busyShare: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, last);
      last = now;
      return utilization;
    },
  };
}

export function createCrowding(load: Load = processLoad()): Crowding {
  let averageMs = 0;
  let answeredAt = -Infinity;
  let share = 0;
  let sharedAt = load.nowMs();
  const shareNow = (now: number): number => {
    if (now - sharedAt >= shareOverMs) {
      share = load.busyShare();
      sharedAt = now;
    }
    return share;
  };
  return {
    isCrowded: (underway) => {
      const now = load.nowMs();
      const isBusy = shareNow(now) >= busyShare;
      return underway >= crowdMin && isBusy && averageMs >= slowMs && now - answeredAt < freshMs;
    },
    answered: (ms) => {
      const now = load.nowMs();
      averageMs = now - answeredAt < freshMs ? averageMs + (ms - averageMs) * weight : ms * weight;
      answeredAt = now;
    },
  };
}
