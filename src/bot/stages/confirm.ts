/** A press of *Confirm*: acknowledge, check access again, take the row once, run, answer. */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { stepButton, withButtons } from '../cards/reply.ts';
import type { Context } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { closeCard, latenessOf, latenessWithoutRow, answerLate } from '../replies/late.ts';
import { errorReply, refusalReply, unknownOutcome } from '../replies/problem.ts';
import type { Renewal } from './ask.ts';
import { fixRefused } from './fix.ts';
import { proceed } from './submit.ts';
import { admit, type Tools, answerAside, answerProof, type Visit } from './visit.ts';

async function settleQuietly(tools: Tools, row: RequestId): Promise<void> {
  try {
    await tools.bank.pending.settle(row, 'DONE');
  } catch (error) {
    // The resolver finds the row taken, replays it and sends the outcome again.
    if (!(error instanceof BankError)) throw error;
  }
}

/** The same command with the same values: a new card takes the place of the cancelled one. */
async function askAgain(tools: Tools, visit: Visit, values: RawValues, renewal: Renewal) {
  const { exchange, path: command, step } = visit;
  const code = renewal === 'changed' ? 'AMOUNT_CHANGED' : 'CARD_OUTDATED';
  tools.logger.event('bot.refused', { command, step, discordUserId: exchange.person, code });
  await proceed(tools, visit, { form: 0, values }, renewal);
}

async function run(
  tools: Tools,
  visit: Visit,
  context: Context,
  taken: { readonly action: PendingAction; readonly takenNow: boolean },
): Promise<void> {
  const { exchange, path, command } = visit;
  const { action, takenNow } = taken;
  const outcome = await tools.settler.run({ action, command, context, isFirst: takenNow });
  switch (outcome.kind) {
    case 'booked':
      if (await exchange.answer(render(outcome.reply, { path, row: null }))) {
        return settleQuietly(tools, action.requestId);
      }
      // Booked, but the answer did not arrive: a direct message follows.
      tools.resolver.watch({ action, context });
      return;
    case 'refused':
      // Only the press that took the row answers, so that only one draft or card is made.
      if (!takenNow) return;
      if (outcome.error.code === 'AMOUNT_CHANGED') {
        return askAgain(tools, visit, outcome.values, 'changed');
      }
      return fixRefused(tools, visit, { form: 0, values: outcome.values }, outcome.error);
    case 'outdated':
      if (takenNow) await askAgain(tools, visit, outcome.values, 'outdated');
      return;
    case 'gone':
      return closeCard(exchange, 'no-command');
    case 'concluded':
      return closeCard(exchange, outcome.happened ? 'used' : 'no-command');
    case 'unknown':
      tools.resolver.watch({ action, context });
      await exchange.answer(
        render(outcome.reply ?? errorReply(outcome.error, exchange.undone), { path, row: null }),
      );
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
  const { exchange, path } = visit;
  tools.resolver.watch({ action: { requestId, discordUserId: exchange.person }, context });
  await exchange.answer(
    render(errorReply(unknownOutcome(requestId), exchange.undone), { path, row: null }),
  );
}

export async function confirm(tools: Tools, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  if (row === null) return answerLate(exchange, 'unknown');
  await confirmAcknowledged(tools, visit, row, async () => {});
}

/** `before` runs after the access check; if it throws, the card stays as it is. */
export async function confirmAcknowledged(
  tools: Tools,
  visit: Visit,
  row: RequestId,
  before: (session: Session) => Promise<void>,
): Promise<void> {
  const { exchange, path } = visit;
  const admission = await admit(tools, visit).catch(orRefusal);
  if (admission instanceof BankError) {
    await answerAside(visit, errorReply(admission, exchange.undone));
    return;
  }
  if (!admission.ok) {
    // The card stays: its Confirm works again after a login.
    const { code, sentence } = admission.refusal;
    await answerAside(visit, refusalReply(code, sentence));
    return;
  }
  const { context } = admission;
  const refused = await refusalBy(async () => {
    if (context.session === null) return;
    // The time for moving money ended after the card was made.
    if (!context.session.canMove) await tools.bank.pending.requireProof(row, exchange.person);
    await before(context.session);
  });
  if (refused !== null) return answerProof(visit, refused);
  const { pending } = tools.bank;
  const taken = await pending
    .take(row, exchange.person, context.session)
    .catch((error: unknown) => {
      if (error instanceof BankError) return 'unclear' as const;
      throw error;
    });
  if (taken === 'unclear') return takeUnclear(tools, visit, context, row);
  if (taken === null) return answerLate(exchange, latenessWithoutRow(exchange));
  const { action } = taken;
  if (action.command !== path || action.kind !== 'CONFIRM') {
    if (taken.takenNow) await pending.settle(row, 'CANCELLED');
    return answerLate(exchange, 'unknown');
  }
  if (action.state === 'OPEN') {
    const missing = errorReply(new BankError('STEP_UP_NEEDED'), exchange.undone);
    const prove = stepButton('prove', words.replies.flow.proof.title, 'primary');
    await exchange.aside(render(withButtons(missing, prove), { path, row }));
    return;
  }
  if (action.state === 'EXPIRED') return closeCard(exchange, 'expired');
  if (action.state === 'CANCELLED') return answerLate(exchange, latenessOf(action.state));
  if (action.state === 'STUCK') {
    // Staff decide whether it is run again; the card stays as it is.
    await answerAside(visit, errorReply(unknownOutcome(row), exchange.undone));
    return;
  }
  await run(tools, visit, context, taken);
}
