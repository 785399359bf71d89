/** `/setup` with what the environment sets, without a server, and with channels that do not fit. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/bot/command/command.ts';
import type { PresentSettings } from '../../src/bot/installation/installation.ts';
import { type SetupInput, setUp } from '../../src/bot/setup/change.ts';
import { createSetupServers } from '../../src/bot/setup/server.ts';
import { readSavedSettings } from '../../src/bank/index.ts';
import { discordId, place } from '../support/bank.ts';
import { testInstallation, testSetup } from '../support/setup.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, database } = withBank();
const person = discordId();
const guildId = place.guildId!;
const nothing: SetupInput = {
  staff_channel: null,
  log_channel: null,
  currency: null,
  deposits: null,
};
const named = (name: string) => ({ kind: 'name', name }) as const;
const reopen = vi.fn();
const saved = async () => readSavedSettings(database.pool);

beforeEach(() => {
  bank.staff.arrange({ ownerIds: [person], cards: false, log: false });
  reopen.mockClear();
});

const run = async (
  input: Partial<SetupInput>,
  more: Partial<Context<'anyone'>> = {},
  present: Partial<PresentSettings> = {},
) => {
  const settings = { ...testInstallation.settings, ...present };
  const installation = { settings, waiting: null, reopen };
  const setup = { ...testSetup, installation };
  const asked = { token: 'of the interaction' };
  const known = { bank, setup, person, place, session: null, identity: null, commands: [], asked };
  return setUp({ ...known, ...more } as unknown as Context<'anyone'>, { ...nothing, ...input });
};

test('without values it shows the settings, and nothing opens again', async () => {
  const reply = await run({});
  expect(reply.title).toBe('Set up the bank');
  expect(reopen).not.toHaveBeenCalled();
});

test('changes are saved, and the bank opens again for the card', async () => {
  const reply = await run({ staff_channel: named('staff'), deposits: 'approval' });
  expect(reply.title).toBe('Saved');
  expect(reopen).toHaveBeenCalledWith(expect.objectContaining({ token: 'of the interaction' }));
  expect(await saved()).toEqual({
    DISCORD_STAFF_GUILD_ID: guildId,
    DISCORD_STAFF_CHANNEL_ID: '1',
    DEPOSITS: 'approval',
  });
});

test('what is in use already is not saved, and nothing opens again', async () => {
  await run({ deposits: 'open', currency: 'GEM' });
  expect([await saved(), reopen.mock.calls]).toEqual([{}, []]);
});

test('another staff server takes no channel of the former one along', async () => {
  const former = { value: '9'.repeat(18), isFixed: false };
  await run(
    { staff_channel: named('staff') },
    {},
    { DISCORD_STAFF_GUILD_ID: former, DISCORD_STAFF_LOG_CHANNEL_ID: former },
  );
  expect(await saved()).toEqual({
    DISCORD_STAFF_GUILD_ID: guildId,
    DISCORD_STAFF_CHANNEL_ID: '1',
  });
});

describe('is refused', () => {
  test('where the environment sets it', async () => {
    const fixed = { value: 'open', isFixed: true };
    expect(await refusal(run({ deposits: 'approval' }, {}, { DEPOSITS: fixed }))).toBe(
      'SETUP_FIXED',
    );
    const elsewhere = { DISCORD_STAFF_GUILD_ID: { value: '9'.repeat(18), isFixed: true } };
    expect(await refusal(run({ staff_channel: named('staff') }, {}, elsewhere))).toBe(
      'SETUP_FIXED',
    );
  });

  test('in direct messages, and for deposits that no teller would hear of', async () => {
    const direct = { place: { guildId: null, channelId: '1' } };
    expect(await refusal(run({ staff_channel: named('staff') }, direct))).toBe('SETUP_SERVER');
    expect(await refusal(run({ deposits: 'approval' }))).toBe('SETUP_SERVER');
  });

  test('where Discord does not answer', async () => {
    const get = async () => {
      throw new Error('no answer');
    };
    const servers = createSetupServers({ get }, () => '1');
    const setup = { ...testSetup, servers, installation: { ...testInstallation, reopen } };
    expect(await refusal(run({ log_channel: named('log') }, { setup }))).toBe('SETUP_CHANNEL');
  });

  test('for people who are not the owner of the bank', async () => {
    expect(await refusal(run({}, { person: discordId() }))).toBe('SETUP_FORBIDDEN');
    expect([await saved(), reopen.mock.calls]).toEqual([{}, []]);
  });
});
