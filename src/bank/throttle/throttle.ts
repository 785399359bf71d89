/** Limits requests: of one person first, then of a server, then of the whole bank. */
import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import { background } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { BankError, type ErrorData, type ReportEvent } from '../model/index.ts';
import { type ExactCounter, exactCounters } from './exact.ts';
import { type ThrottleKind, type ThrottleLimit, throttleLimits } from './limits.ts';
import { createTally } from './tally.ts';

export interface ThrottleService {
  /** Counts a form, list or button of a person, in memory. Throws REQUESTS_TOO_MANY. */
  admitForm(discordUserId: m.DiscordUserId, place: m.Place): Promise<void>;
  /** Counts a request for choices, as `admitForm`. */
  admitSuggestion(discordUserId: m.DiscordUserId, place: m.Place): Promise<void>;
  /** Counts a message to the bank, as `admitForm`. */
  admitSentence(discordUserId: m.DiscordUserId, place: m.Place): Promise<void>;
}

export interface Asking {
  readonly discordUserId: m.DiscordUserId;
  readonly place?: m.Place;
  /** Counts on the account instead of the Discord user, who may be replaced. */
  readonly customerId?: m.CustomerId;
}

export interface Throttle {
  readonly service: ThrottleService;
  /** Throws REQUESTS_TOO_MANY. */
  admit(kind: ThrottleKind, asking: Asking, points?: number): Promise<void>;
  /** Returns points in the background. */
  giveBack(kind: ThrottleKind, asking: Asking, points: number): void;
  close(): Promise<void>;
}

const refuse = (from: ErrorData['REQUESTS_TOO_MANY']['from'], waitMs: number): void => {
  if (waitMs > 0) throw new BankError('REQUESTS_TOO_MANY', { from, waitMs });
};

const subjectOf = ({ customerId, discordUserId }: Asking): string =>
  customerId === undefined ? `person ${discordUserId}` : `account ${customerId}`;

/** `factor` multiplies every limit, for load tests. */
export function createThrottle(
  pool: Pool,
  factor: number,
  report: ReportEvent = () => {},
): Throttle {
  const inBackground = background(report, 'throttle');
  const tally = createTally(pool, inBackground);
  const limits: Record<ThrottleKind, ThrottleLimit> = throttleLimits;
  const counterOf = exactCounters(pool);
  const exact = new Map<ThrottleKind, ExactCounter>();
  for (const kind of Object.keys(limits) as ThrottleKind[]) {
    const { windowMs, each, exact: isExact } = limits[kind];
    if (isExact) exact.set(kind, counterOf({ kind, points: each * factor, windowMs }));
  }
  const givingBack = new Set<Promise<void>>();

  /** Requests refused to a person do not count for the server and the bank. */
  const admitTogether = (kind: ThrottleKind, { place }: Asking): void => {
    const { windowMs, server, all } = limits[kind];
    const guildId = place?.guildId ?? null;
    if (guildId !== null) {
      const points = server * factor;
      refuse('SERVER', tally.take(`${kind}:server ${guildId}`, { points, windowMs }));
    }
    refuse('EVERYONE', tally.take(`${kind}:all`, { points: all * factor, windowMs }));
  };
  const admit: Throttle['admit'] = async (kind, asking, points = 1) => {
    const { windowMs, each } = limits[kind];
    const subject = subjectOf(asking);
    const counter = exact.get(kind);
    const waitMs =
      counter === undefined
        ? tally.take(`${kind}:${subject}`, { points: each * factor, windowMs })
        : await counter.take(subject, points);
    refuse('PERSON', waitMs);
    admitTogether(kind, asking);
  };
  return {
    service: {
      admitForm: async (discordUserId, place) => admit('form', { discordUserId, place }),
      admitSuggestion: async (discordUserId, place) =>
        admit('suggestion', { discordUserId, place }),
      admitSentence: async (discordUserId, place) => admit('sentence', { discordUserId, place }),
    },
    admit,
    giveBack: (kind, asking, points) => {
      const counter = exact.get(kind);
      assert(counter !== undefined, 'only exact counters give points back');
      // If the database is down, the points stay spent until the window ends.
      const given = inBackground(async () => counter.giveBack(subjectOf(asking), points)).finally(
        () => givingBack.delete(given),
      );
      givingBack.add(given);
    },
    close: async () => {
      await Promise.all(givingBack);
      await tally.close();
    },
  };
}
