/** What a payment costs a person in commands, forms, fields and presses; `npm run figures`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { RequestId } from '../../src/bank/model/index.ts';
import { lateReply } from '../../src/bot/next/late.ts';
import { endButtons, nextButtons } from '../../src/bot/next/buttons.ts';
import {
  type End,
  endSteps,
  type Lateness,
  latenessSteps,
  refusalSteps,
} from '../../src/bot/next/steps.ts';
import type { Player } from '../../src/sandbox/driver.ts';
import { bounds, effortDocument } from '../support/effort/document.ts';
import {
  askMember,
  askRole,
  balanceAndHistory,
  byNickname,
  type Cast,
  Counted,
  type Effort,
  firstPayment,
  firstSentence,
  fromMenu,
  inviteThree,
  newOrder,
  nextDay,
  payRequest,
  withinSession,
} from '../support/effort/journeys.ts';
import { detailsFor, openChat, password, register, said } from './chat.ts';
import { confirm, newRole } from './club.ts';

const chat = openChat({ settings: { stepUpAbove: 100_000n } });
const efforts: Record<string, Effort> = {};
let anna: Player;
let cast: Cast;

beforeAll(async () => {
  const ben = await chat.driver.person('Ben');
  await register(ben, 'Ben Okafor');
  anna = await chat.driver.person('Anna');
  cast = { password, details: detailsFor('Anna Miller'), payee: ben };
});

async function played(
  name: keyof typeof bounds,
  play: (person: Counted, cast: Cast) => Promise<void>,
  by: { readonly player: Player; readonly cast: Cast } = { player: anna, cast },
): Promise<void> {
  const person = new Counted(by.player);
  await play(person, by.cast);
  efforts[name] = person.effort;
  for (const [what, most] of Object.entries(bounds[name])) {
    expect(person.effort[what as keyof Effort], `${name}: ${what}`).toBeLessThanOrEqual(most);
  }
}

/** Counts buttons as they are rendered, for a payment that was typed. */
function stepsWithButtons(): { with: number; all: number } {
  const about = {
    path: 'transfer',
    hasForm: true,
    row: 1n as RequestId,
    values: { amount: '5' },
    refused: null,
  };
  const late = { path: about.path, row: about.row };
  const counts = [
    ...Object.values(refusalSteps).map((steps) => nextButtons(steps, about).length),
    ...Object.keys(latenessSteps).map((one) => lateReply(one as Lateness, '', late).buttons.length),
    ...Object.keys(endSteps).map((one) => endButtons(one as End).length),
  ];
  return { with: counts.filter((count) => count > 0).length, all: counts.length };
}

test('a visitor pays a member', async () => {
  await played('A visitor pays a member for the first time', firstPayment);
});

test('a visitor begins with a sentence', async () => {
  const max = await chat.driver.person('Max');
  const visitor = { ...cast, details: detailsFor('Max Stein') };
  await played('A visitor begins with a sentence', firstSentence, { player: max, cast: visitor });
});

test('the next day', async () => {
  await chat.database.pool.write(
    `UPDATE sessions
     SET last_seen_at = NOW(6) - INTERVAL 20 HOUR, created_at = NOW(6) - INTERVAL 20 HOUR`,
  );
  await played('The next day, to a known payee', nextDay);
});

test('within the session', async () => {
  await played('Again within the session', withinSession);
});

test('a saved payee', async () => {
  await anna.run('/payee add', { nickname: 'landlord', member: cast.payee });
  await played('A saved payee, by nickname', byNickname);
});

test('from the menu on a member', async () => {
  await played('A member, from the menu on their name', fromMenu);
});

test('a request to a member, and to everyone with a role', async () => {
  await played('Asking a member for money', askMember);
  const role = await newRole(chat, 'Club', ['anna', 'ben']);
  await played('Asking everyone with a role', askRole(role));
});

test('a request that is paid', async () => {
  said(await cast.payee.run('/request create', { member: anna, amount: '5' }));
  expect(await confirm(cast.payee)).toContain('asked for 5.00 GEM');
  await anna.sees('You are asked for', { dm: true });
  await played('Paying a request, from its message', payRequest);
});

test('a standing order', async () => {
  await played('A new standing order', newOrder);
});

test('a shared account', async () => {
  const others = await Promise.all(['Max', 'Tara'].map(async (name) => chat.driver.person(name)));
  await register(others[1]!, 'Tara Quast');
  const play = inviteThree([cast.payee, ...others]);
  await played('A shared account with three invitations', play);
});

test('balance and history', async () => {
  await played('Balance and latest entries', balanceAndHistory);
});

test('docs/effort.md has these figures (write it again with `npm run figures`)', async () => {
  const figures = { efforts, nextSteps: stepsWithButtons() };
  expect(figures.nextSteps.with).toBe(figures.nextSteps.all);
  mkdirSync('.local', { recursive: true });
  writeFileSync('.local/figures.json', `${JSON.stringify(figures, null, 2)}\n`);
  await expect(effortDocument(figures)).toMatchFileSnapshot('../../docs/effort.md');
});
