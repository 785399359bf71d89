/**
 * bcrypt over a peppered digest: no 72-byte limit, no NUL, and a stolen table cannot be attacked
 * without the pepper. One bounded queue keeps logins from using all processor time.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { compare, getRounds, hash } from 'bcrypt';
import { QueueRefusal, workQueue } from '../../../lib/work-queue.ts';
import type { Keys, Pepper } from '../../keys/index.ts';
import { BankError, type ReportEvent } from '../../model/index.ts';
import type { PasswordHash } from '../store/credentials.ts';

export interface Passwords {
  /** Throws BANK_BUSY when the queue is full or the wait too long; `verify` also. */
  hash(password: string): Promise<PasswordHash>;
  /** Takes as long for `null` (no such account) as for a wrong password. */
  verify(password: string, stored: PasswordHash | null): Promise<boolean>;
  /** The stored hash has another cost or pepper than new ones get. */
  isOutdated(stored: PasswordHash): boolean;
  close(): Promise<void>;
}

/** One core stays free for other work; Discord lets a reply be edited for 15 minutes. */
const queueLimits = {
  atOnce: Math.max(1, availableParallelism() - 1),
  waitingMax: 1_000,
  waitMaxMs: 180_000,
};

const digest = (pepper: Pepper, password: string): string =>
  createHmac('sha384', pepper.key).update(password.normalize('NFKC')).digest('base64');

export async function createPasswords(options: {
  readonly keys: Keys;
  readonly cost: number;
  readonly report: ReportEvent;
}): Promise<Passwords> {
  const { keys, cost, report } = options;
  const queue = workQueue(queueLimits);
  const peppers = [keys.pepper, ...keys.formerPeppers];
  const noAccount: PasswordHash = {
    hash: await hash(randomBytes(32).toString('base64'), cost),
    pepperId: keys.pepper.id,
  };
  const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> =>
    queue.run(work).catch((error: unknown) => {
      throw error instanceof QueueRefusal ? new BankError('BANK_BUSY') : error;
    });
  return {
    hash: async (password) => ({
      hash: await inTurn(async () => hash(digest(keys.pepper, password), cost)),
      pepperId: keys.pepper.id,
    }),
    verify: async (password, stored) => {
      const known = stored ?? noAccount;
      const pepper = peppers.find(({ id }) => id.equals(known.pepperId));
      if (!pepper) report({ name: 'pepperMissing', pepperId: known.pepperId.toString('hex') });
      const text = digest(pepper ?? keys.pepper, password);
      const matches = await inTurn(async () => compare(text, known.hash));
      return matches && stored !== null && pepper !== undefined;
    },
    isOutdated: (stored) =>
      !stored.pepperId.equals(keys.pepper.id) || getRounds(stored.hash) !== cost,
    close: async () => queue.close(),
  };
}
