/**
 * Answers messages: in direct messages with the card itself, in a channel with a button behind
 * which the answer is seen by its asker alone. Nothing of a message is stored but that draft.
 */
import type { GatewayMessageCreateDispatchData } from 'discord.js';
import { BankError, type ErrorCode } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { underwayUpTo } from '../../lib/underway.ts';
import { sentenceLengthMax } from '../../talk/index.ts';
import { inLanguage, type Language, languageFrom, languageOf } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { undoneBy } from '../command/command.ts';
import { inPrivateReply, tooLongReply } from '../talk/replies.ts';
import { savePending } from '../settle/pending.ts';
import { messageExchange, type Said } from '../talk/exchange.ts';
import { readIn } from '../talk/reading.ts';
import { saidIn } from '../talk/said.ts';
import { readingOf } from '../talk/types.ts';
import { answerDefect, refusePress } from './fix.ts';
import { proceed } from './submit.ts';
import type { Tools, Visit } from './visit.ts';

const underwayMax = 500;
const path = 'ask';
/** A mention without a word. */
const wordless = 'help';

export interface Listener {
  hear(message: GatewayMessageCreateDispatchData): Promise<void>;
  /** Resolves when every message underway has been answered. */
  idle(): Promise<void>;
}

export interface ListenerTools extends Tools {
  readonly botId: () => string;
}

const factsOf = ({ person }: Said) => ({ command: path, step: 'message', discordUserId: person });

/** The person's language, else that of the sentence, for the words that others read. */
async function languageFor(tools: ListenerTools, { text, person }: Said): Promise<Language> {
  const { choice, locale } = await tools.bank.languages.of(person);
  const known = languageFrom(choice) ?? (locale === null ? null : languageOf(locale));
  if (known !== null) return known;
  const about = readingOf({ bank: tools.bank, now: tools.clock.now() }, []);
  return readIn(text, null, about).language;
}

/** In a channel: stores what was said, and says nothing about it. */
async function answerOpenly(tools: ListenerTools, visit: Visit, { text, person }: Said) {
  const { exchange, command } = visit;
  if (text.length > sentenceLengthMax) {
    await exchange.answer(render(tooLongReply(), { path, row: null }));
    return;
  }
  const stored = { kind: 'DRAFT', path, command, form: 0, values: { text } } as const;
  const action = await savePending(tools.bank, { person, asked: exchange.asked, ...stored });
  const rendered = render(inPrivateReply(person), { path, row: action.requestId });
  await exchange.answer(rendered, { path, action });
}

async function answer(tools: ListenerTools, said: Said): Promise<void> {
  const command = tools.registry.get(path);
  if (command === undefined) return;
  const exchange = messageExchange(said, {
    messenger: tools.messenger,
    undone: () => undoneBy(command),
    watch: tools.expiry.watch,
    lost: (code, error) => tools.logger.event('bot.late', { ...factsOf(said), code }, error),
  });
  const visit = { exchange, command, path, step: 'message' };
  try {
    if (said.place.guildId === null) {
      await proceed(tools, visit, { form: 0, values: { text: said.text } });
    } else {
      const language = await languageFor(tools, said);
      await inLanguage(language, async () => answerOpenly(tools, visit, said));
    }
  } catch (error) {
    if (error instanceof BankError) await refusePress(visit, error, null);
    else await answerDefect(tools, visit, error);
  }
}

export function createListener(tools: ListenerTools): Listener {
  const underway = underwayUpTo(underwayMax);
  const refused = (said: Said, code: ErrorCode | 'CROWDED'): void =>
    tools.logger.event('bot.refused', { ...factsOf(said), code });
  const isAdmitted = async (said: Said): Promise<boolean> => {
    try {
      await tools.bank.throttle.admitSentence(said.person, said.place);
      return true;
    } catch (error) {
      if (!(error instanceof BankError)) throw error;
      // An answer to each message of a flood would be a flood of its own.
      refused(said, error.code);
      return false;
    }
  };
  const serve = async (said: Said): Promise<void> => {
    const begun = elapsedMs();
    if (!(await isAdmitted(said))) return;
    await inLanguage(null, async () => answer(tools, said));
    const ms = elapsedMs() - begun;
    tools.logger.event('bot.command', { ...factsOf(said), guildId: said.place.guildId, ms });
  };
  return {
    hear: async (message) => {
      const heard = saidIn(message, tools.botId());
      if (heard === null) return;
      const said = heard.text === '' ? { ...heard, text: wordless } : heard;
      if (underway.isFull) return refused(said, 'CROWDED');
      await underway.run(serve(said));
    },
    idle: async () => underway.idle(),
  };
}
