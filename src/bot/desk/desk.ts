/**
 * The forms that are filled in on the bank's page. An answer goes through the same stages as a form
 * in Discord, and its result is shown on the card that has the link.
 */
import type { REST } from 'discord.js';
import {
  BankError,
  type DiscordUserId,
  type PageLink,
  type PendingAction,
} from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { underwayUpTo } from '../../lib/underway.ts';
import { inLanguage, words } from '../../words/index.ts';
import { plainText } from '../../words/text/plain-text.ts';
import { type Command, commandFor, undoneBy } from '../command/command.ts';
import type { RawValues } from '../forms/field.ts';
import { type Form, type FormPage, formFor, readForm } from '../forms/form.ts';
import { type LinkContent, linkContent } from '../page/content.ts';
import { type PageOutcome, pageExchange } from '../page/exchange.ts';
import { type PageField, pageFields, sentValues } from '../page/form.ts';
import { answerDefect } from '../stages/fix.ts';
import { leadOf, proofForm, submitProof } from '../stages/prove.ts';
import { submitFirst, submitSecond } from '../stages/submit.ts';
import { admitAs, factsOf, identify, type Tools, type Visit } from '../stages/visit.ts';
import { type Ending, endingOf } from './ending.ts';

/** What the page shows for a link. */
export interface PageForm {
  readonly title: string;
  /** What is approved, as a plain sentence; may be empty. */
  readonly lead: string;
  readonly fields: readonly PageField[];
}

export type Shown =
  | { readonly kind: 'form'; readonly form: PageForm }
  /** The form cannot be sent: why, as a plain sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

export type Sent =
  | {
      /** The same form again. */
      readonly kind: 'again';
      readonly form: PageForm;
      readonly sentence: string;
      /** By the names of fields. */
      readonly problems: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'ended'; readonly ending: Ending };

export interface PageDesk {
  /** Runs the work in the language of the person whose link it is. */
  inLanguageOf<T>(link: PageLink, work: () => T): T;
  /** Changes nothing. Throws BANK_BUSY. */
  show(link: PageLink): Promise<Shown>;
  /** The link must be taken. `sent` has one list of texts for each field. */
  submit(link: PageLink, sent: ReadonlyMap<string, readonly string[]>): Promise<Sent>;
  /** Resolves when every answer that was sent has been handled. */
  idle(): Promise<void>;
}

export interface DeskTools extends Tools {
  readonly rest: REST;
  readonly applicationId: () => string;
}

/** Answers that one process handles at the same time. */
const underwayMax = 200;

/** Refusals after which the same form may be sent again. */
const repeated: readonly string[] = [
  'FIELDS',
  'PASSWORD_WRONG',
  'PASSWORD_WEAK',
  'CODE_WRONG',
  'CODE_NEEDED',
  'CREDENTIALS_WRONG',
  'LOCKED_OUT',
  'CONTACT_TAKEN',
  'MAIL_UNAVAILABLE',
  'UNDER_AGE',
  'BANK_BUSY',
  'REQUESTS_TOO_MANY',
];

interface Opened {
  readonly content: LinkContent;
  readonly visit: Visit;
  readonly command: Command;
  readonly outcome: PageOutcome;
}

const pageOf = ({ form }: LinkContent): FormPage => (form.step === 'form-more' ? 1 : 0);

function formOf({ command, content }: Opened, hasApp: boolean): Form | null {
  const { step } = content.form;
  if (step === 'proof') return formFor(proofForm, hasApp);
  const asked = step === 'form2' ? (command.second?.form ?? null) : command.form;
  return asked && formFor(asked, hasApp);
}

function openLink(tools: DeskTools, link: PageLink): Opened | null {
  const content = linkContent(link.content);
  if (content === null) return null;
  const command = tools.registry.get(content.form.path);
  if (command === undefined) return null;
  const { path, step } = content.form;
  const outcome: PageOutcome = { shown: null, refused: null };
  const facts = { command: path, step, discordUserId: link.discordUserId };
  const exchange = pageExchange(link, content, {
    rest: tools.rest,
    applicationId: tools.applicationId(),
    undone: () => undoneBy(command),
    lost: (code, error) => tools.logger.event('bot.late', { ...facts, code }, error),
    watch: tools.expiry.watch,
    outcome,
    repeats: ({ code }) => repeated.includes(code),
  });
  return { content, command, outcome, visit: { exchange, command, path, step } };
}

const gone = (): Shown => ({ kind: 'refused', sentence: words.page.refusals.UNKNOWN });

/** Why the row of the link can no longer be answered; null if it can. */
function closedSentence(action: PendingAction | null, undone: string): string | null {
  if (action?.state === 'OPEN') return null;
  const late = words.replies.late;
  const state = action?.state ?? 'CANCELLED';
  const lateness =
    state === 'EXPIRED' ? 'expired' : state === 'CANCELLED' ? 'cancelled' : ('used' as const);
  return plainText(late[lateness].sentence(undone));
}

async function rowOf(tools: Tools, { content }: Opened, person: DiscordUserId) {
  const { row } = content.form;
  return row === null ? null : tools.bank.pending.find(row, person);
}

/** The form, or why it cannot be sent. */
async function shownTo(tools: DeskTools, link: PageLink, opened: Opened, values?: RawValues) {
  const { visit, content, command } = opened;
  const identity = await identify(tools, visit);
  const admission = admitAs(tools, visit, identity);
  if (!admission.ok)
    return { kind: 'refused', sentence: plainText(admission.refusal.sentence) } as const;
  const action = await rowOf(tools, opened, link.discordUserId);
  const { undone } = visit.exchange;
  const closed = content.form.row === null ? null : closedSentence(action, undone);
  if (closed !== null) return { kind: 'refused', sentence: closed } as const;
  const form = formOf(
    { ...opened, command: commandFor(command, identity) },
    identity?.hasApp === true,
  );
  if (form === null) return gone();
  const lead =
    content.form.step === 'proof' ? plainText(leadOf(visit, content.form.detail, action)) : '';
  const fields = pageFields(form, values ?? content.values, pageOf(content));
  return { kind: 'form', form: { title: form.words.title, lead, fields } } as const;
}

async function run(tools: DeskTools, opened: Opened, values: RawValues): Promise<void> {
  const { visit, content } = opened;
  const { form: id } = content;
  const begun = elapsedMs();
  try {
    if (id.step === 'proof') await submitProof(tools, visit, { ...id, values });
    else if (id.step === 'form2') await submitSecond(tools, visit, { ...id, values });
    else await submitFirst(tools, visit, { ...id, values, page: pageOf(content) });
  } catch (error) {
    await answerDefect(tools, visit, error);
  }
  const { person: discordUserId, place } = visit.exchange;
  const facts = { command: id.path, step: `page-${id.step}`, discordUserId };
  tools.logger.event('bot.command', { ...facts, guildId: place.guildId, ms: elapsedMs() - begun });
}

/** The draft of an accepted form is of no use any more. */
async function dropRow(tools: Tools, { visit, content }: Opened): Promise<void> {
  const { row } = content.form;
  if (row === null) return;
  try {
    await tools.bank.pending.cancel(row, visit.exchange.person);
  } catch (error) {
    // It expires by itself.
    if (!(error instanceof BankError)) throw error;
  }
}

async function submit(
  tools: DeskTools,
  link: PageLink,
  sent: ReadonlyMap<string, readonly string[]>,
): Promise<Sent> {
  const opened = openLink(tools, link);
  const shown = opened === null ? gone() : await shownTo(tools, link, opened);
  if (opened === null || shown.kind === 'refused') {
    const sentence = shown.kind === 'refused' ? shown.sentence : '';
    return { kind: 'ended', ending: { isDone: false, title: '', sentence } };
  }
  const { visit, content, outcome, command } = opened;
  const identity = await identify(tools, visit);
  const form = formOf(
    { ...opened, command: commandFor(command, identity) },
    identity?.hasApp === true,
  )!;
  const values = sentValues(form, sent, pageOf(content));
  const again = async (sentence: string, problems: ReadonlyMap<string, string>): Promise<Sent> => {
    const filled = await shownTo(tools, link, opened, values);
    const same = filled.kind === 'form' ? filled.form : shown.form;
    return { kind: 'again', form: same, sentence: plainText(sentence), problems };
  };
  const reading = readForm(form, values, factsOf(tools, visit));
  if (!reading.ok) {
    const problems = reading.problems.map(
      ({ field, reason }) => [field, plainText(reason)] as const,
    );
    return again(words.errors.fix.several, new Map(problems));
  }
  await run(tools, opened, values);
  const { refused } = outcome;
  if (refused !== null) {
    const problems = refused.problems.map(
      ({ field, reason }) => [field, plainText(reason)] as const,
    );
    return again(refused.sentence, new Map(problems));
  }
  await dropRow(tools, opened);
  return { kind: 'ended', ending: endingOf(outcome.shown) };
}

export function createDesk(tools: DeskTools): PageDesk {
  const underway = underwayUpTo(underwayMax);
  return {
    inLanguageOf: (link, work) => inLanguage(linkContent(link.content)?.language ?? null, work),
    show: async (link) => {
      const opened = openLink(tools, link);
      return opened === null ? gone() : shownTo(tools, link, opened);
    },
    submit: async (link, sent) => {
      if (underway.isFull) throw new BankError('BANK_BUSY');
      const work = submit(tools, link, sent);
      await underway.run(work.then(() => {}));
      return work;
    },
    idle: async () => underway.idle(),
  };
}
