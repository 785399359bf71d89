/** Shared by the stages: the bank, the command, the interaction and the access check. */
import { type Bank, BankError, type ErrorCode, type Identity, isoDate } from '../../bank/index.ts';
import type { Examine } from '../../lib/finding.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Logger } from '../../log/logger.ts';
import { languageFrom, languageOf, switchLanguage, words } from '../../words/index.ts';
import { commandLink, type Markup, md, written } from '../../words/text/markup.ts';
import type { Resume } from '../cards/custom-id.ts';
import type { Exchange, Refused } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import type { Reply } from '../cards/reply.ts';
import { type Refusal, refusalOf } from '../command/access.ts';
import { type Command, commandFor, type CommandSummary, type Context } from '../command/command.ts';
import type { Registry } from '../command/registry.ts';
import type { Facts, RawValues } from '../forms/field.ts';
import type { Expiry } from '../settle/expiry.ts';
import type { RoleMembers } from '../members/role.ts';
import type { Messenger } from '../outbox/messenger.ts';
import type { Resolver } from '../settle/resolver.ts';
import type { SetupTools } from '../installation/tools.ts';
import type { Settler } from '../settle/settling.ts';
import type { MemberFinder } from '../talk/members.ts';

export interface PageSettings {
  /** Without a slash at the end. */
  readonly url: string;
  /** Whether forms in Discord may ask for secrets, too. */
  readonly secrets: 'page' | 'both';
}

export interface Tools {
  readonly bank: Bank;
  readonly bankName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly summaries: readonly CommandSummary[];
  readonly staffGuildId: string | null;
  readonly expiry: Expiry;
  readonly resolver: Resolver;
  readonly settler: Settler;
  readonly members: MemberFinder;
  readonly messenger: Messenger;
  readonly roleMembers: RoleMembers;
  readonly examine: Examine;
  /** The bank's own page, where secrets are typed; null without one. */
  readonly page: PageSettings | null;
  readonly setup: SetupTools;
}

export interface Visit {
  readonly exchange: Exchange;
  readonly path: string;
  readonly command: Command;
  /** For the log. */
  readonly step: string;
}

/** A form's number and the values given so far, of both forms. */
export interface Given {
  readonly form: 0 | 1;
  readonly values: RawValues;
  /** What goes on when this is done. */
  readonly resume?: Resume | null;
  /** A new account has no money: a payment offers the deposit that it lacks at once. */
  readonly isFirst?: boolean;
  /** A line on the confirm card that says why it is asked. */
  readonly because?: string;
}

export type Admission =
  | { readonly ok: true; readonly context: Context }
  | { readonly ok: false; readonly refusal: Refusal };

export const factsOf = ({ bank, clock }: Tools, { exchange }: Visit): Facts => ({
  currency: bank.currency,
  today: isoDate(clock.now()),
  locale: exchange.locale,
  region: bank.defaultRegion,
});

/** From here on in the language of the person's choice; stores Discord's when it is a new one. */
async function speakTo(
  { bank }: Tools,
  { person, locale }: Exchange,
  { customerId, language }: Identity,
): Promise<void> {
  const choice = languageFrom(language?.choice ?? null);
  // Messages name no locale: the one last seen is used.
  const seen = language?.locale ?? null;
  switchLanguage(choice ?? (locale === null && seen !== null ? languageOf(seen) : null));
  if (customerId === null || locale === null || language?.locale === locale) return;
  try {
    await bank.languages.seen(person, locale);
  } catch (error) {
    // Nothing is lost: the next interaction stores it.
    if (!(error instanceof BankError)) throw error;
  }
}

/** The next answer tells of notices that were not sent, once. */
function tellOfNews({ bank, summaries }: Tools, exchange: Exchange, identity: Identity): void {
  const { customerId, news } = identity;
  if (customerId === null || news === undefined) return;
  exchange.announce(async () => {
    try {
      const count = await bank.inbox.takeNews(customerId);
      if (count === 0) return null;
      const link = summaries.find(({ path }) => path === 'inbox')?.id ?? null;
      return md`${words.replies.inbox.news(count)} · ${commandLink('inbox', link)}`;
    } catch (error) {
      // Nothing is lost: the next answer tells of them.
      if (!(error instanceof BankError)) throw error;
      return null;
    }
  });
}

/** Where anyone is allowed, forms and help work even while the database is unavailable. */
export async function identify(
  tools: Tools,
  { exchange, command }: Visit,
): Promise<Identity | null> {
  try {
    const identity = await tools.bank.access.identify(exchange.person, exchange.place);
    await speakTo(tools, exchange, identity);
    tellOfNews(tools, exchange, identity);
    return identity;
  } catch (error) {
    if (command.access === 'anyone' && error instanceof BankError) return null;
    throw error;
  }
}

export function admitAs(tools: Tools, visit: Visit, identity: Identity | null): Admission {
  const { exchange, command, path, step } = visit;
  const { guildId } = exchange.place;
  const asker = { identity, guildId, staffGuildId: tools.staffGuildId };
  const refusal = refusalOf(command.access, asker, exchange.undone);
  if (refusal !== null) {
    const facts = { command: path, step, discordUserId: exchange.person, code: refusal.code };
    tools.logger.event('bot.refused', facts);
    return { ok: false, refusal };
  }
  const context = {
    bank: tools.bank,
    bankName: tools.bankName,
    person: exchange.person,
    place: exchange.place,
    now: tools.clock.now(),
    identity,
    isProved: false,
    // `refusalOf` refuses a missing session where the command's access requires one.
    session: identity?.session ?? null,
    commands: tools.summaries,
    roleMembers: tools.roleMembers,
    examine: tools.examine,
    setup: tools.setup,
    asked: exchange.asked,
  } as Context;
  return { ok: true, context };
}

/** The visit with the command's forms as this person sees them. */
export const visitOf = (visit: Visit, identity: Identity | null): Visit => ({
  ...visit,
  command: commandFor(visit.command, identity),
});

/** As a message of its own; the card stays as it is. */
export const answerAside = async ({ exchange, path }: Visit, reply: Reply): Promise<boolean> =>
  exchange.aside(render(reply, { path, row: null }));

/** Refusals of a proof that was given. */
export const wrongProofs: readonly ErrorCode[] = [
  'PASSWORD_WRONG',
  'CODE_WRONG',
  'CODE_NEEDED',
  'LOCKED_OUT',
  'PASSKEY_WRONG',
  'PASSKEY_CLONED',
];

/** Whether a proof or a login was refused, and not what else was typed. */
export const isProofRefusal = (code: Refused['code']): code is ErrorCode =>
  code === 'CREDENTIALS_WRONG' || (wrongProofs as readonly string[]).includes(code);

/** True when the bank's page shows the refusal, with the same form again. */
export function refusedOnPage({ exchange }: Visit, error: BankError): boolean {
  const sentence = words.errors.sentence(error.refused, exchange.undone);
  return exchange.refuses?.({ code: error.code, sentence, problems: [] }) === true;
}

/** A wrong proof is noted on the acknowledged card; any other refusal is a message of its own. */
export async function noteProof(visit: Visit, error: BankError): Promise<boolean> {
  const { exchange } = visit;
  if (!wrongProofs.includes(error.code)) return false;
  if (refusedOnPage(visit, error)) return true;
  const sentence = words.errors.sentence(error.refused, exchange.undone);
  return exchange.note(proofNote(words.errors.title(error.code), sentence));
}

/** The sentence has only our words. */
export const proofNote = (title: string, sentence: string): Markup =>
  md`⚠️ **${title}.** ${written(sentence)}`;

/** Throws REQUESTS_TOO_MANY; counted in memory, so that it takes no time. */
export const admitForm = async (tools: Tools, { exchange }: Visit): Promise<void> =>
  tools.bank.throttle.admitForm(exchange.person, exchange.place);

/** Checked at every step, since a session or a role may have ended since the last. */
export const admit = async (tools: Tools, visit: Visit): Promise<Admission> =>
  admitAs(tools, visit, await identify(tools, visit));
