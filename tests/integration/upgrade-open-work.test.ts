/** What was under way when the bank of commit 76fbc33 was closed goes on in today's bank. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { integerOf } from '../../src/db/rows.ts';
import { words } from '../../src/words/index.ts';
import { openBank, place, type TestBank } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { takeAll, takeMail, takeMessages } from '../support/messages.ts';
import { refusal } from '../support/staff.ts';
import { guilds, type Principal } from '../support/stage/principals.ts';
import { openWire, type Answer, type Wire } from '../support/stage/wire.ts';
import {
  balanceThen,
  expected,
  idOf,
  loginAs,
  plain,
  upgradeOldDatabase,
  type OldCard,
  type PersonName,
  type UpgradedDatabase,
} from '../support/upgrade/old-database.ts';

const { people, cards, waiting } = expected;
let database: UpgradedDatabase;
let bank: TestBank;
let wire: Wire;
let auditor: m.Session;
let max: m.Session;

beforeAll(async () => {
  database = await upgradeOldDatabase('now');
  // Ids have the time in them, and those of the old rows must not look older than they are here.
  const behindMs = systemClock.now() - Date.parse(expected.takenAt);
  const clock = { now: () => systemClock.now() - behindMs };
  const settings = { fourEyesAbove: 500n, canMail: true };
  bank = await openBank(database.pool, { settings, clock });
  bank.staff.arrange({ ownerIds: [people.mona.discordUserId], cards: true, log: true });
  auditor = await loginAs(bank, 'auditor');
  max = await loginAs(bank, 'max');
});
afterAll(async () => {
  await wire?.close();
  await bank?.close();
  await expectBooksBalanced(database.pool);
  await database.close();
});

const balanceNow = async (name: PersonName): Promise<bigint> => {
  const { accountNumber } = people[name];
  return (await bank.counter.view(auditor, { accountNumber })).account.balance;
};
const stateOf = async ({ row, owner }: OldCard) =>
  (await bank.pending.find(idOf(row), people[owner].discordUserId))?.state;

test('each message that waited is sent, but cards of what was decided', async () => {
  const sent = { messages: 0, mails: 0, staffCards: 0, staffLog: 0 };
  // A round may hand out nothing and still drop what is out of date.
  for (let rounds = 0; rounds < 15; rounds += 1) {
    for (const { ids } of await takeMessages(bank)) sent.messages += ids.length;
    sent.mails += (await takeMail(bank)).length;
    sent.staffCards += (await takeAll(bank.staffCards)).length;
    sent.staffLog += (await takeAll(bank.staffLog)).length;
  }
  const waitingCards = Object.keys(waiting).length;
  expect(sent).toEqual({ messages: 15, mails: 9, staffCards: waitingCards, staffLog: 65 });
  const [outbox] = await database.pool.rows(
    "SELECT COUNT(*) AS found FROM outbox WHERE channel <> 'INBOX'",
  );
  expect(integerOf(outbox!, 'found')).toBe(0);
  expect(bank.events).toEqual([]);
});

describe('cards and forms in Discord', () => {
  const principalOf = (name: PersonName): Principal => ({
    name,
    discordUserId: people[name].discordUserId,
    place: { guildId: guilds.customers, permissions: '0', byUser: false },
    session: null,
    isCustomer: true,
    isLoggedIn: true,
    role: null,
    isFrozen: false,
    mayOnlyRead: false,
    isElsewhere: false,
  });
  const press = async ({ owner, buttons }: OldCard, step: string): Promise<Answer> => {
    const button = buttons.find((id) => id.split(':').includes(step));
    return wire.press(principalOf(owner), button!);
  };
  beforeAll(async () => {
    wire = openWire({ bank, registry: await loadCommands(), staffGuildId: guilds.staff });
  });

  // First, so that the other tests find the balances at rest.
  test('what was confirmed and not finished is finished by itself, and booked once', async () => {
    const [booked, open] = [cards['taken and booked']!, cards['taken, not booked']!];
    const ended = async () => [await stateOf(booked), await stateOf(open)];
    await expect.poll(ended, { timeout: 15_000 }).not.toContain('TAKEN');
    expect(await stateOf(booked)).toBe('DONE');
    const anna = await loginAs(bank, 'anna');
    const { entries } = await bank.statements.page(anna, { filter: {}, size: 100 });
    const times = (amount: string) =>
      entries.filter((entry) => entry.kind === 'WITHDRAWAL' && entry.amount === BigInt(amount));
    expect(times(booked.amount!)).toHaveLength(1);
    expect(times(open.amount!)).toHaveLength((await stateOf(open)) === 'DONE' ? 1 : 0);
  });

  /** The card is in a form that is no longer read, or what it said is asked once more. */
  const isOutOfDate = ({ text, buttons }: Answer): boolean =>
    [words.replies.late['no-command'], words.replies.late['other-version']].some(({ title }) =>
      text.includes(title),
    ) || buttons.some((id) => id.split(':').includes('confirm'));

  /** Out of the owner's account; a deposit is negative. */
  const outflow: Readonly<Record<string, bigint>> = {
    transfer: BigInt(cards['transfer']!.amount!),
    'transfer to a member': BigInt(cards['transfer to a member']!.amount!),
    deposit: -BigInt(cards['deposit']!.amount!),
    'withdrawal of half': balanceThen('gina') / 2n,
  };

  test.for(Object.keys(outflow))(
    '%s: is confirmed once, or said to be out of date',
    async (name) => {
      const card = cards[name]!;
      const before = await balanceNow(card.owner);
      const answer = await press(card, 'confirm');
      expect(answer.text).not.toMatch(/went wrong|undefined/);
      expect(answer.events.map((event) => event.name)).not.toContain('bot.failed');
      const moved = before - (await balanceNow(card.owner));
      expect([0n, outflow[name]]).toContain(moved);
      if (moved === 0n) expect(isOutOfDate(answer), answer.text).toBe(true);
      else expect(answer.text).toMatch(/Sent|Withdr|Deposited/);
      await press(card, 'confirm');
      expect(before - (await balanceNow(card.owner))).toBe(moved);
    },
  );

  test('a form with a wrong entry opens again with what was typed, or is out of date', async () => {
    const answer = await press(cards['draft']!, 'edit');
    if (answer.form === null) expect(isOutOfDate(answer), answer.text).toBe(true);
    else expect(answer.filled).toMatchObject({ amount: 'plenty' });
  });

  test('a card that was done stays done', async () => {
    const { owner, amount } = cards['confirmed']!;
    const before = await balanceNow(owner);
    const answer = await press(cards['confirmed']!, 'confirm');
    expect(answer.text).not.toMatch(/went wrong/);
    expect(await balanceNow(owner)).toBe(before);
    expect(BigInt(amount!)).toBeGreaterThan(0n);
  });
});

describe('requests that waited for a second person', () => {
  const decide = async (by: m.Session, kind: m.ApprovalKind, verdict: 'APPROVED' | 'DECLINED') =>
    bank.approvals.decide(by, { id: idOf(waiting[kind]), verdict });

  test('are listed as they were asked, and not for their maker to approve', async () => {
    const open = plain(await bank.approvals.open(max, { after: 0n, limit: 20 }));
    // Their end was moved to after today (old-database.ts).
    for (const { expiresAt: _, ...request } of expected.open) {
      expect(open).toContainEqual(expect.objectContaining(request));
    }
    const mona = await loginAs(bank, 'mona');
    expect(await refusal(decide(mona, 'ADJUST', 'APPROVED'))).toBe('APPROVAL_OWN');
  });

  test('that move money are booked when they are approved, and not when declined', async () => {
    const [anna, ben] = [await balanceNow('anna'), await balanceNow('ben')];
    await decide(max, 'REVERSE', 'DECLINED');
    expect(await balanceNow('anna')).toBe(anna);
    await decide(await loginAs(bank, 'teller'), 'DEPOSIT', 'APPROVED');
    await decide(max, 'ADJUST', 'APPROVED');
    expect(await balanceNow('anna')).toBe(anna + 600n);
    expect(await balanceNow('ben')).toBe(ben + 700n);
  });

  test('that change an account or a role take effect', async () => {
    for (const kind of ['UNFREEZE', 'RELINK', 'ROLE_GRANT'] as const) {
      const decision = await decide(max, kind, 'APPROVED');
      expect(decision).toMatchObject({ kind, state: 'APPROVED' });
    }
    const { account } = await bank.counter.view(max, people.emil);
    expect(account.status).toBe('OPEN');
    const roles = await bank.staff.listRoles(max);
    const gina = roles.find(({ discordUserId }) => discordUserId === people.gina.discordUserId);
    expect(gina?.role).toBe('AUDITOR');
    const { accountNumber, password } = people.hugo;
    const request = expected.open.find(({ kind }) => kind === 'RELINK')!;
    const { member } = request['content'] as { readonly member: m.DiscordUserId };
    const hugo = { discordUserId: member, place, accountNumber, password };
    expect((await bank.sessions.login(hugo)).discordUserId).toBe(member);
  });
});
