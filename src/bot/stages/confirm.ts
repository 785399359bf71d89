/** A press of *Confirm*: acknowledge, check access again, take the row once, run, answer. */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { render } from '../cards/render.ts';
import { type Reply, withButtons } from '../cards/reply.ts';
import type { Context } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { closeCard, latenessOf, latenessWithoutRow, answerLate } from '../next/late.ts';
import { nextButtons, refusingOf } from '../next/buttons.ts';
import { refusalSteps } from '../next/steps.ts';
import { errorReply, unknownOutcome } from '../replies/problem.ts';
import type { Press } from '../settle/press-notes.ts';
import type { Renewal } from './ask.ts';
import { fixRefused, refusePress } from './fix.ts';
import { afterDeposit } from './resume.ts';
import { proceed } from './submit.ts';
import { admit, noteProof, type Tools, type Visit } from './visit.ts';

async function settleQuietly(tools: Tools, row: RequestId): Promise<void> {
  try {
    await tools.bank.pending.settle(row, 'DONE');
  } catch (error) {
    // The resolver finds the row taken, replays it and sends the outcome again.
    if (!(error instanceof BankError)) throw error;
  }
}

const pressOf = (
  { requestId, discordUserId }: Pick<PendingAction, 'requestId' | 'discordUserId'>,
  { session }: Context,
): Press => ({ requestId, discordUserId, sessionId: session?.id ?? null });

const renewalCodes: Record<Renewal, string> = {
  changed: 'AMOUNT_CHANGED',
  roundUp: 'ROUND_UP_CHANGED',
  fee: 'FEE_CHANGED',
  approval: 'SHARED_APPROVAL',
  outdated: 'CARD_OUTDATED',
};

const renewals = Object.keys(renewalCodes) as readonly Renewal[];

/** The same command with the same values: a new card takes the place of the cancelled one. */
async function askAgain(tools: Tools, visit: Visit, values: RawValues, renewal: Renewal) {
  const { exchange, path: command, step } = visit;
  const code = renewalCodes[renewal];
  tools.logger.event('bot.refused', { command, step, discordUserId: exchange.person, code });
  await proceed(tools, visit, { form: 0, values }, renewal);
}

/** Nothing is promised. *Check now* asks for the same request, which is booked at most once. */
async function answerUnknown(
  { exchange, path }: Visit,
  reply: Reply | null,
  error: BankError,
  row: RequestId,
): Promise<void> {
  const shown = reply ?? errorReply(error, exchange.undone);
  const buttons = nextButtons(refusalSteps.OUTCOME_UNKNOWN, refusingOf({ path, row }));
  await exchange.answer(render(withButtons(shown, ...buttons), { path, row }));
}

/** The receipt, and what waited for it. */
async function showBooked(
  tools: Tools,
  visit: Visit,
  booked: {
    readonly reply: Reply;
    readonly detail: string;
    readonly action: PendingAction;
    readonly context: Context;
  },
): Promise<void> {
  const { reply, detail, action, context } = booked;
  const { rendered, next } = await afterDeposit(tools, visit, { reply, detail, proceed });
  if (!(await visit.exchange.answer(rendered))) {
    // Booked, but the answer did not arrive: a direct message follows.
    tools.resolver.watch(pressOf(action, context));
    return;
  }
  await settleQuietly(tools, action.requestId);
  await next?.();
}

async function run(
  tools: Tools,
  visit: Visit,
  context: Context,
  taken: { readonly action: PendingAction; readonly takenNow: boolean; readonly detail: string },
): Promise<void> {
  const { exchange, path, command } = visit;
  const { action, takenNow, detail } = taken;
  const late = { path, row: action.requestId };
  const outcome = await tools.settler.run({ action, command, context, isFirst: takenNow });
  switch (outcome.kind) {
    case 'booked':
      return showBooked(tools, visit, { reply: outcome.reply, detail, action, context });
    case 'refused':
      // Only the press that took the row answers, so that only one draft or card is made.
      if (!takenNow) return;
      for (const renewal of renewals) {
        if (outcome.error.code === renewalCodes[renewal]) {
          return askAgain(tools, visit, outcome.values, renewal);
        }
      }
      return fixRefused(tools, visit, { form: 0, values: outcome.values }, outcome.error);
    case 'outdated':
      if (takenNow) await askAgain(tools, visit, outcome.values, 'outdated');
      return;
    case 'gone':
      return closeCard(exchange, 'no-command', late);
    case 'concluded':
      return closeCard(exchange, outcome.happened ? 'used' : 'no-command', late);
    case 'unknown':
      tools.resolver.watch(pressOf(action, context));
      await answerUnknown(visit, outcome.reply, outcome.error, action.requestId);
  }
}

const orRefusal = (error: unknown): BankError => {
  if (error instanceof BankError) return error;
  throw error;
};
const refusalBy = async (work: () => Promise<void>): Promise<BankError | null> =>
  work().then(() => null, orRefusal);

/** The row may have been taken although the database's answer was lost; the resolver checks. */
async function takeUnclear(tools: Tools, visit: Visit, context: Context, requestId: RequestId) {
  const { exchange } = visit;
  await tools.resolver.keep(pressOf({ requestId, discordUserId: exchange.person }, context));
  await answerUnknown(visit, null, unknownOutcome(requestId), requestId);
}

export async function confirm(
  tools: Tools,
  visit: Visit,
  { row, detail }: { readonly row: RequestId | null; readonly detail: string },
): Promise<void> {
  const { exchange, path } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  if (row === null) return answerLate(exchange, 'unknown', { path, row });
  await confirmAcknowledged(tools, visit, { row, detail }, async () => {});
}

/** `before` runs after the access check; if it throws, the card stays as it is. */
export async function confirmAcknowledged(
  tools: Tools,
  visit: Visit,
  { row, detail }: { readonly row: RequestId; readonly detail: string },
  before: (session: Session) => Promise<void>,
): Promise<void> {
  const { exchange, path } = visit;
  const admission = await admit(tools, visit).catch(orRefusal);
  if (admission instanceof BankError) return refusePress(visit, admission, row);
  // The card stays: its Confirm works again after a login.
  if (!admission.ok) return refusePress(visit, admission.refusal, row);
  const { context } = admission;
  const refused = await refusalBy(async () => {
    if (context.session === null) return;
    // The time for moving money ended after the card was made.
    if (!context.session.canMove) await tools.bank.pending.requireProof(row, exchange.person);
    await before(context.session);
  });
  if (refused !== null) {
    if (!(await noteProof(visit, refused))) await refusePress(visit, refused, row);
    return;
  }
  const { pending } = tools.bank;
  const taken = await pending
    .take(row, exchange.person, context.session)
    .catch((error: unknown) => {
      if (error instanceof BankError) return 'unclear' as const;
      throw error;
    });
  if (taken === 'unclear') return takeUnclear(tools, visit, context, row);
  const late = { path, row };
  if (taken === null) {
    return answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
  }
  const { action } = taken;
  if (action.command !== path || action.kind !== 'CONFIRM') {
    if (taken.takenNow) await pending.settle(row, 'CANCELLED');
    return answerLate(exchange, 'unknown', { path, row: null });
  }
  if (action.state === 'OPEN') return refusePress(visit, new BankError('STEP_UP_NEEDED'), row);
  if (action.state === 'EXPIRED') return closeCard(exchange, 'expired', late);
  if (action.state === 'CANCELLED') return answerLate(exchange, latenessOf(action.state), late);
  // Staff decide whether it is run again; the card stays as it is.
  if (action.state === 'STUCK') return refusePress(visit, unknownOutcome(row), row);
  await run(tools, visit, context, { ...taken, detail });
}
