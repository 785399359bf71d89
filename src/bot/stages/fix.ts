/** A wrong entry: the reasons, and *Edit* with everything else still filled in. */
import { BankError } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { joined, md } from '../../words/text/markup.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, small, stepButton, text, withButtons } from '../cards/reply.ts';
import type { Refusal } from '../command/access.ts';
import type { Problem } from '../forms/form.ts';
import { errorReply, isEditable, problemsOf, refusalReply } from '../replies/problem.ts';
import { keep, wholeForm } from '../settle/pending.ts';
import type { Desk, Given, Visit } from './visit.ts';

const { fix: said } = words.errors;

export function fixReply(problems: readonly Problem[], undone: string): Reply {
  const lines = problems.map(({ label, reason }) => md`**${label}** – ${{ markup: reason }}`);
  const title = problems.length === 1 ? said.one : said.several;
  const isAssured = problems.some(({ assures }) => assures === true);
  const quiet = small(isAssured ? said.kept : `${undone} ${said.kept}`);
  return refuse(title, text(joined(lines)), quiet);
}

/** Shows a refusal; where the entries are worth keeping and can be kept, with *Edit*. */
async function answerWithEdit(desk: Desk, visit: Visit, given: Given, reply: Reply): Promise<void> {
  const { exchange, path, command } = visit;
  try {
    const kept = { kind: 'DRAFT', path, command, ...given } as const;
    const draft = await keep(desk.bank, { person: exchange.person, ...kept });
    const editable = withButtons(reply, stepButton('edit', said.edit, 'primary'));
    await exchange.answer(render(editable, { path, row: draft.requestId }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    const plain = { ...reply, parts: reply.parts.filter(({ kind }) => kind !== 'small') };
    await exchange.answer(render(plain, { path, row: null }));
  }
}

export async function fix(
  desk: Desk,
  visit: Visit,
  given: Given,
  problems: readonly Problem[],
): Promise<void> {
  const { exchange, path, step } = visit;
  const facts = { command: path, step, discordUserId: exchange.person, code: 'FIELDS' };
  desk.logger.event('bot.refused', facts);
  await answerWithEdit(desk, visit, given, fixReply(problems, exchange.undone));
}

/** A refusal by the bank after a form: shown at its field, with *Edit* where that can help. */
export async function fixRefused(
  desk: Desk,
  visit: Visit,
  given: Given,
  error: BankError,
): Promise<void> {
  const { exchange, path, step, command } = visit;
  const { person, undone } = exchange;
  desk.logger.event('bot.refused', {
    command: path,
    step,
    discordUserId: person,
    code: error.code,
  });
  const whole = wholeForm(command);
  if (whole === null || !isEditable(error.code)) {
    await exchange.answer(render(errorReply(error, undone), { path, row: null }));
    return;
  }
  const problems = problemsOf(error, whole, given.values, undone);
  const at = problems[0]?.field ?? '';
  const form = command.form !== null && at in command.form.fields ? 0 : given.form;
  const reply = problems.length > 0 ? fixReply(problems, undone) : errorReply(error, undone);
  await answerWithEdit(desk, visit, { form, values: given.values }, reply);
}

/** The person may not do this, perhaps only until they log in: what they typed is saved. */
export async function refuseAccess(
  desk: Desk,
  visit: Visit,
  given: Given | null,
  { code, sentence }: Refusal,
): Promise<void> {
  const reply = refusalReply(code, sentence);
  const isWorthKeeping = given !== null && visit.command.form !== null;
  if (isWorthKeeping && code === 'SESSION_MISSING') {
    await answerWithEdit(desk, visit, given, reply);
  } else await visit.exchange.answer(render(reply, { path: visit.path, row: null }));
}
