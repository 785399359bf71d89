/** A form came in: it is read as a whole, and leads to a fix card, a confirm card or an answer. */
import { BankError, type RequestId } from '../../bank/index.ts';
import type { RawValues } from '../forms/field.ts';
import { readForm, type Reading } from '../forms/form.ts';
import { closeCard, latenessOf, strangerTo, tellLate } from '../replies/late.ts';
import { keptIn } from '../settle/pending.ts';
import { ask } from './ask.ts';
import { deliver } from './deliver.ts';
import { fix, fixRefused, refuseAccess } from './fix.ts';
import { admit, admitForm, type Desk, factsOf, type Given, type Visit, visitOf } from './visit.ts';

const nothing: Reading = { ok: true, input: {} };

/** Reads the values and does what they ask; the interaction is acknowledged already. */
export async function proceed(desk: Desk, asked: Visit, given: Given): Promise<void> {
  let visit = asked;
  try {
    await admitForm(desk, visit);
    const admission = await admit(desk, visit);
    if (!admission.ok) return await refuseAccess(desk, visit, given, admission.refusal);
    const { identity } = admission.context;
    visit = visitOf(asked, identity);
    const { command } = visit;
    const isAlone = given.form === 1 && command.second?.alone === true;
    if (command.form === null && !isAlone) {
      return await deliver(desk, visit, await command.run(admission.context, {}), given);
    }
    const first =
      isAlone || command.form === null
        ? nothing
        : readForm(command.form, given.values, factsOf(desk, visit));
    if (!first.ok) return await fix(desk, visit, { ...given, form: 0 }, first.problems);
    if (given.form === 1 && command.second !== null) {
      const second = readForm(command.second.form, given.values, factsOf(desk, visit));
      if (!second.ok) return await fix(desk, visit, given, second.problems);
      const input = { ...first.input, ...second.input };
      const reply = await command.second.run(admission.context, input);
      return await deliver(desk, visit, reply, given);
    }
    if (command.confirm !== null) {
      const question = await command.confirm(admission.context, first.input);
      return await ask(desk, visit, given, { ...question, hasApp: identity?.hasApp === true });
    }
    await deliver(desk, visit, await command.run(admission.context, first.input), given);
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await fixRefused(desk, visit, given, error);
  }
}

/**
 * The card a form was opened from gives way to what comes of it, so that it can no longer be
 * confirmed. False when it was confirmed in the meantime: then this form is about nothing any more.
 */
async function supersede(desk: Desk, { exchange }: Visit, row: RequestId): Promise<boolean> {
  if (await desk.bank.pending.cancel(row, exchange.person)) return true;
  const action = await desk.bank.pending.find(row, exchange.person);
  return action?.state !== 'TAKEN' && action?.state !== 'DONE';
}

/** The first form, opened by a command or by *Edit*; its values are complete in themselves. */
export async function submitFirst(
  desk: Desk,
  visit: Visit,
  submitted: { readonly row: RequestId | null; readonly values: RawValues },
): Promise<void> {
  const { exchange } = visit;
  const { row, values } = submitted;
  if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
  if (row !== null && !(await supersede(desk, visit, row))) {
    return closeCard(exchange, 'used');
  }
  await proceed(desk, visit, { form: 0, values });
}

/** The second form; the first one's values wait in a draft. */
export async function submitSecond(
  desk: Desk,
  visit: Visit,
  submitted: { readonly row: RequestId | null; readonly values: RawValues },
): Promise<void> {
  const { exchange, path, command } = visit;
  const { row, values } = submitted;
  if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
  if (row === null && command.second?.alone === true) {
    return proceed(desk, visit, { form: 1, values });
  }
  const draft = row === null ? null : await desk.bank.pending.find(row, exchange.person);
  const kept = draft === null ? null : keptIn(draft);
  if (draft === null || kept === null || draft.command !== path || draft.kind !== 'DRAFT') {
    return tellLate(exchange, strangerTo(exchange));
  }
  if (draft.state !== 'OPEN') return closeCard(exchange, latenessOf(draft.state));
  await supersede(desk, visit, draft.requestId);
  await proceed(desk, visit, { form: 1, values: { ...kept.values, ...values } });
}
