/**
 * The forms that are filled in on the bank's page. An answer goes through the same stages as a form
 * in Discord, and its result is shown on the card that has the link.
 */
import { BankError, type PageLink } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { underwayUpTo } from '../../lib/underway.ts';
import { inLanguage, words } from '../../words/index.ts';
import { plainText } from '../../words/text/plain-text.ts';
import type { Refused } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import type { RawValues } from '../forms/field.ts';
import { readForm } from '../forms/form.ts';
import { issueLink, linkContent } from '../page/content.ts';
import { sentValues } from '../page/form.ts';
import { turnedAwayReply, type Warned } from '../page/turned-away.ts';
import { answerDefect } from '../stages/fix.ts';
import { afterRegistration } from '../stages/passkey.ts';
import { submitProof } from '../stages/prove.ts';
import { submitFirst, submitSecond } from '../stages/submit.ts';
import { factsOf, isProofRefusal, proofNote, type Tools, type Visit } from '../stages/visit.ts';
import { type Ending, endingOf } from './ending.ts';
import {
  type DeskTools,
  formShown,
  lookAt,
  type Looked,
  type Opened,
  openLink,
  pageOf,
  type PageForm,
} from './opened.ts';
import { submitNewPasskey, submitPasskey } from './passkeys.ts';

/** One list of texts for each field; `passkey` is the browser's answer as JSON. */
export type SentTexts = ReadonlyMap<string, readonly string[]>;

export type Shown =
  | { readonly kind: 'form'; readonly form: PageForm }
  /** The form cannot be sent: why, as a plain sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

export type Sent =
  | {
      /** The same form may be sent again, with a new challenge. */
      readonly kind: 'again';
      readonly sentence: string;
      /** By the names of fields. */
      readonly problems: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'ended';
      readonly ending: Ending;
      /** The token of a link for a form that follows at once; null: none. */
      readonly next: string | null;
    };

export interface PageDesk {
  /** Runs the work in the language of the person whose link it is. */
  inLanguageOf<T>(link: PageLink, work: () => T): T;
  /** Changes nothing. `sent` fills in the form again, without secrets. Throws BANK_BUSY. */
  show(link: PageLink, sent?: SentTexts): Promise<Shown>;
  /** The link must be taken. */
  submit(link: PageLink, sent: SentTexts): Promise<Sent>;
  /** Notifies the owner of a link that was refused; what Discord does not accept is logged. */
  warn(link: PageLink, reason: Warned): void;
  /** Resolves when every answer that was sent has been handled. */
  idle(): Promise<void>;
}

/** Answers that one process handles at the same time. */
const underwayMax = 200;

const gone = (): Shown => ({ kind: 'refused', sentence: words.page.refusals.UNKNOWN });

async function show(tools: DeskTools, link: PageLink, sent?: SentTexts): Promise<Shown> {
  const opened = openLink(tools, link);
  if (opened === null) return gone();
  const looked = await lookAt(tools, opened);
  if (looked.kind === 'refused') return looked;
  const values = sent === undefined ? null : sentValues(looked.form, sent, pageOf(opened.content));
  return { kind: 'form', form: await formShown(tools, opened, looked, values) };
}

/** The stages of a form in Discord, for a form without and with a passkey. */
async function run(
  tools: DeskTools,
  opened: Opened,
  given: {
    readonly looked: Extract<Looked, { readonly kind: 'open' }>;
    readonly values: RawValues;
    readonly response: string;
  },
): Promise<void> {
  const { visit, content, link } = opened;
  const { looked, values, response } = given;
  const { form: id } = content;
  const session = looked.identity?.session ?? null;
  if (id.step === 'passkey') {
    if (session === null) return;
    const { detail } = id;
    await submitNewPasskey(tools, visit, { link, session, detail, response, values });
  } else if (response !== '') {
    await submitPasskey(tools, visit, { link, content, action: looked.action, response });
  } else if (id.step === 'proof') {
    await submitProof(tools, visit, { ...id, values });
  } else if (id.step === 'form2') {
    await submitSecond(tools, visit, { ...id, values });
  } else {
    await submitFirst(tools, visit, { ...id, values, page: pageOf(content) });
  }
}

async function runLogged(...[tools, opened, given]: Parameters<typeof run>): Promise<void> {
  const { visit, content } = opened;
  const { path: command, step } = content.form;
  const begun = elapsedMs();
  try {
    await run(tools, opened, given);
  } catch (error) {
    await answerDefect(tools, visit, error);
  }
  const { person: discordUserId, place } = visit.exchange;
  const facts = { command, step: `page-${step}`, discordUserId, guildId: place.guildId };
  tools.logger.event('bot.command', { ...facts, ms: elapsedMs() - begun });
}

/** The draft of an accepted form is of no use any more. */
async function dropRow(tools: Tools, { visit, content }: Opened): Promise<void> {
  const { row, step } = content.form;
  if (row === null || step === 'proof') return;
  try {
    await tools.bank.pending.cancel(row, visit.exchange.person);
  } catch (error) {
    // It expires by itself.
    if (!(error instanceof BankError)) throw error;
  }
}

/** After a registration, the same browser is offered a passkey. */
async function linkAfter({ bank }: Tools, { link, content }: Opened): Promise<string | null> {
  const { path, step } = content.form;
  if (path !== 'register' || step !== 'form2' || !bank.passkeys.isOffered) return null;
  const form = { path: 'security', step: 'passkey', row: null, detail: afterRegistration };
  try {
    return await issueLink(bank, link.discordUserId, {
      ...content,
      form,
      values: { name: words.page.passkeys.firstName },
    });
  } catch (error) {
    // A passkey can be added later.
    if (!(error instanceof BankError)) throw error;
    return null;
  }
}

/** Awaited, so that it cannot arrive after the card of a later answer. */
async function noteOnCard({ exchange }: Visit, { code, sentence }: Refused): Promise<void> {
  if (!isProofRefusal(code)) return;
  await exchange.note(proofNote(words.errors.title(code), sentence));
}

type Problems = readonly { readonly field: string; readonly reason: string }[];

const again = (sentence: string, problems: Problems): Sent => ({
  kind: 'again',
  sentence: plainText(sentence),
  problems: new Map(problems.map(({ field, reason }) => [field, plainText(reason)])),
});

/** Whether a passkey answers the form in place of its fields. */
const takesPasskey = ({ form }: Opened['content']): boolean =>
  form.step === 'proof' || (form.step === 'form' && form.path === 'login');

async function submit(tools: DeskTools, link: PageLink, sent: SentTexts): Promise<Sent> {
  const opened = openLink(tools, link);
  const looked = opened === null ? gone() : await lookAt(tools, opened);
  if (opened === null || looked.kind !== 'open') {
    const sentence = looked.kind === 'refused' ? looked.sentence : '';
    return { kind: 'ended', ending: { isDone: false, title: '', sentence }, next: null };
  }
  const { visit, content, outcome } = opened;
  const [response = ''] = sent.get('passkey') ?? [];
  const values = sentValues(looked.form, sent, pageOf(content));
  const isAnswered = response !== '' && takesPasskey(content);
  const reading = readForm(looked.form, values, factsOf(tools, visit));
  if (!isAnswered && !reading.ok) return again(words.errors.fix.several, reading.problems);
  if (content.form.step === 'passkey' && response === '') {
    return again(words.page.passkeys.unable, []);
  }
  await runLogged(tools, opened, { looked, values, response });
  const { refused } = outcome;
  if (refused !== null) {
    await noteOnCard(visit, refused);
    return again(refused.sentence, refused.problems);
  }
  await dropRow(tools, opened);
  const ending = endingOf(outcome.shown);
  return { kind: 'ended', ending, next: ending.isDone ? await linkAfter(tools, opened) : null };
}

async function warn(tools: DeskTools, link: PageLink, reason: Warned): Promise<void> {
  const opened = openLink(tools, link, { keepsCard: true });
  if (opened === null) return;
  const { visit, content } = opened;
  const reply = turnedAwayReply(reason, content, link.matchCode);
  await visit.exchange.answer(render(reply, { path: visit.path, row: content.form.row }));
}

export function createDesk(tools: DeskTools): PageDesk {
  const underway = underwayUpTo(underwayMax);
  return {
    inLanguageOf: (link, work) => inLanguage(linkContent(link.content)?.language ?? null, work),
    show: async (link, sent) => show(tools, link, sent),
    submit: async (link, sent) => {
      if (underway.isFull) throw new BankError('BANK_BUSY');
      const work = submit(tools, link, sent);
      await underway.run(work.then(() => {}));
      return work;
    },
    warn: (link, reason) => {
      if (underway.isFull) return;
      const language = linkContent(link.content)?.language ?? null;
      void underway.run(inLanguage(language, async () => warn(tools, link, reason)));
    },
    idle: async () => underway.idle(),
  };
}
