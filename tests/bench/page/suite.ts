/**
 * Logins over the bank's own page: whether the time of an answer reveals that an account exists or
 * that a password was right, and how long others wait while many people log in at once.
 */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Bank, DiscordUserId } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { Authenticator } from '../../support/authenticator.ts';
import { areaUnderCurve, type Probe, register, sample, stranger } from '../enumeration/suite.ts';
import { openBank } from '../support/bank.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median, openLoop, quantile } from '../support/measure.ts';
import { accountNumberOf } from '../support/population.ts';
import { atMost, type Target } from '../support/report.ts';
import { type Door, openDoor } from './door.ts';

const password = 'quartz lantern voyage 41';
const origin = 'https://bank.example.org';
const least = 0.45;
const most = 0.55;
const atOnce = 200;

type Owner = Awaited<ReturnType<typeof register>>;

/** The time of one answer; the link is opened before. */
async function answerTime(
  door: Door,
  person: DiscordUserId,
  values: Readonly<Record<string, string>>,
): Promise<number> {
  const page = await door.loginPage(person);
  const begun = performance.now();
  const answer = await page.send(values);
  if (answer.status !== 422) throw new Error(`${answer.status}: ${answer.text}`);
  return performance.now() - begun;
}

const guess = async (door: Door, accountNumber: m.AccountNumber, typed: string) =>
  answerTime(door, stranger(), { account_number: accountNumber, password: typed });

/** A passkey of another customer, and one that no customer has. */
async function passkeyProbe(door: Door, bank: Bank, owner: Owner): Promise<Probe> {
  const key = new Authenticator(origin);
  const unknown = new Authenticator(origin);
  const { session } = owner;
  const random = randomBytes(32);
  const { challenge = '' } = (await bank.passkeys.offer(session, random)) as { challenge?: string };
  const made = { proof: password, response: key.make(challenge), random, name: 'Phone' };
  await bank.passkeys.add(session, made);
  const answer = async (by: Authenticator) =>
    answerTime(door, stranger(), { passkey: by.answer('any challenge') });
  return { known: async () => answer(key), unknown: async () => answer(unknown) };
}

async function times(context: SuiteContext, bank: Bank, door: Door) {
  const count = context.quick ? 60 : 300;
  const owners: Owner[] = [];
  for (let number = 0; number < 10; number += 1) owners.push(await register(bank, number));
  const numberOf = (index: number) => owners[index % owners.length]!.accountNumber;
  const probes: Readonly<Record<string, Probe>> = {
    'account exists': {
      known: async (index) => guess(door, numberOf(index), 'a guess'),
      unknown: async (index) => guess(door, accountNumberOf(500_000 + index), 'a guess'),
    },
    'password of another is right': {
      known: async (index) => guess(door, numberOf(index), password),
      unknown: async (index) => guess(door, numberOf(index), 'a guess'),
    },
    'passkey is of a customer': await passkeyProbe(door, bank, owners[0]!),
  };
  const found: Record<string, Awaited<ReturnType<typeof sample>>> = {};
  for (const [what, probe] of Object.entries(probes)) {
    context.progress(`${what}: 2 × ${count} answers`);
    found[what] = await sample(probe, count);
  }
  return { count, found };
}

/** All links are open before the first form is sent. */
async function crowd(context: SuiteContext, bank: Bank, door: Door) {
  const owners: Owner[] = [];
  for (let number = 0; number < atOnce; number += 8) {
    const some = Array.from({ length: 8 }, async (_, index) =>
      register(bank, 1_000 + number + index),
    );
    owners.push(...(await Promise.all(some)));
  }
  const other = owners.pop()!;
  const pages = await Promise.all(owners.map(async (one) => door.loginPage(one.discordUserId)));
  const reader = await door.loginPage(other.discordUserId);
  context.progress(`${pages.length} logins at once`);
  let isOver = false;
  const statuses: number[] = [];
  const begun = performance.now();
  const storm = Promise.all(
    pages.map(async (page, index) => {
      const { accountNumber } = owners[index]!;
      const { status } = await page.send({ account_number: accountNumber, password });
      statuses.push(status);
    }),
  ).then(() => {
    isOver = true;
    return performance.now() - begun;
  });
  const beside = { page: [] as number[], bank: [] as number[] };
  while (!isOver) {
    const loop = { perSecond: 20, measureMs: 1_000 } as const;
    await openLoop({
      ...loop,
      work: async () => {
        const started = performance.now();
        await reader.request(reader.action);
        beside.page.push(performance.now() - started);
        const asked = performance.now();
        await bank.accounts.overview(other.session);
        beside.bank.push(performance.now() - asked);
      },
    });
  }
  const spentMs = await storm;
  return { spentMs, beside, served: statuses.filter((status) => status === 200).length };
}

async function run(context: SuiteContext) {
  const address = await context.server.freshSchema('bench_page');
  const open = await openBank(address, { page: { origin } });
  const door = await openDoor(open.bank);
  try {
    const { count, found } = await times(context, open.bank, door);
    const { spentMs, beside, served } = await crowd(context, open.bank, door);
    const areas = Object.entries(found).map(([what, samples]): Target => {
      const area = areaUnderCurve(samples);
      const met = area >= least && area <= most;
      return { what: `AUC, ${what}`, wanted: `${least}–${most}`, measured: area.toFixed(3), met };
    });
    return {
      tables: [
        {
          title: `Login over the page: does its time tell? 2 × ${count} answers each`,
          columns: ['question', 'yes, ms', 'no, ms', 'AUC'],
          rows: Object.entries(found).map(([what, samples]) => [
            what,
            median(samples.known),
            median(samples.unknown),
            areaUnderCurve(samples),
          ]),
        },
        {
          title: `Others, while ${atOnce} people log in at once over the page`,
          columns: ['what', 'answers', 'p50 ms', 'p99 ms'],
          rows: [
            [
              'a form on the page',
              beside.page.length,
              quantile(beside.page, 0.5),
              quantile(beside.page, 0.99),
            ],
            [
              'an overview',
              beside.bank.length,
              quantile(beside.bank, 0.5),
              quantile(beside.bank, 0.99),
            ],
            ['logged in, in seconds', served, spentMs / 1_000, spentMs / 1_000],
          ],
        },
      ],
      targets: [
        ...areas,
        atMost("others' p99 on the page", 1_000, quantile(beside.page, 0.99), ' ms'),
        atMost("others' p99 at the bank", 1_000, quantile(beside.bank, 0.99), ' ms'),
      ],
      values: { found, spentMs, served, beside },
    };
  } finally {
    await door.close();
    await open.close();
    await context.server.dropSchema('bench_page');
  }
}

export const pageSuite: Suite = { name: 'page', roundsMax: 1, run };
