/**
 * Opens the command's form, filled with the known values. A form must be the first answer and
 * cannot follow a deferral, so only one short read may come before it.
 */
import { BankError, type Identity } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { isBlank, type RawValues } from '../forms/field.ts';
import { formFor, hasMore, isComplete } from '../forms/form.ts';
import { within } from './deadline.ts';
import { refuseAccess, refusePress } from './fix.ts';
import { missingReply } from '../talk/replies.ts';
import { showWith } from './sentence.ts';
import { showForm } from './show-form.ts';
import { proceed } from './submit.ts';
import { admitAs, admitForm, factsOf, type Tools, identify, type Visit } from './visit.ts';

/** Discord waits 3 s for a form, including the time on the network. */
export const readBeforeFormMs = 1_000;

/** Null if the person could not be looked up in time; throws where access depends on it. */
export async function identifyQuickly(tools: Tools, visit: Visit): Promise<Identity | null> {
  const found = await within(readBeforeFormMs, identify(tools, visit));
  if (found.inTime) return found.value;
  if (visit.command.access === 'anyone') return null;
  throw new BankError('BANK_BUSY');
}

/** The values to fill in; none when reading them takes too long. */
export async function prefillQuickly(
  tools: Tools,
  { command }: Visit,
  identity: Identity | null,
  withinMs: number,
): Promise<RawValues> {
  if (identity === null) return {};
  const filled = Promise.resolve(command.prefill(identity, tools.bank)).catch((error: unknown) => {
    if (!(error instanceof BankError)) throw error;
    return {};
  });
  const found = await within(withinMs, filled);
  return found.inTime ? found.value : {};
}

export async function open(tools: Tools, visit: Visit, options: RawValues): Promise<void> {
  const { exchange, command, path } = visit;
  const { form } = command;
  const given = { form: 0, values: options } as const;
  const optionGiven = Object.values(options).some((raw) => !isBlank(raw));
  const isReady =
    command.formByButton || (optionGiven && form !== null && isComplete(form, options));
  if (form === null || isReady) {
    if (await exchange.acknowledge('beside')) await proceed(tools, visit, given);
    return;
  }
  if (hasMore(form, options, factsOf(tools, visit))) {
    // The first page has no place for some of it.
    if (await exchange.acknowledge('beside')) {
      await showWith(tools, visit, missingReply(form, options), options);
    }
    return;
  }
  const begun = elapsedMs();
  try {
    await admitForm(tools, visit);
    const identity = await identifyQuickly(tools, visit);
    const admission = admitAs(tools, visit, identity);
    if (!admission.ok) {
      // What was typed is stored, which may take longer than Discord waits.
      if (await exchange.acknowledge('beside')) {
        await refuseAccess(tools, visit, given, admission.refusal);
      }
      return;
    }
    const leftMs = readBeforeFormMs - (elapsedMs() - begun);
    const prefilled = await prefillQuickly(tools, visit, identity, leftMs);
    const id = { path, step: 'form', row: null, detail: '' };
    const shown = formFor(form, identity?.hasApp === true);
    const known = { ...prefilled, ...options };
    const values = shown.shown?.(known, factsOf(tools, visit)) ?? known;
    await showForm(tools, visit, { form: shown, id, values, identity });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, null);
  }
}
