/** Refusals: the reasons, and the buttons of what the person can do next. */
import {
  BankError,
  type ErrorCode,
  type Money,
  type PendingAction,
  type Refused,
  type RequestId,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { joined, md } from '../../words/text/markup.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { type Resume, sumDetail } from '../cards/custom-id.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, small, stepButton, text, withButtons } from '../cards/reply.ts';
import type { Refusal } from '../command/access.ts';
import { isBlank } from '../forms/field.ts';
import { pageOf, type Problem } from '../forms/form.ts';
import { endButtons, nextButtons, type Refusing } from '../next/buttons.ts';
import { type NextStep, refusalSteps } from '../next/steps.ts';
import {
  defectReply,
  errorReply,
  newErrorReference,
  problemsOf,
  refusalReply,
} from '../replies/problem.ts';
import { savePending, wholeForm } from '../settle/pending.ts';
import { type Given, type Tools, type Visit, wrongProofs } from './visit.ts';

const { fix: said } = words.errors;

export function fixReply(problems: readonly Problem[], undone: string): Reply {
  const lines = problems.map(({ label, reason }) => md`**${label}** – ${{ markup: reason }}`);
  const title = problems.length === 1 ? said.one : said.several;
  const isAssured = problems.some(({ assures }) => assures === true);
  const quiet = small(isAssured ? said.stillFilledIn : `${undone} ${said.stillFilledIn}`);
  return refuse(title, text(joined(lines)), quiet);
}

/** The small print says that the entries are kept. */
const withoutPromise = (reply: Reply): Reply => ({
  ...reply,
  parts: reply.parts.filter(({ kind }) => kind !== 'small'),
});

/** A draft of what was typed; null when nothing was, or when it cannot be stored now. */
export async function keep(
  tools: Tools,
  visit: Visit,
  given: Given,
): Promise<PendingAction | null> {
  const { exchange, path, command } = visit;
  if (Object.values(given.values).every(isBlank)) return null;
  const { form, values } = given;
  try {
    const stored = { kind: 'DRAFT', path, command, form, values } as const;
    const { person, asked } = exchange;
    return await savePending(tools.bank, { person, asked, ...stored });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    return null;
  }
}

const refusingIn = (
  { path, command }: Visit,
  about: Pick<Refusing, 'row' | 'values' | 'refused'>,
): Refusing => ({
  path,
  hasForm: wholeForm(command) !== null,
  ...about,
});

/**
 * Saving what a rate limit refused would load the database that the limit protects; what the bank
 * could not do for being busy is saved if it can be.
 */
const isKept = (code: ErrorCode | 'STAFF_ONLY'): boolean =>
  code !== 'REQUESTS_TOO_MANY' && code !== 'STAFF_ONLY';

/** One for each amount that the text may mean; the rest goes on as it was typed. */
const sumButtons = (sums: readonly Money[], resume: Resume | null) =>
  sums.map(({ units, currency }) => {
    const detail = sumDetail(units, resume);
    return stepButton('start', formatAmount(units, currency), 'primary', { detail });
  });

async function answerRefusal(
  tools: Tools,
  visit: Visit,
  given: Given,
  refusal: {
    readonly reply: Reply;
    readonly steps: readonly NextStep[];
    readonly refused: Refused | null;
    readonly keeps: boolean;
    readonly sums?: readonly Money[];
  },
): Promise<void> {
  const { exchange, path } = visit;
  const { reply, steps, refused, keeps } = refusal;
  const action = keeps ? await keep(tools, visit, given) : null;
  const row = action?.requestId ?? null;
  const shown = row === null ? withoutPromise(reply) : reply;
  const { resume = null } = given;
  const buttons = [
    ...(row === null ? [] : sumButtons(refusal.sums ?? [], resume)),
    ...nextButtons(steps, refusingIn(visit, { row, values: given.values, refused })),
  ];
  const rendered = render(withButtons(shown, ...buttons), { path, row, resume });
  await exchange.answer(rendered, action === null ? undefined : { path, action });
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
  const shown = problems.map((one) => ({ field: one.field, reason: one.reason }));
  if (exchange.refuses?.({ code: 'FIELDS', sentence: said.several, problems: shown }) === true)
    return;
  const reply = fixReply(problems, exchange.undone);
  const { form } = visit.command;
  const pages = new Set(problems.map(({ field }) => (form === null ? 0 : pageOf(form, field))));
  const steps = [
    ...(pages.has(0) ? (['edit'] as const) : []),
    ...(pages.has(1) ? (['more'] as const) : []),
  ];
  await answerRefusal(tools, visit, given, {
    reply,
    steps,
    refused: null,
    keeps: true,
    sums: problems.find(({ field }) => field === 'amount')?.sums ?? [],
  });
}

/** The bank refused a form: shows the refusal, at its field where one caused it. */
export async function fixRefused(
  tools: Tools,
  visit: Visit,
  given: Given,
  error: BankError,
): Promise<void> {
  const { exchange, path, step, command } = visit;
  const { person: discordUserId, undone } = exchange;
  const { code, refused } = error;
  tools.logger.event('bot.refused', { command: path, step, discordUserId, code });
  const whole = wholeForm(command);
  const problems = whole === null ? [] : problemsOf(error, whole, given.values, undone);
  const sentence = words.errors.sentence(refused, undone);
  const shownAt = problems.map(({ field, reason }) => ({ field, reason }));
  if (exchange.refuses?.({ code, sentence, problems: shownAt }) === true) return;
  const at = problems[0]?.field ?? '';
  const form = command.form !== null && at in command.form.fields ? 0 : given.form;
  const reply = problems.length > 0 ? fixReply(problems, undone) : errorReply(error, undone);
  const shown = { reply, steps: refusalSteps[code], refused, keeps: isKept(code) };
  await answerRefusal(tools, visit, { ...given, form }, shown);
}

/** Access was refused. What was typed goes on after the login or registration. */
export async function refuseAccess(
  tools: Tools,
  visit: Visit,
  given: Given,
  { code, sentence }: Refusal,
): Promise<void> {
  await answerRefusal(tools, visit, given, {
    reply: refusalReply(code, sentence),
    steps: refusalSteps[code],
    refused: null,
    keeps: isKept(code),
  });
}

/** A defect, with a reference to the log. */
export async function answerDefect(
  { logger }: Pick<Tools, 'logger'>,
  { exchange, path, step }: Pick<Visit, 'exchange' | 'path' | 'step'>,
  error: unknown,
): Promise<void> {
  const reference = newErrorReference();
  const facts = { command: path, step, discordUserId: exchange.person, reference };
  logger.event('bot.failed', facts, error);
  const buttons = endButtons('defect', { path, hasForm: true });
  await exchange.aside(
    render(withButtons(defectReply(reference), ...buttons), { path, row: null }),
  );
}

/** Refusals of a proof, which can be given again for the same card. */
const provedAgain: readonly (ErrorCode | 'STAFF_ONLY')[] = ['STEP_UP_NEEDED', ...wrongProofs];

/** Refuses a press with a message of its own: the card stays, and its row has what was typed. */
export async function refusePress(
  visit: Visit,
  refusal: BankError | Refusal,
  row: RequestId | null,
): Promise<void> {
  const { exchange, path } = visit;
  const isError = refusal instanceof BankError;
  const sentence = isError
    ? words.errors.sentence(refusal.refused, exchange.undone)
    : refusal.sentence;
  if (exchange.refuses?.({ code: refusal.code, sentence, problems: [] }) === true) return;
  const reply = isError
    ? errorReply(refusal, exchange.undone)
    : refusalReply(refusal.code, refusal.sentence);
  const refused = isError ? refusal.refused : null;
  const about = refusingIn(visit, { row, values: {}, refused });
  const buttons =
    provedAgain.includes(refusal.code) && row !== null
      ? [stepButton('prove', words.replies.flow.proof.title, 'primary')]
      : nextButtons(refusalSteps[refusal.code], about);
  await exchange.aside(render(withButtons(reply, ...buttons), { path, row }));
}
