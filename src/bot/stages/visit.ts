/** What the stages share: the bank, the command, one interaction, and who is asking. */
import { type Bank, BankError, type Identity, isoDate } from '../../bank/index.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Logger } from '../../log/logger.ts';
import type { Exchange } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import type { Reply } from '../cards/reply.ts';
import { type Refusal, refusalOf } from '../command/access.ts';
import { type Command, commandFor, type CommandSummary, type Context } from '../command/command.ts';
import type { Registry } from '../command/registry.ts';
import type { Facts, RawValues } from '../forms/field.ts';
import type { Resolver } from '../settle/resolver.ts';
import type { Settler } from '../settle/settling.ts';

export interface Desk {
  readonly bank: Bank;
  readonly bankName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly summaries: readonly CommandSummary[];
  readonly staffGuildId: string | null;
  readonly resolver: Resolver;
  readonly settler: Settler;
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
}

export type Admission =
  | { readonly ok: true; readonly context: Context }
  | { readonly ok: false; readonly refusal: Refusal };

export const factsOf = ({ bank, clock }: Desk, { exchange }: Visit): Facts => ({
  currency: bank.currency,
  today: isoDate(clock.now()),
  locale: exchange.locale,
  region: bank.defaultRegion,
});

/** Where anyone is allowed, forms and help work even while the database is unavailable. */
export async function identify(desk: Desk, { exchange, command }: Visit): Promise<Identity | null> {
  try {
    return await desk.bank.access.identify(exchange.person);
  } catch (error) {
    if (command.access === 'anyone' && error instanceof BankError) return null;
    throw error;
  }
}

export function admitAs(desk: Desk, visit: Visit, identity: Identity | null): Admission {
  const { exchange, command, path, step } = visit;
  const { guildId } = exchange.place;
  const asker = { identity, guildId, staffGuildId: desk.staffGuildId };
  const refusal = refusalOf(command.access, asker, exchange.undone);
  if (refusal !== null) {
    const facts = { command: path, step, discordUserId: exchange.person, code: refusal.code };
    desk.logger.event('bot.refused', facts);
    return { ok: false, refusal };
  }
  const context = {
    bank: desk.bank,
    bankName: desk.bankName,
    person: exchange.person,
    place: exchange.place,
    now: desk.clock.now(),
    identity,
    isProved: false,
    // `refusalOf` has made sure of a session wherever the command's access promises one.
    session: identity?.session ?? null,
    commands: desk.summaries,
  } as Context;
  return { ok: true, context };
}

/** The visit with the command's forms as they read to this person. */
export const visitOf = (visit: Visit, identity: Identity | null): Visit => ({
  ...visit,
  command: commandFor(visit.command, identity),
});

/** Beside the card, which stays as it is. */
export const tellAside = async ({ exchange, path }: Visit, reply: Reply): Promise<boolean> =>
  exchange.aside(render(reply, { path, row: null }));

/** Throws REQUESTS_TOO_MANY; counted in memory, so that it takes no time. */
export const admitForm = async (desk: Desk, { exchange }: Visit): Promise<void> =>
  desk.bank.throttle.admitForm(exchange.person, exchange.place);

/** Checked at every step, since a session or a role may have ended since the last. */
export const admit = async (desk: Desk, visit: Visit): Promise<Admission> =>
  admitAs(desk, visit, await identify(desk, visit));
