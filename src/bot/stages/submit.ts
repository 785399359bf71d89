/** A submitted form leads to a card for wrong entries, a confirm card or an answer. */
import { BankError, type RequestId } from '../../bank/index.ts';
import type { RawValues } from '../forms/field.ts';
import { type FormPage, hidesFields, readForm, type Reading, valuesBeside } from '../forms/form.ts';
import { answerLate, closeCard } from '../next/late.ts';
import { resumeIn } from '../cards/custom-id.ts';
import type { Reply } from '../cards/reply.ts';
import { ask, type Renewal } from './ask.ts';
import { deliver } from './deliver.ts';
import { depositFirst } from './deposit-first.ts';
import { draftOf } from './draft.ts';
import { fix, fixRefused, refuseAccess } from './fix.ts';
import { goOnAfter } from './resume.ts';
import { storedIn } from '../settle/pending.ts';
import { followSentence } from './sentence.ts';
import { admit, admitForm, type Tools, factsOf, type Given, type Visit, visitOf } from './visit.ts';

const nothing: Reading = { ok: true, input: {} };

/** After a login or registration, what was wanted goes on; else its own answer is shown. */
export async function finish(
  tools: Tools,
  visit: Visit,
  reply: Reply,
  given: Given,
): Promise<void> {
  const { resume = null } = given;
  if (resume !== null && reply.mood === 'done') {
    // The answer of a registration has codes that are shown only once.
    const order = visit.command.second === null ? 'instead' : 'afterwards';
    if (await goOnAfter(tools, visit, { resume, reply, order, proceed })) return;
  }
  await deliver(tools, visit, reply, given);
}

/** Reads the values and runs the command. The interaction must be acknowledged before. */
export async function proceed(
  tools: Tools,
  asked: Visit,
  given: Given,
  renewal?: Renewal,
): Promise<void> {
  let visit = asked;
  try {
    await admitForm(tools, visit);
    const admission = await admit(tools, visit);
    if (!admission.ok) return await refuseAccess(tools, visit, given, admission.refusal);
    const { identity } = admission.context;
    visit = visitOf(asked, identity);
    const { command } = visit;
    const isAlone = given.form === 1 && command.second?.alone === true;
    if (command.form === null && !isAlone) {
      return await deliver(tools, visit, await command.run(admission.context, {}), given);
    }
    const first =
      isAlone || command.form === null
        ? nothing
        : readForm(command.form, given.values, factsOf(tools, visit));
    if (!first.ok) return await fix(tools, visit, { ...given, form: 0 }, first.problems);
    if (given.form === 1 && command.second !== null) {
      const second = readForm(command.second.form, given.values, factsOf(tools, visit));
      if (!second.ok) return await fix(tools, visit, given, second.problems);
      const input = { ...first.input, ...second.input };
      const reply = await command.second.run(admission.context, input);
      return await finish(tools, visit, reply, given);
    }
    if (command.sentence !== null) {
      const { context } = admission;
      const asked = { context, text: command.sentence(first.input), given };
      return await followSentence(tools, visit, asked, proceed);
    }
    if (command.confirm !== null) {
      const question = await command.confirm(admission.context, first.input);
      const hasApp = identity?.hasApp === true;
      const canMove = admission.context.session?.canMove !== false;
      return await ask(tools, visit, given, { ...question, hasApp, canMove, renewal });
    }
    await finish(tools, visit, await command.run(admission.context, first.input), given);
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    if (await depositFirst(tools, visit, { given, error }, proceed)) return;
    await fixRefused(tools, visit, given, error);
  }
}

/**
 * Cancels the card from which the form was opened, since the form's own card replaces it. False
 * when the card was confirmed in the meantime, so that the form is out of date.
 */
export async function supersede(
  tools: Tools,
  { exchange }: Visit,
  row: RequestId,
): Promise<boolean> {
  // On the page a refused form can be sent again, so its row stays until one is accepted.
  const isOnPage = exchange.refuses !== undefined;
  if (!isOnPage && (await tools.bank.pending.cancel(row, exchange.person))) return true;
  const action = await tools.bank.pending.find(row, exchange.person);
  return action?.state !== 'TAKEN' && action?.state !== 'DONE';
}

interface Submitted {
  readonly row: RequestId | null;
  readonly values: RawValues;
  /** Of the first form. */
  readonly page?: FormPage;
  /** What goes on afterwards. */
  readonly detail: string;
}

/** The values that were known before, and that the submitted page does not show. */
async function besideOf(tools: Tools, visit: Visit, { row, page = 0 }: Submitted) {
  const { exchange, command, path } = visit;
  const { form } = command;
  if (row === null || form === null || !hidesFields(form, page)) return {};
  const action = await tools.bank.pending.find(row, exchange.person);
  const stored = action?.command === path ? storedIn(action) : null;
  if (stored === null) return {};
  return valuesBeside(form, page, { ...stored.values, ...stored.settled }, factsOf(tools, visit));
}

/** A page of the first form, opened by a command, by *Edit* or by *More options*. */
export async function submitFirst(tools: Tools, visit: Visit, submitted: Submitted): Promise<void> {
  const { exchange } = visit;
  const { row, detail } = submitted;
  const resume = resumeIn(detail);
  if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
  const values = { ...(await besideOf(tools, visit, submitted)), ...submitted.values };
  if (row !== null && !(await supersede(tools, visit, row))) {
    return closeCard(exchange, 'used', { path: visit.path, row });
  }
  await proceed(tools, visit, { form: 0, values, resume });
}

/** The second form; the values of the first are in a draft. */
export async function submitSecond(
  tools: Tools,
  visit: Visit,
  submitted: Submitted,
): Promise<void> {
  const { exchange, command } = visit;
  const { row, values, detail } = submitted;
  const resume = resumeIn(detail);
  if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
  if (row === null && command.second?.alone === true) {
    return proceed(tools, visit, { form: 1, values, resume });
  }
  const draft = await draftOf(tools, visit, row);
  if (!draft.isOpen) {
    const { lateness, late } = draft;
    return late.row === null
      ? answerLate(exchange, lateness, late)
      : closeCard(exchange, lateness, late);
  }
  await supersede(tools, visit, draft.row);
  await proceed(tools, visit, { form: 1, values: { ...draft.values, ...values }, resume });
}
