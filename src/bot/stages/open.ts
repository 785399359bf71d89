/**
 * A command was called: its form opens at once, filled with what is known. A form must be the first
 * answer and cannot follow a deferral, so one short read is all that may come before it.
 */
import { BankError, type Identity } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { encodeCustomId } from '../cards/custom-id.ts';
import { render } from '../cards/render.ts';
import { isBlank, type RawValues } from '../forms/field.ts';
import { formFor, isComplete } from '../forms/form.ts';
import { modalOf } from '../forms/modal.ts';
import { errorReply } from '../replies/problem.ts';
import { within } from './deadline.ts';
import { refuseAccess } from './fix.ts';
import { proceed } from './submit.ts';
import { admitAs, admitForm, type Desk, identify, type Visit } from './visit.ts';

/** Discord waits 3 s for a form; the network needs its share. */
export const readBeforeFormMs = 1_000;

/** Null if the person could not be looked up in time; throws where access depends on it. */
export async function identifyQuickly(desk: Desk, visit: Visit): Promise<Identity | null> {
  const found = await within(readBeforeFormMs, identify(desk, visit));
  if (found.inTime) return found.value;
  if (visit.command.access === 'anyone') return null;
  throw new BankError('BANK_BUSY');
}

/** What the form is filled with; a read that takes too long leaves it blank. */
export async function prefillQuickly(
  desk: Desk,
  { command }: Visit,
  identity: Identity | null,
  withinMs: number,
): Promise<RawValues> {
  if (identity === null) return {};
  const filled = Promise.resolve(command.prefill(identity, desk.bank)).catch((error: unknown) => {
    if (!(error instanceof BankError)) throw error;
    return {};
  });
  const found = await within(withinMs, filled);
  return found.inTime ? found.value : {};
}

export async function open(desk: Desk, visit: Visit, options: RawValues): Promise<void> {
  const { exchange, command, path } = visit;
  const { form } = command;
  const given = { form: 0, values: options } as const;
  const optionGiven = Object.values(options).some((raw) => !isBlank(raw));
  if (form === null || (optionGiven && isComplete(form, options))) {
    if (await exchange.acknowledge('beside')) await proceed(desk, visit, given);
    return;
  }
  const begun = elapsedMs();
  try {
    await admitForm(desk, visit);
    const identity = await identifyQuickly(desk, visit);
    const admission = admitAs(desk, visit, identity);
    if (!admission.ok) return await refuseAccess(desk, visit, null, admission.refusal);
    const leftMs = readBeforeFormMs - (elapsedMs() - begun);
    const prefilled = await prefillQuickly(desk, visit, identity, leftMs);
    const customId = encodeCustomId({ path, step: 'form', row: null, detail: '' });
    const shown = formFor(form, identity?.hasApp === true);
    await exchange.openForm(modalOf(shown, { customId, values: { ...prefilled, ...options } }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await exchange.answer(render(errorReply(error, exchange.undone), { path, row: null }));
  }
}
