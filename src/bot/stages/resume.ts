/** After a login, registration or deposit, what was wanted before goes on where it was. */
import type { PendingAction } from '../../bank/index.ts';
import type { Resume } from '../cards/custom-id.ts';
import type { Exchange } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
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
  const own: Exchange = { ...exchange, undone: undoneBy(command) };
  return { visit: { exchange: own, path, command, step: 'resume' }, values, action };
}

/** Its answer is a message of its own, below the one that was shown before. */
const answeredAside = (exchange: Exchange): Exchange => ({
  ...exchange,
  answer: async (rendered) => exchange.aside(rendered),
});

const hasAll = ({ visit, values }: Found, hasApp: boolean): boolean => {
  const { form } = visit.command;
  return form === null || isComplete(formFor(form, hasApp), values);
};

/** True when something went on; else the caller shows its own reply. */
export async function goOnAfter(
  tools: Tools,
  visit: Visit,
  done: {
    readonly resume: Resume;
    readonly reply: Reply;
    readonly order: Order;
    readonly proceed: (tools: Tools, visit: Visit, given: Given) => Promise<void>;
  },
): Promise<boolean> {
  const { resume, reply, order, proceed } = done;
  const found = await find(tools, visit, resume);
  if (found === null) return false;
  const { exchange, path } = visit;
  const { action, values } = found;
  const row = action?.requestId ?? null;
  const there = { path: found.visit.path, row };
  if (action !== null && action.state === 'EXPIRED') {
    const said = withParts(reply, text(words.replies.next.resumeExpired));
    await exchange.answer(render({ ...said, buttons: endButtons('resumeExpired', there) }, there));
    return true;
  }
  if (!hasAll(found, false)) {
    // A form cannot answer a form, so a button opens it.
    const label = words.replies.next.goOn;
    await exchange.answer(
      render({ ...reply, buttons: [stepButton('start', label, 'primary')] }, there),
    );
    return true;
  }
  if (order === 'afterwards') {
    if (!(await exchange.answer(render(reply, { path, row: null })))) return true;
  }
  if (row !== null) await tools.bank.pending.cancel(row, exchange.person);
  const next: Visit =
    order === 'instead'
      ? found.visit
      : { ...found.visit, exchange: answeredAside(found.visit.exchange) };
  await proceed(tools, next, { form: 0, values });
  return true;
}
