/**
 * Some actions need a proof of identity: the card's button opens a form with one field, and the
 * action runs only when the proof is right.
 */
import { BankError, type PendingAction, type Proof, type RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { actProved } from '../cards/custom-id.ts';
import { refuse, text } from '../cards/reply.ts';
import type { RawValues } from '../forms/field.ts';
import { proofField } from '../forms/fields.ts';
import { type Form, formFor, readForm } from '../forms/form.ts';
import { answerLate, closeOpened, latenessOf, latenessWithoutRow } from '../next/late.ts';
import type { Lateness } from '../next/steps.ts';
import { storedIn } from '../settle/pending.ts';
import { confirmAcknowledged } from './confirm.ts';
import { refusePress } from './fix.ts';
import { act, look } from './press.ts';
import { showForm } from './show-form.ts';
import {
  admitAs,
  admitForm,
  type Tools,
  factsOf,
  answerAside,
  proofNote,
  type Visit,
} from './visit.ts';

const { proof: say } = words.replies.flow;

export const proofForm: Form = {
  words: say,
  fields: { proof: proofField('password') },
};

interface Carried {
  readonly row: RequestId | null;
  readonly detail: string;
}

/** Why the card cannot be confirmed; null if it can, or if the proof is for a button. */
function latenessIn(
  { exchange, path }: Visit,
  { row, detail }: Carried,
  action: PendingAction | null,
): Lateness | null {
  if (row === null) return actProved(detail) === null ? 'unknown' : null;
  if (action === null || action.command !== path || action.kind !== 'CONFIRM') {
    return latenessWithoutRow(exchange);
  }
  return action.state === 'OPEN' ? null : latenessOf(action.state);
}

/** The form's first line: the intent of the card or of the button. */
export function leadOf({ command }: Visit, detail: string, action: PendingAction | null): string {
  const carried = actProved(detail);
  const button = carried === null ? undefined : command.actions[carried.action];
  const token = button?.token.safeParse(carried?.token);
  const intent =
    token?.success === true
      ? button !== undefined && 'confirms' in button
        ? button.confirms?.(token.data).markup
        : undefined
      : action === null
        ? undefined
        : storedIn(action)?.confirms;
  return intent === undefined || intent === '' ? '' : say.lead(intent);
}

/** A form must be the first answer: only two indexed reads come before it. */
export async function askProof(tools: Tools, visit: Visit, carried: Carried): Promise<void> {
  const { exchange, path } = visit;
  const { row, detail } = carried;
  try {
    const [identity, action] = await look(tools, visit, row);
    const admission = admitAs(tools, visit, identity);
    if (!admission.ok) return await refusePress(visit, admission.refusal, row);
    const lateness = latenessIn(visit, carried, action);
    if (lateness === 'expired' && action !== null) {
      return await closeOpened(exchange, 'EXPIRED', { path, row });
    }
    if (lateness !== null) return await answerLate(exchange, lateness, { path, row });
    const id = { path, step: 'proof', row, detail };
    const form = formFor(proofForm, identity?.hasApp === true);
    const lead = leadOf(visit, detail, action);
    await showForm(tools, visit, { form, id, values: {}, lead, identity, action });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}

export async function submitProof(
  tools: Tools,
  visit: Visit,
  { row, detail, values }: Carried & { readonly values: RawValues },
): Promise<void> {
  const { exchange } = visit;
  const reading = readForm(proofForm, values, factsOf(tools, visit));
  if (!reading.ok) {
    const reason = reading.problems.map((problem) => problem.reason).join(' ');
    const sentence = `${reason} ${exchange.undone}`;
    if (!(await exchange.acknowledge('replace'))) return;
    if (await exchange.note(proofNote(say.failed, sentence))) return;
    await answerAside(visit, refuse(say.failed, text(sentence)));
    return;
  }
  const { proof } = reading.input as { readonly proof: string };
  await proveAndGoOn(tools, visit, { row, detail, proof });
}

/** The card or button goes on if the proof is right. `about`: what a passkey must have signed. */
export async function proveAndGoOn(
  tools: Tools,
  visit: Visit,
  given: Carried & { readonly proof: Proof; readonly about?: string },
): Promise<void> {
  const { row, detail, proof, about } = given;
  const { exchange } = visit;
  const { bank } = tools;
  const carried = actProved(detail);
  if (carried !== null) {
    const { action: step, token } = carried;
    await act(tools, visit, {
      step,
      row,
      detail: token,
      prove: async (session, isDone) => bank.access.prove(session, proof, isDone, about),
    });
    return;
  }
  if (!(await exchange.acknowledge('replace'))) return;
  if (row === null) return answerLate(exchange, 'unknown', { path: visit.path, row });
  await confirmAcknowledged(tools, visit, { row, detail }, async (session) => {
    await admitForm(tools, visit);
    await bank.pending.prove(row, session, proof);
  });
}
