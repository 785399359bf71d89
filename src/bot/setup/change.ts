/** What `/setup` does: shows the settings, or checks and saves new ones. */
import { BankError, type SetupChanges, type SetupName } from '../../bank/index.ts';
import { currentLanguage, words } from '../../words/index.ts';
import { type Reply, small, withParts } from '../cards/reply.ts';
import type { Context } from '../command/command.ts';
import { type DepositRule, noChannel } from '../forms/setup-fields.ts';
import { actedReply } from '../replies/staff.ts';
import { overviewReply, savedReply } from './cards.ts';
import type { Installation } from '../installation/installation.ts';
import type { TypedChannel } from '../installation/tools.ts';

export interface SetupInput {
  readonly staff_channel: TypedChannel | null;
  readonly log_channel: TypedChannel | typeof noChannel | null;
  readonly currency: string | null;
  readonly deposits: DepositRule | null;
}

const say = words.replies.setup;

const askerOf = ({ person, session }: Pick<Context, 'person' | 'session'>) => ({ person, session });

/** What a card shows of the settings as they are now. */
export async function overviewOf(
  context: Pick<Context, 'bank' | 'setup' | 'person' | 'session' | 'commands'>,
  isCustomer: boolean,
) {
  const { bank, setup, commands } = context;
  const { settings } = setup.installation;
  const state = await bank.setup.read(askerOf(context));
  const guildId = settings.DISCORD_STAFF_GUILD_ID.value;
  const serverName = guildId === null ? null : await setup.servers.name(guildId);
  const findings = guildId === null ? [] : await setup.examineStaff();
  return { settings, state, serverName, findings, commands, isCustomer };
}

/** The server of the channels that were chosen. */
function serverFor({ settings }: Installation, guildId: string | null): string {
  if (guildId === null) throw new BankError('SETUP_SERVER', { why: 'DIRECT' });
  const { value, isFixed } = settings.DISCORD_STAFF_GUILD_ID;
  if (isFixed && value !== guildId) {
    throw new BankError('SETUP_FIXED', { setting: 'DISCORD_STAFF_GUILD_ID' });
  }
  return guildId;
}

async function channelsOf(context: Context, input: SetupInput): Promise<SetupChanges> {
  const { staff_channel: staff, log_channel: log } = input;
  const { servers, installation } = context.setup;
  if (staff === null && log === null) return {};
  if (staff === null && log === noChannel) return { DISCORD_STAFF_LOG_CHANNEL_ID: null };
  const guildId = serverFor(installation, context.place.guildId);
  const hasMoved = installation.settings.DISCORD_STAFF_GUILD_ID.value !== guildId;
  const staffId = staff && (await servers.channel(guildId, staff, 'staff_channel'));
  const logId =
    log === null || log === noChannel ? null : await servers.channel(guildId, log, 'log_channel');
  return {
    DISCORD_STAFF_GUILD_ID: guildId,
    // A channel of the former server is not one of this server.
    ...(staff !== null || hasMoved ? { DISCORD_STAFF_CHANNEL_ID: staffId } : {}),
    ...(log !== null || hasMoved ? { DISCORD_STAFF_LOG_CHANNEL_ID: logId } : {}),
  };
}

/** Without those that are in use already. Throws SETUP_FIXED. */
function changedOf({ settings }: Installation, asked: SetupChanges): SetupChanges {
  const changed = (Object.entries(asked) as [SetupName, string | null][]).filter(
    ([name, value]) => settings[name].value !== value,
  );
  for (const [setting] of changed) {
    if (settings[setting].isFixed) throw new BankError('SETUP_FIXED', { setting });
  }
  return Object.fromEntries(changed);
}

/** Deposits that wait need tellers who hear of them. */
function assertDecidable({ settings }: Installation, changes: SetupChanges): void {
  const valueOf = (name: SetupName) =>
    changes[name] === undefined ? settings[name].value : changes[name];
  if (valueOf('DEPOSITS') === 'approval' && valueOf('DISCORD_STAFF_CHANNEL_ID') === null) {
    throw new BankError('SETUP_SERVER', { why: 'NONE' });
  }
}

export async function setUp(context: Context<'anyone'>, input: SetupInput): Promise<Reply> {
  const { bank, setup, identity, person, session, asked } = context;
  const { installation } = setup;
  const isCustomer = (identity?.customerId ?? null) !== null;
  // Refuses everyone else before Discord is asked.
  await bank.setup.read(askerOf(context));
  const wanted = {
    ...(await channelsOf(context, input)),
    ...(input.currency === null ? {} : { BANK_CURRENCY: input.currency }),
    ...(input.deposits === null ? {} : { DEPOSITS: input.deposits }),
  };
  const changes = changedOf(installation, wanted);
  if (Object.keys(changes).length === 0) {
    const reply = overviewReply(await overviewOf(context, isCustomer));
    const isAsked = Object.keys(wanted).length > 0;
    return isAsked ? withParts(reply, small(say.unchanged)) : reply;
  }
  assertDecidable(installation, changes);
  const acted = await bank.setup.change(askerOf(context), changes);
  if (acted.kind === 'asked') return actedReply(acted, { title: '', sentence: '' }, bank.currency);
  const token = asked !== null && 'token' in asked ? asked.token : null;
  const card = { person, session, isCustomer, language: currentLanguage() };
  installation.reopen(token === null ? null : { ...card, token });
  return savedReply();
}
