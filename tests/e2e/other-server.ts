/** The bank on the second server: the unmodified bot, a real database, and simulated people. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Bank } from '../../src/bank/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import { startBot } from '../../src/bot/client.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createLogger } from '../../src/log/logger.ts';
import { exactly, newRequestId, openBank, password, place, detailsOf } from '../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testInstallation } from '../support/setup.ts';
import { Person } from '../support/other-server/person.ts';
import { startOtherServer, type OtherServer } from '../support/other-server/server.ts';
import {
  addGuild,
  addMember,
  type Channel,
  type Guild,
  userOf,
} from '../support/other-server/world.ts';

export interface OtherChat {
  readonly server: OtherServer;
  readonly guild: Guild;
  readonly database: TestDatabase;
  readonly bank: Bank;
  /** A new member of the server. */
  join(name: string, roles?: string[]): Person;
  restart(): Promise<void>;
}

/** Call at the top of a test file; read the fields only inside tests and hooks. */
export function openOtherChat(options: {
  readonly jobTime?: () => Date;
  readonly heartbeatMs?: number;
  /** Refusals of the server that the tests cause on purpose. */
  readonly causes: RegExp;
}): OtherChat {
  let server: OtherServer;
  let database: TestDatabase;
  let guild: Guild;
  let channel: Channel;
  let staff: { readonly guild: Guild; readonly channel: Channel };
  let folder = '';
  let served: { readonly bank: Bank; close(): Promise<void> };

  const serve = async () => {
    const { jobTime } = options;
    const settings = { jobsEveryMs: 100 };
    const bank = await openBank(database.botPool, { settings, ...(jobTime && { jobTime }) });
    const discord = {
      token: server.world.token,
      apiUrl: server.apiUrl,
      staffGuildId: staff.guild.id,
      staffChannelId: staff.channel.id,
    };
    const config = { discord, bank: { name: 'Passbook' }, dataFolder: folder };
    const logger = createLogger({ folder, level: 'debug' });
    const examine = async () => [];
    const bot = await startBot({
      config,
      bank,
      logger,
      clock: systemClock,
      examine,
      installation: testInstallation,
    });
    const close = async () => {
      await bot.close();
      await bank.close();
      logger.close();
    };
    return { bank, close };
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'passbook-other-'));
    server = await startOtherServer(options);
    ({ guild, channel } = addGuild(server.world, 'Rowing club'));
    staff = addGuild(server.world, 'Bank staff');
    database = await createTestDatabase();
    served = await serve();
  }, 60_000);
  afterAll(async () => {
    await served.close();
    await server.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    expect(server.world.refused.filter((line) => !options.causes.test(line))).toEqual([]);
  });
  return {
    get server() {
      return server;
    },
    get guild() {
      return guild;
    },
    get database() {
      return database;
    },
    get bank() {
      return served.bank;
    },
    join: (name, roles = []) => {
      const user = userOf(name);
      addMember(server.world, guild, user, roles);
      return new Person(server, user, channel);
    },
    restart: async () => {
      await served.close();
      served = await serve();
    },
  };
}

let registered = 5_000;

/** Registers through both forms and returns the account number. */
export async function register(person: Person, fullName: string): Promise<string> {
  const { email, phone } = detailsOf((registered += 1));
  const rest = { date_of_birth: '1990-12-31', gender: 'female' };
  await person.run('/register');
  await person.fill({ full_name: fullName, email, phone, ...rest });
  await person.press('Choose password');
  const card = await person.fill({ password, password_again: password, terms: true });
  return /`(\d{10})`/.exec(card)![1]!;
}

/** An account with money, without the forms. */
export async function openAccount(bank: Bank, person: Person, units: bigint): Promise<void> {
  const discordUserId = person.user.id as m.DiscordUserId;
  const details = { ...detailsOf((registered += 1)), fullName: person.user.global_name! };
  const { session } = await bank.customers.register({ discordUserId, place, details, password });
  await bank.payments.deposit(session, {
    requestId: newRequestId(),
    wish: exactly(units),
    memo: null,
  });
}
