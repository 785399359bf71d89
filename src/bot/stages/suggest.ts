/** Choices while an option is typed: accounts that the customer is likely to mean. */
import type { AutocompleteInteraction } from 'discord.js';
import {
  type Bank,
  BankError,
  type DiscordUserId,
  type Place,
  type Session,
} from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { refusalOf } from '../command/access.ts';
import type { Suggests } from '../forms/field.ts';
import { type Choice, type Known, suggestionsFor } from '../forms/suggestions.ts';
import { within } from './deadline.ts';
import type { Tools } from './visit.ts';

/** Discord waits 3 s, and shows an error if it gets no answer. */
const answerWithinMs = 2_000;
/** Older ones are found with `/request list`. */
const requestsMax = 25;

type SuggestTools = Pick<Tools, 'bank' | 'logger' | 'registry' | 'staffGuildId'>;

async function knownTo(bank: Bank, session: Session, suggests: Suggests): Promise<Known> {
  switch (suggests) {
    case 'OWN_ACCOUNTS':
    case 'PAYING_ACCOUNTS':
      return { suggests, accounts: await bank.accounts.overview(session), currency: bank.currency };
    case 'POTS':
    case 'READABLE_ACCOUNTS': {
      const own = await bank.accounts.overview(session);
      const { pots } = await bank.pots.shared(session);
      const shared = suggests === 'POTS' ? [] : await bank.shared.list(session);
      return { suggests, accounts: [...own, ...shared, ...pots], currency: bank.currency };
    }
    case 'SHARED_ACCOUNTS':
    case 'SAVING_ACCOUNTS':
    case 'SPENDABLE_ACCOUNTS':
    case 'FILLABLE_ACCOUNTS': {
      const own = await bank.accounts.overview(session);
      const accounts = [...own, ...(await bank.shared.list(session))];
      return { suggests, accounts, currency: bank.currency };
    }
    case 'TIME_ZONES':
      return { suggests };
    case 'ORDERS':
      return { suggests, orders: await bank.orders.list(session), currency: bank.currency };
    case 'REQUESTS':
    case 'MADE_REQUESTS': {
      const { entries: made } = await bank.requests.made(session, { size: requestsMax });
      const toPay = suggests === 'REQUESTS' ? await bank.requests.toPay(session) : [];
      return { suggests, toPay, made, currency: bank.currency };
    }
    case 'SERVED':
      return { suggests, served: await bank.counter.servedLately(session) };
    default:
      return { suggests, payees: await bank.payees.known(session) };
  }
}

/** Nothing is offered to a person who may not use the command now. */
async function choicesFor(
  { bank, registry, staffGuildId }: SuggestTools,
  asked: {
    readonly path: string;
    readonly option: string;
    readonly typed: string;
    readonly person: DiscordUserId;
    readonly place: Place;
  },
): Promise<readonly Choice[]> {
  const command = registry.get(asked.path);
  const fields = command?.form?.fields ?? {};
  const field = Object.hasOwn(fields, asked.option) ? fields[asked.option] : undefined;
  const suggests = field?.suggests ?? null;
  if (command === undefined || suggests === null) return [];
  await bank.throttle.admitSuggestion(asked.person, asked.place);
  const identity = await bank.access.identify(asked.person, asked.place);
  const asker = { identity, guildId: asked.place.guildId, staffGuildId };
  if (identity.session === null || refusalOf(command.access, asker, '') !== null) return [];
  const { session } = identity;
  return suggestionsFor(await knownTo(bank, session, suggests), asked.typed);
}

/** Always answers, with no choices where there are none to show, or not in time. */
export async function suggest(
  tools: SuggestTools,
  interaction: AutocompleteInteraction,
  path: string,
): Promise<void> {
  const begun = elapsedMs();
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const { guildId, channelId } = interaction;
  const person = interaction.user.id as DiscordUserId;
  const facts = { command: path, step: 'suggest', discordUserId: person };
  const place = { guildId, channelId };
  const work = choicesFor(tools, { path, option, typed, person, place }).catch((error: unknown) => {
    if (error instanceof BankError) {
      tools.logger.event('bot.refused', { ...facts, code: error.code });
    } else {
      tools.logger.event('bot.failed', facts, error);
    }
    return [];
  });
  const found = await within(answerWithinMs, work);
  try {
    await interaction.respond(found.inTime ? found.value : []);
  } catch (error) {
    tools.logger.event('bot.late', { ...facts, code: null }, error);
  }
  tools.logger.event('bot.command', { ...facts, guildId, ms: elapsedMs() - begun });
}
