/** After a login, registration or deposit, what was wanted before goes on where it was. */
import { BankError, type PendingAction } from '../../bank/index.ts';
import { type Resume, resumeIn } from '../cards/custom-id.ts';
import type { Exchange } from '../cards/exchange.ts';
import { type Rendered, render } from '../cards/render.ts';
import { type Reply, stepButton, text, withParts } from '../cards/reply.ts';
import { undoneBy } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { formFor, isComplete } from '../forms/form.ts';
import { words } from '../../words/index.ts';
import { endButtons } from '../next/buttons.ts';
import { storedIn } from '../settle/pending.ts';
import type { Given, Tools, Visit } from './visit.ts';

/** Shows the reply of the login first where it says what is shown only once. */
export type Order = 'instead' | 'afterwards';

interface Found {
  readonly visit: Visit;
  readonly values: RawValues;
  readonly action: PendingAction | null;
}

/** Null when there is nothing to go on with, or it was confirmed in the meantime. */
async function find(tools: Tools, { exchange }: Visit, resume: Resume): Promise<Found | null> {
  const action =
    'row' in resume ? await tools.bank.pending.find(resume.row, exchange.person) : null;
  const path = 'path' in resume ? resume.path : action?.command;
  const command = path === undefined ? undefined : tools.registry.get(path);
  if (path === undefined || command === undefined) return null;
  if (action !== null && !['OPEN', 'EXPIRED', 'CANCELLED'].includes(action.state)) return null;
  const stored = action === null ? null : storedIn(action);
  if (action !== null && stored === null) return null;
  const values = { ...stored?.values, ...stored?.settled };
  // Its refusals are answered in Discord, also after a login on the page.
  const { refuses: _refuses, ...answers } = exchange;
  const own: Exchange = { ...answers, undone: undoneBy(command) };
  return { visit: { exchange: own, path, command, step: 'resume' }, values, action };
}

/** Its answer is a message of its own, below the one that was shown before. */
const answeredAside = (exchange: Exchange): Exchange => ({
  ...exchange,
  asked: exchange.asked !== null && 'token' in exchange.asked ? null : exchange.asked,
  answer: async (rendered, expiring) => exchange.aside(rendered, expiring),
});

const hasAll = ({ visit, values }: Found, hasApp: boolean): boolean => {
  const { form } = visit.command;
  return form === null || isComplete(formFor(form, hasApp), values);
};

type Proceed = (tools: Tools, visit: Visit, given: Given) => Promise<void>;

/** Something that was wanted before, and the reply of what came between. */
interface Waiting {
  readonly found: Found;
  readonly reply: Reply;
}

/** The reply with a button that goes on; null when it can go on by itself. */
function byButton({ found, reply }: Waiting): Rendered | null {
  const { action } = found;
  const there = { path: found.visit.path, row: action?.requestId ?? null };
  if (action !== null && action.state === 'EXPIRED') {
    const said = withParts(reply, text(words.replies.next.resumeExpired));
    return render({ ...said, buttons: endButtons('resumeExpired', there) }, there);
  }
  if (hasAll(found, false)) return null;
  // A form cannot answer a form, so a button opens it.
  const goOn = stepButton('start', words.replies.next.goOn, 'primary');
  return render({ ...reply, buttons: [goOn] }, there);
}

async function goOn(
  tools: Tools,
  { visit, values, action }: Found,
  { order, proceed }: { readonly order: Order; readonly proceed: Proceed },
): Promise<void> {
  const { exchange } = visit;
  if (action !== null) await tools.bank.pending.cancel(action.requestId, exchange.person);
  const isAfterwards = order === 'afterwards';
  const next = isAfterwards ? { ...visit, exchange: answeredAside(exchange) } : visit;
  await proceed(tools, next, { form: 0, values, isFirst: isAfterwards });
}

/** True when something went on; else the caller shows its own reply. */
export async function goOnAfter(
  tools: Tools,
  visit: Visit,
  done: {
    readonly resume: Resume;
    readonly reply: Reply;
    readonly order: Order;
    readonly proceed: Proceed;
  },
): Promise<boolean> {
  const { resume, reply, order, proceed } = done;
  const found = await find(tools, visit, resume);
  if (found === null) return false;
  const { exchange, path } = visit;
  const asked = byButton({ found, reply });
  if (asked !== null) {
    await exchange.answer(asked);
    return true;
  }
  if (order === 'afterwards') {
    if (!(await exchange.answer(render(reply, { path, row: null })))) return true;
  }
  await goOn(tools, found, { order, proceed });
  return true;
}

/** What a booked deposit shows, and what goes on below it. */
export interface AfterDeposit {
  readonly rendered: Rendered;
  /** Null when nothing goes on by itself. */
  readonly next: (() => Promise<void>) | null;
}

/** A payment that waited for the deposit goes on in a message of its own, below the receipt. */
export async function afterDeposit(
  tools: Tools,
  visit: Visit,
  booked: { readonly reply: Reply; readonly detail: string; readonly proceed: Proceed },
): Promise<AfterDeposit> {
  const { reply, detail, proceed } = booked;
  const plain = { rendered: render(reply, { path: visit.path, row: null }), next: null };
  const resume = resumeIn(detail);
  if (resume === null || !('row' in resume) || reply.mood !== 'done') return plain;
  // The money is booked: it must be shown even if the payment cannot be found now.
  const found = await find(tools, visit, resume).catch((error: unknown) =>
    error instanceof BankError ? null : Promise.reject(error),
  );
  if (found === null) return plain;
  const asked = byButton({ found, reply });
  if (asked !== null) return { rendered: asked, next: null };
  return { ...plain, next: async () => goOn(tools, found, { order: 'afterwards', proceed }) };
}
