/**
 * Runs a confirmed request under the id of its row, so that it is carried out at most once, however
 * often *Confirm* is pressed or the request is retried. The caller shows the outcome.
 */
import {
  BankError,
  isoDate,
  isRefused,
  type PendingAction,
  referenceOf,
  type RequestId,
} from '../../bank/index.ts';
import type { Logger } from '../../log/logger.ts';
import type { Reply } from '../cards/reply.ts';
import type { Command, ConfirmedContext, Context } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { readForm } from '../forms/form.ts';
import { newErrorReference, unclearDefectReply, unknownOutcome } from '../replies/problem.ts';
import { storedIn } from './pending.ts';

export type Outcome =
  | { readonly kind: 'booked'; readonly reply: Reply }
  /** Not carried out; the row is cancelled, so it never will be. */
  | { readonly kind: 'refused'; readonly error: BankError; readonly values: RawValues }
  /** The card was made by a version with another form of the command: not carried out. */
  | { readonly kind: 'gone' }
  /** As `gone`, but an earlier run may have succeeded; a message reports that to the owner. */
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

function inputOf({ action, command, context }: Taken) {
  const stored = storedIn(action);
  if (stored === null || command.form === null || command.confirm === null) return null;
  const values = { ...stored.values, ...stored.settled };
  const facts = { currency: context.bank.currency, today: isoDate(context.now) };
  const reading = readForm(command.form, values, facts);
  return reading.ok ? { stored, input: reading.input } : null;
}

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

/** The command can no longer be run, but an earlier run may have succeeded. */
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
  const read = inputOf(taken);
  if (read === null) {
    return taken.isFirst ? refuseForGood(taken, { kind: 'gone' }) : conclude(taken);
  }
  try {
    const confirmed: ConfirmedContext = { ...context, requestId, isProved: action.isProved };
    return { kind: 'booked', reply: await command.run(confirmed, read.input) };
  } catch (error) {
    if (error instanceof BankError && !isOpen(error, taken)) {
      return refuseForGood(taken, { kind: 'refused', error, values: read.stored.values });
    }
    if (error instanceof BankError) return unknown(requestId);
    const reference = newErrorReference();
    const { command: path, discordUserId } = action;
    const facts = { command: path, step: 'confirm', discordUserId, reference };
    logger.event('bot.failed', facts, error);
    return failed(taken, read.stored.values, { error, reference });
  }
}

/** Simultaneous presses of one card share one run and its outcome. */
export function createSettler(logger: Logger): Settler {
  const underway = new Map<RequestId, Promise<Outcome>>();
  return {
    isUnderway: (requestId) => underway.has(requestId),
    run: async (taken) => {
      const { requestId } = taken.action;
      const running = underway.get(requestId);
      if (running !== undefined) return running;
      const run = runOnce(taken, logger).finally(() => underway.delete(requestId));
      underway.set(requestId, run);
      return run;
    },
  };
}
