/** Shows a reply; buttons that carry the form's values get a row that stores them. */
import { render } from '../cards/render.ts';
import { type Reply, stepButton } from '../cards/reply.ts';
import { isBlank } from '../forms/field.ts';
import { savePending } from '../settle/pending.ts';
import type { Tools, Given, Visit } from './visit.ts';

const carriesInput = (reply: Reply): boolean =>
  reply.menu?.keepsInput === true ||
  reply.buttons.some((button) =>
    button.kind === 'step'
      ? button.row === undefined
      : button.kind === 'action' && button.keepsInput,
  );

/** A button without a row opens an empty form. */
async function rowFor(tools: Tools, visit: Visit, reply: Reply, given: Given) {
  const { command, path, exchange } = visit;
  const isEmpty = Object.values(given.values).every(isBlank);
  if (!carriesInput(reply) || (isEmpty && command.second === null)) return null;
  const { values } = given;
  const stored = { kind: 'DRAFT', path, command, form: 0, values } as const;
  return (await savePending(tools.bank, { person: exchange.person, ...stored })).requestId;
}

/** The answer of `run`: after a first form it carries the button that opens the second. */
export async function deliver(
  tools: Tools,
  visit: Visit,
  reply: Reply,
  given: Given,
): Promise<void> {
  const { second } = visit.command;
  const goesOn = second !== null && given.form === 0 && reply.mood === 'ask';
  const next = goesOn ? [stepButton('next', second.form.words.button, 'primary')] : [];
  const shown = { ...reply, buttons: [...next, ...reply.buttons] };
  const row = await rowFor(tools, visit, shown, given);
  await visit.exchange.answer(
    render(shown, { path: visit.path, row, resume: given.resume ?? null }),
  );
}
