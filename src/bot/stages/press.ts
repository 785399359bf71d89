/** Buttons that open a form, cancel a card, or run an action of the command. */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { seenWithin } from '../../lib/retry.ts';
import { words } from '../../words/index.ts';
import { encodeCustomId } from '../cards/custom-id.ts';
import { render } from '../cards/render.ts';
import { type Reply, show, text } from '../cards/reply.ts';
import { type Form, formFor, readForm } from '../forms/form.ts';
import { modalOf } from '../forms/modal.ts';
import { closeCard, latenessOf, strangerTo, tellLate } from '../replies/late.ts';
import { errorReply, refusalReply } from '../replies/problem.ts';
import { type Kept, keptIn } from '../settle/pending.ts';
import { within } from './deadline.ts';
import { refuseAccess } from './fix.ts';
import { prefillQuickly, readBeforeFormMs } from './open.ts';
import {
  admit,
  admitAs,
  admitForm,
  type Desk,
  factsOf,
  identify,
  tellAside,
  type Visit,
} from './visit.ts';

const noForm: Form = { title: '', fields: {} };
const nothing: Kept = { form: 0, values: {}, settled: {}, confirms: '' };

/** The person who pressed and their row: one read each, in the time there is before a form. */
export async function look(desk: Desk, visit: Visit, row: RequestId | null) {
  const { person } = visit.exchange;
  const work = Promise.all([
    identify(desk, visit),
    row === null ? null : desk.bank.pending.find(row, person),
  ]);
  const found = await within(readBeforeFormMs, work);
  if (!found.inTime) throw new BankError('BANK_BUSY');
  return found.value;
}

const keptFor = (visit: Visit, action: PendingAction | null): Kept | null =>
  action !== null && action.command === visit.path ? keptIn(action) : null;

/** *Edit*, *Filter* and the like, and the button to a second form: what is known is filled in. */
export async function reopen(
  desk: Desk,
  visit: Visit,
  row: RequestId | null,
  which: 'kept' | 'second',
): Promise<void> {
  const { exchange, command, path } = visit;
  const begun = elapsedMs();
  try {
    await admitForm(desk, visit);
    const [identity, action] = await look(desk, visit, row);
    const admission = admitAs(desk, visit, identity);
    if (!admission.ok) return await refuseAccess(desk, visit, null, admission.refusal);
    const kept = row === null ? nothing : keptFor(visit, action);
    if (kept === null) return await tellLate(exchange, strangerTo(exchange));
    if (action !== null && action.state !== 'OPEN') {
      return await tellLate(exchange, latenessOf(action.state));
    }
    const second = which === 'second' || kept.form === 1;
    const asked = second ? (command.second?.form ?? null) : command.form;
    if (asked === null) return await tellLate(exchange, 'no-command');
    const form = formFor(asked, identity?.hasApp === true);
    const customId = encodeCustomId({ path, step: second ? 'form2' : 'form', row, detail: '' });
    const leftMs = readBeforeFormMs - (elapsedMs() - begun);
    const isFresh = row === null && !second;
    const values = isFresh ? await prefillQuickly(desk, visit, identity, leftMs) : kept.values;
    await exchange.openForm(modalOf(form, { customId, values }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await tellAside(visit, errorReply(error, visit.exchange.undone));
  }
}

export async function cancel(desk: Desk, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange, path } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  try {
    if (row !== null && (await desk.bank.pending.cancel(row, exchange.person))) {
      const reply = show(words.replies.flow.cancelled, text(exchange.undone));
      await exchange.answer(render(reply, { path, row: null }));
      return;
    }
    const action = row === null ? null : await desk.bank.pending.find(row, exchange.person);
    if (action === null) return await tellLate(exchange, strangerTo(exchange));
    // Cancelled by a twin of this press: the card says so already.
    if (action.state === 'CANCELLED' || action.state === 'OPEN') return;
    await closeCard(exchange, latenessOf(action.state));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await tellAside(visit, errorReply(error, visit.exchange.undone));
  }
}

/** The longest that a press waits for another press of the same button to be finished. */
const twinWithinMs = 2_000;

/** Null when the proof is right; a press whose twin was proved shows what came of that one. */
async function proveUnlessDone(
  prove: () => Promise<void>,
  done: () => Promise<Reply | null>,
): Promise<Reply | null> {
  let reply = await done();
  if (reply !== null) return reply;
  try {
    await prove();
    return null;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    const look = async (): Promise<boolean> => (reply = await done()) !== null;
    // Turned away, since attempts are judged one by one: the twin may be under way.
    await seenWithin(error.code === 'LOCKED_OUT' ? twinWithinMs : 0, look);
    if (reply === null) throw error;
    return reply;
  }
}

/** A command's own button. What it carries is read by its schema, the values by the form's. */
export async function act(
  desk: Desk,
  visit: Visit,
  pressed: {
    readonly step: string;
    readonly row: RequestId | null;
    readonly detail: string;
    /** Given with a proof, which must be right before anything is done. */
    readonly prove?: (session: Session) => Promise<void>;
  },
): Promise<void> {
  const { exchange, command, path } = visit;
  const { step, row, prove } = pressed;
  const action = Object.hasOwn(command.actions, step) ? command.actions[step] : undefined;
  const token = action?.token.safeParse(pressed.detail);
  if (action === undefined || token?.success !== true) return tellLate(exchange, 'no-command');
  if (!(await exchange.acknowledge(action.answer))) return;
  try {
    await admitForm(desk, visit);
    const admission = await admit(desk, visit);
    if (!admission.ok) {
      const { code, sentence } = admission.refusal;
      await tellAside(visit, refusalReply(code, sentence));
      return;
    }
    const found = row === null ? null : await desk.bank.pending.find(row, exchange.person);
    const kept = row === null ? nothing : keptFor(visit, found);
    if (kept === null) return await tellLate(exchange, strangerTo(exchange));
    if (found !== null && found.state !== 'OPEN') {
      return await tellLate(exchange, latenessOf(found.state));
    }
    const reading = readForm(command.form ?? noForm, kept.values, factsOf(desk, visit));
    if (!reading.ok) return await tellLate(exchange, 'no-command');
    const { context } = admission;
    const isProved = prove !== undefined && context.session !== null;
    const done = async () => (await action.done?.(context, token.data)) ?? null;
    const earlier = isProved
      ? await proveUnlessDone(async () => prove(context.session!), done)
      : null;
    const run = async () => action.run({ ...context, isProved }, reading.input, token.data);
    await exchange.answer(render(earlier ?? (await run()), { path, row }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await tellAside(visit, errorReply(error, visit.exchange.undone));
  }
}
