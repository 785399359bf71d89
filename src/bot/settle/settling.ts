/**
 * Runs a confirmed request under the id of its row, so that it is carried out at most once, however
 * often *Confirm* is pressed or the request is retried. The caller shows the outcome.
 */
import {
  BankError,
  isRefused,
  type PendingAction,
  referenceOf,
  type RequestId,
} from '../../bank/index.ts';
import type { Logger } from '../../log/logger.ts';
import type { Reply } from '../cards/reply.ts';
import type { Command, ConfirmedContext, Context } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { newErrorReference, unclearDefectReply, unknownOutcome } from '../replies/problem.ts';
import { type Stored, storedIn } from './pending.ts';

export type Outcome =
  | { readonly kind: 'booked'; readonly reply: Reply }
  /** Not carried out; the row is cancelled, so it never will be. */
  | { readonly kind: 'refused'; readonly error: BankError; readonly values: RawValues }
  /** The card of a version that stored no such order: not carried out, to be asked again. */
  | { readonly kind: 'outdated'; readonly values: RawValues }
  /** The card is unreadable, or its command asks no more questions: not carried out. */
  | { readonly kind: 'gone' }
  /** Cannot be run, but an earlier run may have succeeded; a message reports that to the owner. */
  | { readonly kind: 'concluded'; readonly happened: boolean }
  /** The row stays taken; the resolver will find the outcome. */
  | { readonly kind: 'unknown'; readonly error: BankError; readonly reply: Reply | null };

export interface Taken {
  readonly action: PendingAction;
  readonly command: Command;
  readonly context: Context;
  /** The row was taken for this run, so no earlier run can have booked it. */
  readonly isFirst: boolean;
}

export interface Settler {
  run(taken: Taken): Promise<Outcome>;
  isUnderway(requestId: RequestId): boolean;
}

interface Defect {
  readonly error: unknown;
  /** Identifies the error in the log. */
  readonly reference: string;
}

const unknown = (requestId: RequestId, reply: Reply | null = null): Outcome => ({
  kind: 'unknown',
  error: unknownOutcome(requestId),
  reply,
});

/**
 * Whether the outcome is still unknown. BANK_BUSY means that this run did nothing, but an earlier
 * run of the same row may have succeeded without its answer arriving.
 */
const isOpen = ({ code }: BankError, { isFirst }: Taken): boolean =>
  code === 'OUTCOME_UNKNOWN' || code === 'CHANGE_UNKNOWN' || (code === 'BANK_BUSY' && !isFirst);

/** The row is cancelled before the customer reads that nothing moved. */
async function refuseForGood({ action, context }: Taken, outcome: Outcome): Promise<Outcome> {
  try {
    await context.bank.pending.settle(action.requestId, 'CANCELLED');
    return outcome;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    return unknown(action.requestId);
  }
}

/** The card cannot be run. */
async function unrun(taken: Taken, stored: Stored | null): Promise<Outcome> {
  if (!taken.isFirst) return conclude(taken);
  if (stored === null) return refuseForGood(taken, { kind: 'gone' });
  const values = { ...stored.values, ...stored.settled };
  return refuseForGood(taken, { kind: 'outdated', values });
}

/** The card cannot be run any more, but an earlier run may have succeeded. */
async function conclude({ action: { requestId }, context }: Taken): Promise<Outcome> {
  const end = await context.bank.pending.conclude(requestId);
  if (end === null) return unknown(requestId);
  return { kind: 'concluded', happened: end === 'DONE' };
}

/** A defect. If the database refused the write and rolled back, nothing was done. */
async function failed(taken: Taken, values: RawValues, defect: Defect): Promise<Outcome> {
  const { error, reference } = defect;
  const { requestId } = taken.action;
  if (!isRefused(error)) return unknown(requestId, unclearDefectReply(reference, requestId));
  const refusal = new BankError('NOT_BOOKABLE', { reference: referenceOf(requestId) });
  return refuseForGood(taken, { kind: 'refused', error: refusal, values });
}

async function runOnce(taken: Taken, logger: Logger): Promise<Outcome> {
  const { action, command, context } = taken;
  const { requestId } = action;
  const stored = command.confirm === null ? null : storedIn(action);
  if (stored === null || stored.order === null) return unrun(taken, stored);
  try {
    const confirmed: ConfirmedContext = { ...context, requestId, isProved: action.isProved };
    return { kind: 'booked', reply: await command.run(confirmed, stored.order.input) };
  } catch (error) {
    if (error instanceof BankError && !isOpen(error, taken)) {
      return refuseForGood(taken, { kind: 'refused', error, values: stored.values });
    }
    if (error instanceof BankError) return unknown(requestId);
    const reference = newErrorReference();
    const { command: path, discordUserId } = action;
    const facts = { command: path, step: 'confirm', discordUserId, reference };
    logger.event('bot.failed', facts, error);
    return failed(taken, stored.values, { error, reference });
  }
}

/** Simultaneous presses of one card share one run and its outcome. */
export function createSettler(logger: Logger): Settler {
  const underway = new Map<RequestId, Promise<Outcome>>();
  return {
    isUnderway: (requestId) => underway.has(requestId),
    run: (taken) => {
      const { requestId } = taken.action;
      const running = underway.get(requestId);
      if (running !== undefined) return running;
      const run = runOnce(taken, logger).finally(() => underway.delete(requestId));
      underway.set(requestId, run);
      return run;
    },
  };
}
