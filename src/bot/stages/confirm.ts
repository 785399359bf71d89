/** A press of *Confirm*: acknowledge, check access again, take the row once, run, answer. */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { render } from '../cards/render.ts';
import type { Context } from '../command/command.ts';
import { closeCard, latenessOf, strangerTo, tellLate } from '../replies/late.ts';
import { errorReply, refusalReply, unknownOutcome } from '../replies/problem.ts';
import { fixRefused } from './fix.ts';
import { admit, type Desk, tellAside, type Visit } from './visit.ts';

async function settleQuietly(desk: Desk, row: RequestId): Promise<void> {
  try {
    await desk.bank.pending.settle(row, 'DONE');
  } catch (error) {
    // The resolver will find it taken, replay it, and send the outcome again.
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
      // Booked, but the answer did not arrive: a direct message follows.
      desk.resolver.watch({ action, context });
      return;
    case 'refused':
      // Only the press that took the row answers, so that there is one draft.
      if (takenNow)
        await fixRefused(desk, visit, { form: 0, values: outcome.values }, outcome.error);
      return;
    case 'gone':
      return closeCard(exchange, 'no-command');
    case 'concluded':
      return closeCard(exchange, outcome.happened ? 'used' : 'no-command');
    case 'unknown':
      desk.resolver.watch({ action, context });
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

/** The row may be taken although the answer was lost; the resolver finds out and sends it. */
async function takeUnclear(desk: Desk, visit: Visit, context: Context, requestId: RequestId) {
  const { exchange, path } = visit;
  desk.resolver.watch({ action: { requestId, discordUserId: exchange.person }, context });
  await exchange.answer(
    render(errorReply(unknownOutcome(requestId), exchange.undone), { path, row: null }),
  );
}

export async function confirm(desk: Desk, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  if (row === null) return tellLate(exchange, 'unknown');
  await confirmAcknowledged(desk, visit, row, async () => {});
}

/** `before` runs once the person is known; if it throws, the card stays as it is. */
export async function confirmAcknowledged(
  desk: Desk,
  visit: Visit,
  row: RequestId,
  before: (session: Session) => Promise<void>,
): Promise<void> {
  const { exchange, path } = visit;
  const admission = await admit(desk, visit).catch(orRefusal);
  if (admission instanceof BankError) {
    await tellAside(visit, errorReply(admission, exchange.undone));
    return;
  }
  if (!admission.ok) {
    // The card stays: after a login its Confirm works again.
    const { code, sentence } = admission.refusal;
    await tellAside(visit, refusalReply(code, sentence));
    return;
  }
  const { context } = admission;
  const refused = await refusalBy(async () => {
    if (context.session !== null) await before(context.session);
  });
  if (refused !== null) {
    await tellAside(visit, errorReply(refused, exchange.undone));
    return;
  }
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
  if (action.state === 'OPEN') {
    const missing = errorReply(new BankError('STEP_UP_NEEDED'), exchange.undone);
    await tellAside(visit, missing);
    return;
  }
  if (action.state === 'EXPIRED') return closeCard(exchange, 'expired');
  if (action.state === 'CANCELLED') return tellLate(exchange, latenessOf(action.state));
  if (action.state === 'STUCK') {
    // Staff decide whether it is run again; the card stays as it is.
    await tellAside(visit, errorReply(unknownOutcome(row), exchange.undone));
    return;
  }
  await run(desk, visit, context, taken);
}
