/** Starts a command from a button: with the values of a row, or from the beginning. */
import { BankError, type Currency, type PendingAction, type RequestId } from '../../bank/index.ts';
import { resumeDetail, resumeIn, sumIn } from '../cards/custom-id.ts';
import { elapsedMs } from '../../lib/clock.ts';
import type { RawValues } from '../forms/field.ts';
import { typedAmount } from '../forms/fields.ts';
import { formFor, isComplete } from '../forms/form.ts';
import { answerLate, latenessWithoutRow } from '../next/late.ts';
import { storedIn } from '../settle/pending.ts';
import { refuseAccess, refusePress } from './fix.ts';
import { prefillQuickly, readBeforeFormMs } from './open.ts';
import { look } from './press.ts';
import { showForm } from './show-form.ts';
import { proceed } from './submit.ts';
import { admitAs, admitForm, type Given, type Tools, type Visit } from './visit.ts';

/** `-all` and `-1250` replace the amount; anything else is what goes on afterwards. */
function valuesWith(values: RawValues, detail: string, currency: Currency): RawValues {
  if (detail === '-all') return { ...values, amount: 'all' };
  const sum = sumIn(detail);
  return sum === null ? values : { ...values, amount: typedAmount(sum.units, currency) };
}

/** What was typed; null where the row cannot be started again. */
function valuesOf(visit: Visit, row: RequestId | null, action: PendingAction | null) {
  if (row === null) return {};
  if (action === null || action.command !== visit.path) return null;
  // What was confirmed is not started a second time by mistake.
  if (action.state === 'TAKEN' || action.state === 'DONE' || action.state === 'STUCK') return null;
  const stored = storedIn(action);
  return stored === null ? null : { ...stored.values, ...stored.settled };
}

/** The form is opened unless all of it is known; then the command runs at once. */
export async function begin(
  tools: Tools,
  visit: Visit,
  pressed: { readonly row: RequestId | null; readonly detail: string },
): Promise<void> {
  const { exchange, command, path } = visit;
  const { row, detail } = pressed;
  const begun = elapsedMs();
  try {
    await admitForm(tools, visit);
    const [identity, action] = await look(tools, visit, row);
    const known = valuesOf(visit, row, action);
    const isUsed = action !== null && known === null && action.command === path;
    if (known === null) {
      const lateness = isUsed ? 'used' : latenessWithoutRow(exchange);
      return await answerLate(exchange, lateness, { path, row: null });
    }
    const values = valuesWith(known, detail, tools.bank.currency);
    const sum = sumIn(detail);
    const resume = sum === null ? resumeIn(detail) : sum.resume;
    const given: Given = { form: 0, values, resume };
    const admission = admitAs(tools, visit, identity);
    if (!admission.ok) {
      if (await exchange.acknowledge('beside')) {
        await refuseAccess(tools, visit, given, admission.refusal);
      }
      return;
    }
    const form = command.form && formFor(command.form, identity?.hasApp === true);
    if (form === null || isComplete(form, values)) {
      if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
      return await proceed(tools, visit, given);
    }
    const leftMs = readBeforeFormMs - (elapsedMs() - begun);
    const prefilled = await prefillQuickly(tools, visit, identity, leftMs);
    const next = resume === null ? '' : resumeDetail(resume);
    const id = { path, step: 'form', row, detail: next };
    const opened = { form, id, values: { ...prefilled, ...values }, identity };
    await showForm(tools, visit, opened);
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}
