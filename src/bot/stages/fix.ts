/** The card for wrong entries: the reasons, and *Edit*, which reopens the filled-in form. */
import { BankError } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { joined, md } from '../../words/text/markup.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, small, stepButton, text, withButtons } from '../cards/reply.ts';
import type { Refusal } from '../command/access.ts';
import type { Problem } from '../forms/form.ts';
import { errorReply, isEditable, problemsOf, refusalReply } from '../replies/problem.ts';
import { savePending, wholeForm } from '../settle/pending.ts';
import type { Tools, Given, Visit } from './visit.ts';

const { fix: said } = words.errors;

export function fixReply(problems: readonly Problem[], undone: string): Reply {
  const lines = problems.map(({ label, reason }) => md`**${label}** – ${{ markup: reason }}`);
  const title = problems.length === 1 ? said.one : said.several;
  const isAssured = problems.some(({ assures }) => assures === true);
  const quiet = small(isAssured ? said.stillFilledIn : `${undone} ${said.stillFilledIn}`);
  return refuse(title, text(joined(lines)), quiet);
}

/** Shows a refusal with *Edit*; without it when the entries cannot be saved. */
async function answerWithEdit(
  tools: Tools,
  visit: Visit,
  given: Given,
  reply: Reply,
): Promise<void> {
  const { exchange, path, command } = visit;
  try {
    const stored = { kind: 'DRAFT', path, command, ...given } as const;
    const draft = await savePending(tools.bank, { person: exchange.person, ...stored });
    const editable = withButtons(reply, stepButton('edit', said.edit, 'primary'));
    await exchange.answer(render(editable, { path, row: draft.requestId }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    const plain = { ...reply, parts: reply.parts.filter(({ kind }) => kind !== 'small') };
    await exchange.answer(render(plain, { path, row: null }));
  }
}

export async function fix(
  tools: Tools,
  visit: Visit,
  given: Given,
  problems: readonly Problem[],
): Promise<void> {
  const { exchange, path, step } = visit;
  const facts = { command: path, step, discordUserId: exchange.person, code: 'FIELDS' };
  tools.logger.event('bot.refused', facts);
  await answerWithEdit(tools, visit, given, fixReply(problems, exchange.undone));
}

/** The bank refused a form: shows the refusal at its field, with *Edit* where that can help. */
export async function fixRefused(
  tools: Tools,
  visit: Visit,
  given: Given,
  error: BankError,
): Promise<void> {
  const { exchange, path, step, command } = visit;
  const { person, undone } = exchange;
  tools.logger.event('bot.refused', {
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
  await answerWithEdit(tools, visit, { form, values: given.values }, reply);
}

/** Access was refused. If a login is missing, the entries are saved for afterwards. */
export async function refuseAccess(
  tools: Tools,
  visit: Visit,
  given: Given | null,
  { code, sentence }: Refusal,
): Promise<void> {
  const reply = refusalReply(code, sentence);
  const isWorthKeeping = given !== null && visit.command.form !== null;
  if (isWorthKeeping && code === 'SESSION_MISSING') {
    await answerWithEdit(tools, visit, given, reply);
  } else await visit.exchange.answer(render(reply, { path: visit.path, row: null }));
}
