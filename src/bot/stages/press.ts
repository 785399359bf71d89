/** Buttons that open a form, cancel a card, or run an action of the command. */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { seenWithin } from '../../lib/retry.ts';
import { words } from '../../words/index.ts';
import type { Exchange } from '../cards/exchange.ts';
import { type Origin, render } from '../cards/render.ts';
import { type Reply, show, text, withButtons } from '../cards/reply.ts';
import { type Form, formFor, readForm } from '../forms/form.ts';
import {
  answerLate,
  closeCard,
  closeOpened,
  latenessOf,
  latenessWithoutRow,
} from '../next/late.ts';
import { endButtons } from '../next/buttons.ts';
import { type Stored, storedIn } from '../settle/pending.ts';
import { within } from './deadline.ts';
import { refusePress } from './fix.ts';
import { open, prefillQuickly, readBeforeFormMs } from './open.ts';
import { showForm } from './show-form.ts';
import { proceed, supersede } from './submit.ts';
import {
  admit,
  admitAs,
  admitForm,
  factsOf,
  identify,
  noteProof,
  type Tools,
  type Visit,
} from './visit.ts';

const noForm: Form = { words: { title: '' }, fields: {} };
const nothing: Stored = {
  form: 0,
  values: {},
  order: null,
  settled: {},
  confirms: '',
  card: null,
  said: null,
};

/** Reads the person and the row, within the time allowed before a form. */
export async function look(tools: Tools, visit: Visit, row: RequestId | null) {
  const { person } = visit.exchange;
  const work = Promise.all([
    identify(tools, visit),
    row === null ? null : tools.bank.pending.find(row, person),
  ]);
  const found = await within(readBeforeFormMs, work);
  if (!found.inTime) throw new BankError('BANK_BUSY');
  return found.value;
}

const storedFor = (visit: Visit, action: PendingAction | null): Stored | null =>
  action !== null && action.command === visit.path ? storedIn(action) : null;

/** Opens a form from a button such as *Edit* or *Filter*, filled with the known values. */
export async function reopen(
  tools: Tools,
  visit: Visit,
  pressed: { readonly row: RequestId | null; readonly detail: string },
  which: 'stored' | 'second' | 'more',
): Promise<void> {
  const { exchange, command, path } = visit;
  const { row, detail } = pressed;
  const begun = elapsedMs();
  try {
    await admitForm(tools, visit);
    const [identity, action] = await look(tools, visit, row);
    const admission = admitAs(tools, visit, identity);
    if (!admission.ok) return await refusePress(visit, admission.refusal, row);
    const stored = row === null ? nothing : storedFor(visit, action);
    if (stored === null) {
      return await answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
    }
    if (action !== null && action.state !== 'OPEN') {
      return await closeOpened(exchange, action.state, { path, row });
    }
    const page = which === 'more' ? 1 : 0;
    const second = which === 'second' || (page === 0 && stored.form === 1);
    const asked = second ? (command.second?.form ?? null) : command.form;
    if (asked === null) return await answerLate(exchange, 'no-command');
    const form = formFor(asked, identity?.hasApp === true);
    const step = second ? 'form2' : page === 1 ? 'form-more' : 'form';
    const leftMs = readBeforeFormMs - (elapsedMs() - begun);
    const isFresh = !second && (page === 1 || Object.keys(stored.values).length === 0);
    const prefilled = isFresh ? await prefillQuickly(tools, visit, identity, leftMs) : {};
    const known = { ...prefilled, ...stored.values };
    const values = form.shown?.(known, factsOf(tools, visit)) ?? known;
    const id = { path, step, row, detail };
    await showForm(tools, visit, { form, id, values, page, identity });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}

export async function cancel(tools: Tools, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange, path } = visit;
  if (!(await exchange.acknowledge('replace'))) return;
  try {
    if (row !== null && (await tools.bank.pending.cancel(row, exchange.person))) {
      const reply = show(words.replies.flow.cancelled, text(exchange.undone));
      const again = endButtons('cancelled', { path, row, hasForm: true });
      await exchange.answer(render(withButtons(reply, ...again), { path, row }));
      return;
    }
    const action = row === null ? null : await tools.bank.pending.find(row, exchange.person);
    if (action === null) {
      return await answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
    }
    // Cancelled by another press of this button, which has updated the card.
    if (action.state === 'CANCELLED' || action.state === 'OPEN') return;
    await closeCard(exchange, latenessOf(action.state), { path, row });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}

/** Maximum wait for another press of the same button to finish. */
const twinWithinMs = 2_000;

/** Null when the proof is right. If another press of the button succeeded, its reply. */
async function proveUnlessDone(
  prove: (isDone: () => Promise<boolean>) => Promise<void>,
  done: () => Promise<Reply | null>,
): Promise<Reply | null> {
  let reply = await done();
  if (reply !== null) return reply;
  const look = async (): Promise<boolean> => (reply = await done()) !== null;
  try {
    await prove(look);
    return reply;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    // Another press may still be running: proofs are checked one at a time, and codes work once.
    const isTwin = error.code === 'LOCKED_OUT' || error.code === 'CODE_WRONG';
    await seenWithin(isTwin ? twinWithinMs : 0, look);
    if (reply === null) throw error;
    return reply;
  }
}

/** A reply with a message for everyone in the channel is shown once that message is sent. */
async function answerPosting(exchange: Exchange, reply: Reply, origin: Origin): Promise<void> {
  const { post } = reply;
  const isSent = post === undefined || (await exchange.post(render(post.card, origin)));
  await exchange.answer(render(isSent ? reply : await post.unsent(), origin));
}

/** A command's own button: its token is checked by the action, the row's values by the form. */
export async function act(
  tools: Tools,
  visit: Visit,
  pressed: {
    readonly step: string;
    readonly row: RequestId | null;
    readonly detail: string;
    /** Checks the proof before the action runs. */
    readonly prove?: (session: Session, isDone: () => Promise<boolean>) => Promise<void>;
  },
): Promise<void> {
  const { exchange, command, path } = visit;
  const { step, row, prove } = pressed;
  const action = Object.hasOwn(command.actions, step) ? command.actions[step] : undefined;
  const token = action?.token.safeParse(pressed.detail);
  if (action === undefined || token?.success !== true) return answerLate(exchange, 'no-command');
  const begins = 'values' in action;
  if (begins && row === null && action.opens !== undefined) {
    return open(tools, visit, action.opens(token.data));
  }
  if (!(await exchange.acknowledge(action.answer ?? 'beside'))) return;
  try {
    await admitForm(tools, visit);
    const admission = await admit(tools, visit);
    if (!admission.ok) return await refusePress(visit, admission.refusal, row);
    const found = row === null ? null : await tools.bank.pending.find(row, exchange.person);
    const stored = row === null ? nothing : storedFor(visit, found);
    if (stored === null) {
      return await answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
    }
    if (found !== null && found.state !== 'OPEN') {
      return await answerLate(exchange, latenessOf(found.state), { path, row });
    }
    const { context } = admission;
    if (begins) {
      const values = await action.values(context, token.data, stored.values);
      const isReplaced = action.answer === 'replace' && row !== null;
      if (isReplaced && !(await supersede(tools, visit, row))) {
        return await closeCard(exchange, 'used', { path, row });
      }
      return await proceed(tools, visit, { form: 0, values });
    }
    const form = action.alone === true ? noForm : (command.form ?? noForm);
    const reading = readForm(form, stored.values, factsOf(tools, visit));
    if (!reading.ok) return await answerLate(exchange, 'no-command');
    const isProved = prove !== undefined && context.session !== null;
    const done = async () => (await action.done?.(context, token.data)) ?? null;
    const earlier = isProved
      ? await proveUnlessDone(async (isDone) => prove(context.session!, isDone), done)
      : null;
    const run = async () => action.run({ ...context, isProved }, reading.input, token.data);
    await answerPosting(exchange, earlier ?? (await run()), { path, row });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    const isOnCard = prove !== undefined && !begins && action.answer === 'replace';
    if (!isOnCard || !(await noteProof(visit, error))) await refusePress(visit, error, row);
  }
}
