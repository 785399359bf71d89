/**
 * Whether the time of an answer reveals that an account exists. An attacker measures
 * answers for existing and missing accounts; AUC is how often one of the first takes
 * longer than one of the second: 0.5 reveals nothing.
 */
import { performance } from 'node:perf_hooks';
import type { Bank } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { openBank } from '../support/bank.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median } from '../support/measure.ts';
import { accountNumberOf } from '../support/population.ts';
import type { Target } from '../support/report.ts';

const password = 'quartz lantern voyage 41';
const place: m.Place = { guildId: null, channelId: '100000000000000001' };
/** Each may request three codes a day. */
const codesEach = 3;
const least = 0.45;
const most = 0.55;

interface Samples {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
}

let strangers = 800_000_000_000_000_000n;
export const stranger = () => `${(strangers += 1n)}` as m.DiscordUserId;

interface Owner {
  readonly discordUserId: m.DiscordUserId;
  readonly accountNumber: m.AccountNumber;
  readonly email: string;
  readonly phone: string;
  readonly session: m.Session;
}

export async function register(bank: Bank, number: number): Promise<Owner> {
  const discordUserId = stranger();
  const [email, phone] = [`person${number}@example.com`, `+4930${3_000_000 + number}`];
  const person = { fullName: 'Anna Miller', dateOfBirth: '1990-12-31', gender: 'female' } as const;
  const details: m.PersonalDetails = { ...person, email, phone };
  const asked = { discordUserId, place, details, password };
  const { account, session } = await bank.customers.register(asked);
  return { discordUserId, accountNumber: account.accountNumber, email, phone, session };
}

/**
 * Requests about an existing account, and about a missing one. A number is the time in ms, where the
 * request measures only a part of itself.
 */
export interface Probe {
  readonly known: (index: number) => Promise<unknown>;
  readonly unknown: (index: number) => Promise<unknown>;
}

/** A stranger tries passwords: the account number exists, or does not. */
const loginProbe = (bank: Bank, owners: readonly Owner[]): Probe => {
  const logIn = async (accountNumber: m.AccountNumber) =>
    bank.sessions.login({ discordUserId: stranger(), place, accountNumber, password: 'a guess' });
  return {
    known: async (index) => logIn(owners[index % owners.length]!.accountNumber),
    unknown: async (index) => logIn(accountNumberOf(500_000 + index)),
  };
};

/** The hardest to hide: for the owner's correct details a code is made and mailed. */
const recoveryProbe = (bank: Bank, owners: readonly Owner[]): Probe => ({
  known: async (index) => {
    const owner = owners[Math.floor(index / codesEach) % owners.length]!;
    return bank.recovery.request({ ...owner, place });
  },
  unknown: async (index) =>
    bank.recovery.request({
      discordUserId: stranger(),
      place,
      accountNumber: accountNumberOf(600_000 + index),
      email: `nobody${index}@example.com`,
      phone: `+4930${4_000_000 + index}`,
    }),
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const own = await work().catch(() => undefined);
  return typeof own === 'number' ? own : performance.now() - begun;
}

/** In turn, and in changing order, so that a slow moment of the machine affects both. */
export async function sample(probe: Probe, count: number): Promise<Samples> {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const pair = [
      async () => known.push(await timed(async () => probe.known(index))),
      async () => unknown.push(await timed(async () => probe.unknown(index))),
    ];
    if (index % 2 === 1) pair.reverse();
    for (const ask of pair) await ask();
  }
  return { known, unknown };
}

/** Mann and Whitney: ties count half. */
export function areaUnderCurve({ known, unknown }: Samples): number {
  let wins = 0;
  for (const one of known) {
    for (const other of unknown) wins += one > other ? 1 : one === other ? 0.5 : 0;
  }
  return wins / (known.length * unknown.length);
}

async function run(context: SuiteContext) {
  const count = context.quick ? 30 : 300;
  const address = await context.server.freshSchema('bench_enumeration');
  const open = await openBank(address, { canMail: true });
  try {
    const owners: Owner[] = [];
    for (let number = 0; number < Math.ceil(count / codesEach); number += 1) {
      owners.push(await register(open.bank, number));
    }
    context.progress(`${owners.length} customers; 2 × ${count} answers each`);
    const [login, recovery] = await Promise.all([
      sample(loginProbe(open.bank, owners), count),
      sample(recoveryProbe(open.bank, owners), count),
    ]);
    const found = { login, recovery };
    const rows = Object.entries(found).map(([what, samples]) => [
      what,
      median(samples.known),
      median(samples.unknown),
      areaUnderCurve(samples),
    ]);
    const targets = Object.entries(found).map(([what, samples]): Target => {
      const area = areaUnderCurve(samples);
      const met = area >= least && area <= most;
      return { what: `AUC, ${what}`, wanted: `${least}–${most}`, measured: area.toFixed(3), met };
    });
    const columns = ['answer', 'account exists, ms', 'it does not, ms', 'AUC'];
    const title = `Does time tell an account? 2 × ${count} answers each`;
    return { tables: [{ title, columns, rows }], targets, values: found };
  } finally {
    await open.close();
    await context.server.dropSchema('bench_enumeration');
  }
}

export const enumerationSuite: Suite = { name: 'enumeration', roundsMax: 1, run };
