/**
 * A confirmed request runs under the id of its row, so that it happens at most once however often
 * it is pressed, resolved or replayed. The outcome is a value, which the caller shows.
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
import { keptIn } from './pending.ts';

export type Outcome =
  | { readonly kind: 'booked'; readonly reply: Reply }
  /** Nothing moved, and the row says so: it can no longer be booked. */
  | { readonly kind: 'refused'; readonly error: BankError; readonly values: RawValues }
  /** The version that made the card knew another command: nothing moved. */
  | { readonly kind: 'gone' }
  /** The same, after an earlier run; a message tells the owner whether that one did it. */
  | { readonly kind: 'concluded'; readonly happened: boolean }
  /** The row stays taken, and a resolver will know. */
  | { readonly kind: 'unknown'; readonly error: BankError; readonly reply: Reply | null };

export interface Taken {
  readonly action: PendingAction;
  readonly command: Command;
  readonly context: Context;
  /** No run before this one can have booked it: the row was taken for this very run. */
  readonly isFirst: boolean;
}

export interface Settler {
  run(taken: Taken): Promise<Outcome>;
  isUnderway(requestId: RequestId): boolean;
}

interface Defect {
  readonly error: unknown;
  /** Under which the log has it. */
  readonly reference: string;
}

const unknown = (requestId: RequestId, reply: Reply | null = null): Outcome => ({
  kind: 'unknown',
  error: unknownOutcome(requestId),
  reply,
});

function inputOf({ action, command, context }: Taken) {
  const kept = keptIn(action);
  if (kept === null || command.form === null || command.confirm === null) return null;
  const values = { ...kept.values, ...kept.settled };
  const facts = { currency: context.bank.currency, today: isoDate(context.now) };
  const reading = readForm(command.form, values, facts);
  return reading.ok ? { kept, input: reading.input } : null;
}

/**
 * Whether the outcome is still unknown. A busy bank has done nothing this time, but an earlier run
 * of the same row, whose answer was lost, may have.
 */
const isOpen = ({ code }: BankError, { isFirst }: Taken): boolean =>
  code === 'OUTCOME_UNKNOWN' || code === 'CHANGE_UNKNOWN' || (code === 'BANK_BUSY' && !isFirst);

/** A customer may read that nothing moved only once the row can no longer be booked. */
async function refuseForGood({ action, context }: Taken, outcome: Outcome): Promise<Outcome> {
  try {
    await context.bank.pending.settle(action.requestId, 'CANCELLED');
    return outcome;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    return unknown(action.requestId);
  }
}

/** The command cannot be run any more, but an earlier run may have done it. */
async function conclude({ action: { requestId }, context }: Taken): Promise<Outcome> {
  const end = await context.bank.pending.conclude(requestId);
  if (end === null) return unknown(requestId);
  return { kind: 'concluded', happened: end === 'DONE' };
}

/** A defect; where the database refused to write it and rolled back, nothing has moved. */
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
      return refuseForGood(taken, { kind: 'refused', error, values: read.kept.values });
    }
    if (error instanceof BankError) return unknown(requestId);
    const reference = newErrorReference();
    const { command: path, discordUserId } = action;
    const facts = { command: path, step: 'confirm', discordUserId, reference };
    logger.event('bot.failed', facts, error);
    return failed(taken, read.kept.values, { error, reference });
  }
}

/** Presses of one card that come together share one run and its outcome. */
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
