/** One bank under torture: a schema, bank processes, customers, a history, and the check of it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import { insertProcess } from '../../../src/db/processes.ts';
import { databaseUrl, type DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource, processNumbers } from '../../../src/lib/ids.ts';
import { bankHost, type BankHost } from '../bank/host.ts';
import type { BankOptions } from '../bank/protocol.ts';
import { check } from '../checker/check.ts';
import type { Findings } from '../checker/finding.ts';
import { readBooks } from '../checker/read-books.ts';
import { reportText } from '../checker/report.ts';
import { register, type ActTools } from '../crowd/acts.ts';
import { newTally, type Tally } from '../crowd/tally.ts';
import { Crowd, type CrowdOptions } from '../crowd/crowd.ts';
import type { Customer } from '../crowd/customer.ts';
import { beginFees, decideFees, openStaff } from './bank-terms.ts';
import { clubNeeds, openClub, roundUp } from './clubs.ts';
import { bookOpening } from './opening-deposit.ts';
import { passingTime } from './passing-time.ts';
import { limitWeek, openSavingPot, openSecondAccount } from './second-account.ts';
import { settledJobs } from './settled-jobs.ts';
import { historyWriter, readHistory, type HistoryWriter } from '../history/file.ts';
import { tortureFolder } from '../support/folders.ts';
import { randomOf, type Random } from '../support/random.ts';

export interface ArenaOptions {
  readonly name: string;
  readonly seed: string;
  /** A connection without faults, for set-up and checks. */
  readonly direct: Pool;
  /** The address for the bank processes; may lead through a proxy. */
  readonly address: DatabaseAddress;
  readonly processes: number;
  readonly customers: number;
  readonly hot: number;
  readonly clients: number;
  readonly opening?: number;
  readonly bank?: Partial<BankOptions>;
  /** Before the crowd begins. */
  readonly prepare?: (prepared: Prepared) => Promise<void>;
  /** After this time an answer counts as lost and as too late. */
  readonly callMs?: number;
}

export interface Prepared {
  readonly tools: ActTools;
  readonly direct: Pool;
  readonly customers: readonly Customer[];
  readonly nextKey: () => m.RequestId;
}

export interface Arena {
  readonly history: HistoryWriter;
  readonly tally: Tally;
  readonly banks: readonly BankHost[];
  readonly customers: readonly Customer[];
  readonly random: Random;
  readonly tools: ActTools;
  readonly nextKey: () => m.RequestId;
  startCrowd(options?: Partial<CrowdOptions>): Crowd;
  /** Another bank process, which the crowd does not use. */
  startBank(more?: Partial<BankOptions>): Promise<BankHost>;
  /** Milliseconds until the next acknowledgement, from now; Infinity if none comes in time. */
  nextSuccess(withinMs: number): Promise<number>;
  /** After the crowd has stopped: compares the books with the history. */
  verdict(): Promise<Verdict>;
  close(): Promise<void>;
}

export interface Verdict {
  readonly findings: Findings;
  readonly text: string;
  readonly transactions: number;
  readonly defects: readonly string[];
  /** How often the online check stopped payments. */
  readonly halts: number;
  /** How often the database refused to write what had been decided. */
  readonly refused: number;
}

/** A running process; if there is none, the call is lost at once, as for a person. */
function chooser(banks: readonly BankHost[], random: Random): () => BankHost {
  return () => {
    const up = banks.filter(({ isReady }) => isReady);
    return up.length > 0 ? random.pick(up) : banks[0]!;
  };
}

const discordUserIdOf = (number: number) => `${700_000_000_000_000_000n + BigInt(number)}`;

/** The last customers of the list. */
const limitedCustomers = 2;
/** More than their lowered limit of the day. */
const limitedOpening = 60_000_000;

async function openCustomers(
  tools: ActTools,
  options: ArenaOptions,
  nextKey: () => m.RequestId,
): Promise<Customer[]> {
  const { direct, opening = 2_000 } = options;
  const customers: Customer[] = [];
  const openNext = async (): Promise<void> => {
    while (customers.length < options.customers) {
      const index = customers.length;
      const discordUserId = discordUserIdOf(index + 1) as m.DiscordUserId;
      customers.length += 1;
      const isLimited = index >= options.customers - limitedCustomers;
      const openOther = async (session: m.Session) =>
        openSecondAccount({ direct, bank: tools.bank() }, { session, id: nextKey(), isLimited });
      const openPot = async (session: m.Session) => openSavingPot(tools.bank(), session, nextKey());
      const person = { number: index + 1, discordUserId, isLimited, openOther, openPot };
      const customer = await register(tools, person);
      customers[index] = customer;
      const isLast = index === options.customers - 1;
      if (isLast) await limitWeek(tools.bank(), customer.session, nextKey());
      const wish = `${isLimited ? limitedOpening : opening}`;
      const { session, account } = customer;
      const payment = { kind: 'DEPOSIT', own: account, payee: null, wish, memo: null } as const;
      await bookOpening(tools, customer, { key: nextKey(), session, payment });
    }
  };
  // All at once, the last of them would be refused on a slow machine because the bank is busy.
  await Promise.all(Array.from({ length: 8 }, openNext));
  return customers;
}

/** Some customers round their payments up, to whole units or to tens of them. */
async function roundPayments(
  opening: Parameters<typeof roundUp>[0],
  customers: readonly Customer[],
): Promise<void> {
  for (const [index, customer] of customers.slice(0, 24).entries()) {
    const { account, pot } = customer;
    const units = index % 4 === 1 ? 1 : 10;
    if (index % 2 === 1) await roundUp(opening, customer, { account, pot, units });
  }
}

export async function openArena(options: ArenaOptions): Promise<Arena> {
  const { name, seed, direct } = options;
  const random = randomOf(`${seed}/${name}`);
  await mkdir(join(tortureFolder, 'history'), { recursive: true });
  const history = historyWriter(join(tortureFolder, 'history', `${name}.jsonl`), seed);
  const tally = newTally();
  const bankOptions: BankOptions = {
    databaseUrl: databaseUrl(options.address),
    connections: 8,
    bcryptCost: 4,
    sessionIdleMs: 3_600_000,
    ...options.bank,
  };
  const callMs = options.callMs ?? 30_000;
  const banks = Array.from({ length: options.processes }, () => bankHost(bankOptions, { callMs }));
  const extra: BankHost[] = [];
  const close = async () => {
    await Promise.all([...banks, ...extra].map(async (bank) => bank.stop()));
    history.close();
  };
  const processNumber = (await insertProcess(direct)) % processNumbers;
  const ids = idSource({ clock: systemClock, processNumber });
  const nextKey = () => ids() as m.RequestId;
  const bank = chooser(banks, random.fork('banks'));
  const tools: ActTools = {
    history,
    tally,
    bank,
    passing: passingTime(direct),
    world: { fees: [], clubs: [], staff: [] },
  };
  const populate = async () => {
    await Promise.all(banks.map(async (bank) => bank.start()));
    await openStaff(tools);
    const fees = await decideFees(tools, nextKey);
    const opened = await openCustomers(tools, options, nextKey);
    if (opened.length >= clubNeeds) {
      tools.world.clubs.push(await openClub({ tools, nextKey }, opened));
      await roundPayments({ tools, nextKey }, opened);
    }
    await options.prepare?.({ tools, direct, customers: opened, nextKey });
    await beginFees(tools, direct, fees);
    return opened;
  };
  // Running banks would keep a failed run from ending.
  const customers = await populate().catch(async (error: unknown) => {
    await close();
    throw error;
  });

  const countOf = (event: string): number =>
    [...banks, ...extra].reduce((sum, { events }) => sum + (events.get(event) ?? 0), 0);
  return {
    history,
    tally,
    banks,
    customers,
    random,
    tools,
    nextKey,
    startCrowd: (more = {}) => {
      const { hot, clients } = options;
      return new Crowd({ tools, customers, hot, clients, random, nextKey, ...more });
    },
    startBank: async (more = {}) => {
      const bank = bankHost({ ...bankOptions, ...more }, { callMs });
      extra.push(bank);
      await bank.start();
      return bank;
    },
    nextSuccess: async (withinMs) => {
      const begun = performance.now();
      while (performance.now() - begun < withinMs) {
        if (tally.lastOkAt > begun) return tally.lastOkAt - begun;
        await sleep(2);
      }
      return Infinity;
    },
    verdict: async () => {
      await settledJobs(direct);
      const books = await readBooks(direct);
      const told = readHistory(history.path);
      const findings = check(told, books);
      return {
        findings,
        text: reportText(findings, told),
        transactions: books.transactions.length,
        defects: [...banks, ...extra].flatMap(({ defects }) => defects),
        halts: countOf('halted'),
        refused: countOf('bookingRefused') + countOf('batchSplit'),
      };
    },
    close,
  };
}
