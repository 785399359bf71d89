/** One press of *Confirm*: acknowledge, look again who asks, take the row once, run, tell. */
import type { PendingAction } from '../../bank/bank.ts';
import { BankError } from '../../bank/errors.ts';
import type { RequestId } from '../../bank/model.ts';
import type { Context } from '../command.ts';
import { errorReply, refusalReply, unknownOutcome } from '../problem.ts';
import { render } from '../replies/render.ts';
import { fixRefused } from './fix.ts';
import { closeCard, latenessOf, strangerTo, tellLate } from './late.ts';
import { admit, type Desk, type Visit } from './visit.ts';

async function settleQuietly(desk: Desk, row: RequestId): Promise<void> {
  try {
    await desk.bank.pending.settle(row, 'DONE');
  } catch (error) {
    // The resolver will find it taken, replay it, and tell once more.
    if (!(error instanceof BankError)) throw error;
  }
}

async function run(
  desk: Desk,
  visit: Visit,
  context: Context,
  taken: { readonly action: PendingAction; readonly takenNow: boolean },
): Promise<void> {
  const { exchange, path, command } = visit;
  const { action, takenNow } = taken;
  const outcome = await desk.settler.run({ action, command, context, isFirst: takenNow });
  switch (outcome.kind) {
    case 'booked':
      if (await exchange.answer(render(outcome.reply, { path, row: null }))) {
        return settleQuietly(desk, action.requestId);
      }
      // Booked and not told: a message will tell.
      desk.resolver.watch({ action, context });
      return;
    case 'refused':
      // A twin of the press that took the row tells it, and keeps the one draft.
      if (takenNow)
        await fixRefused(desk, visit, { form: 0, values: outcome.values }, outcome.error);
      return;
    case 'gone':
      return closeCard(exchange, 'no-command');
    case 'unknown':
      desk.resolver.watch({ action, context });
      await exchange.answer(
        render(outcome.reply ?? errorReply(outcome.error), { path, row: null }),
      );
  }
}

/** Taking may have happened although its answer is lost; the resolver finds out and tells. */
async function takeUnclear(desk: Desk, visit: Visit, context: Context, requestId: RequestId) {
  const { exchange, path } = visit;
  desk.resolver.watch({ action: { requestId, discordUserId: exchange.person }, context });
  await exchange.answer(render(errorReply(unknownOutcome(requestId)), { path, row: null }));
}

export async function confirm(desk: Desk, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange, path } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  if (row === null) return tellLate(exchange, 'unknown');
  const admission = await admit(desk, visit).catch((error: unknown) => {
    if (error instanceof BankError) return error;
    throw error;
  });
  if (admission instanceof BankError) {
    await exchange.aside(render(errorReply(admission), { path, row: null }));
    return;
  }
  if (!admission.ok) {
    // The card stays: after a login its Confirm works again.
    const { code, sentence } = admission.refusal;
    await exchange.aside(render(refusalReply(code, sentence), { path, row: null }));
    return;
  }
  const { context } = admission;
  const { pending } = desk.bank;
  const taken = await pending
    .take(row, exchange.person, context.session)
    .catch((error: unknown) => {
      if (error instanceof BankError) return 'unclear' as const;
      throw error;
    });
  if (taken === 'unclear') return takeUnclear(desk, visit, context, row);
  if (taken === null) return tellLate(exchange, strangerTo(exchange));
  const { action } = taken;
  if (action.command !== path || action.kind !== 'CONFIRM') {
    if (taken.takenNow) await pending.settle(row, 'CANCELLED');
    return tellLate(exchange, 'unknown');
  }
  if (action.state === 'EXPIRED') return closeCard(exchange, 'expired');
  if (action.state === 'CANCELLED') return tellLate(exchange, latenessOf(action.state));
  await run(desk, visit, context, taken);
}
