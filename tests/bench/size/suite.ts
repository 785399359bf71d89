/** How many bytes the database grows by what customers do, and by a customer's year. */
import type { Bank } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, textOf } from '../../../src/db/rows.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { openBank } from '../support/bank.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { atMost } from '../support/report.ts';

const password = 'quartz lantern voyage 41';
const place: m.Place = { guildId: '111111111111111111', channelId: '222222222222222222' };
const nextId = idSource({ clock: systemClock, processNumber: 1_023n });
const requestId = (): m.RequestId => nextId() as m.RequestId;
const one: m.AmountWish = { kind: 'exact', amount: 100n as m.Amount };

interface Member {
  session: m.Session;
  readonly discordUserId: m.DiscordUserId;
  readonly accountNumber: m.AccountNumber;
}

interface Act {
  readonly name: string;
  /** How often an active member of a club does it in a year. */
  readonly perYear: number;
  readonly run: (bank: Bank, members: Member[], index: number) => Promise<unknown>;
}

const at = (members: readonly Member[], index: number): Member => members[index % members.length]!;

async function register(bank: Bank, members: Member[], index: number): Promise<void> {
  const discordUserId = `${910_000_000_000_000_000n + BigInt(index)}` as m.DiscordUserId;
  const details: m.PersonalDetails = {
    fullName: 'Anna Maria Miller',
    email: `anna${index}@example.com`,
    phone: `+4930${1_000_000 + index}`,
    dateOfBirth: '1990-12-31',
    gender: 'female',
  };
  const { session, account } = await bank.customers.register({
    discordUserId,
    place,
    details,
    password,
  });
  members.push({ session, discordUserId, accountNumber: account.accountNumber });
}

async function logIn(bank: Bank, members: Member[], index: number): Promise<void> {
  const member = at(members, index);
  const { discordUserId, accountNumber } = member;
  const login = { discordUserId, place, accountNumber, password };
  member.session = await bank.sessions.login(login);
}

const acts: readonly Act[] = [
  { name: 'registration', perYear: 1, run: register },
  { name: 'login', perYear: 150, run: logIn },
  {
    name: 'deposit',
    perYear: 12,
    run: async (bank, members, index) =>
      bank.payments.deposit(at(members, index).session, {
        requestId: requestId(),
        wish: { kind: 'exact', amount: 100_000n as m.Amount },
        memo: null,
      }),
  },
  {
    name: 'payment to a member, with a memo',
    perYear: 300,
    run: async (bank, members, index) =>
      bank.payments.transfer(at(members, index).session, {
        requestId: requestId(),
        accountNumber: at(members, index + 7).accountNumber,
        wish: one,
        memo: 'pizza on Friday',
      }),
  },
];

const selectSizes = `
  SELECT table_name AS name, CAST(data_length + index_length AS SIGNED) AS bytes
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`;

async function sizes(pool: Pool): Promise<Map<string, number>> {
  const names = (await pool.rows(selectSizes)).map((row) => textOf(row, 'name'));
  await pool.rows(`ANALYZE TABLE ${names.join(', ')}`);
  const rows = await pool.rows(selectSizes);
  return new Map(rows.map((row) => [textOf(row, 'name'), Number(bigintOf(row, 'bytes'))]));
}

interface Grown {
  readonly act: Act;
  readonly bytes: number;
  /** The tables that grew most, with their bytes for one act. */
  readonly tables: readonly (readonly [name: string, bytes: number])[];
}

const callers = 16;

async function doMany(count: number, run: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const caller = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await run(index);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

async function grow(
  { bank, pool }: { readonly bank: Bank; readonly pool: Pool },
  act: Act,
  { members, count }: { readonly members: Member[]; readonly count: number },
): Promise<Grown> {
  const before = await sizes(pool);
  await doMany(count, async (index) => act.run(bank, members, index));
  // The log is written in the background.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const after = await sizes(pool);
  const tables = [...after]
    .map(([name, bytes]) => [name, (bytes - (before.get(name) ?? 0)) / count] as const)
    .filter(([, bytes]) => bytes >= 1)
    .toSorted(([, a], [, b]) => b - a);
  return { act, tables, bytes: tables.reduce((sum, [, bytes]) => sum + bytes, 0) };
}

async function run({ server, quick, progress }: SuiteContext) {
  const address = await server.freshSchema('passbook_bench_size');
  const opened = await openBank(address, { bcryptCost: 4, logEveryMs: 200, loginFloorMs: 0 });
  const members: Member[] = [];
  const grown: Grown[] = [];
  try {
    for (const act of acts) {
      const count = (quick ? 500 : 2_000) * (act.perYear > 200 ? 5 : 1);
      grown.push(await grow(opened, act, { members, count }));
      progress(`${act.name}: ${Math.round(grown.at(-1)!.bytes)} bytes`);
    }
  } finally {
    await opened.close();
    await server.dropSchema('passbook_bench_size');
  }
  const year = grown.reduce((sum, { act, bytes }) => sum + act.perYear * bytes, 0);
  const most = (of: Grown) =>
    of.tables
      .slice(0, 4)
      .map(([name, bytes]) => `${name} ${Math.round(bytes)}`)
      .join(', ');
  return {
    tables: [
      {
        title: 'Bytes of the database, with indexes, by what a customer does',
        columns: ['act', 'bytes each', 'a year', 'KB a year', 'largest tables'],
        rows: [
          ...grown.map((of) => [
            of.act.name,
            of.bytes,
            of.act.perYear,
            (of.act.perYear * of.bytes) / 1_000,
            most(of),
          ]),
          ['an active customer', '', '', year / 1_000, ''],
        ],
      },
    ],
    targets: [atMost('an active customer and year', 2, year / 1_000_000, ' MB')],
    values: { grown, year },
  };
}

export const sizeSuite: Suite = { name: 'size', roundsMax: 1, run };
