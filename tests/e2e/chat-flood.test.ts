/**
 * More interactions than the bank can serve: each gets its first answer, those beyond the bounds
 * are told at once that nothing moved, and what was accepted finishes once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { RESTJSONErrorCodes } from 'discord.js';
import { beforeAll, expect, test } from 'vitest';
import type { Answer, Player } from '../../src/sandbox/driver.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { balanceIn, deposit, openChat, register, said } from './chat.ts';

let held: Promise<void> | null = null;
let begun = 0;
const patience = { withinMs: 120_000 };

const chat = openChat({
  settings: { throttleFactor: 1_000 },
  // Work begins after the acknowledgement, and waits here.
  botsBank: (bank) => ({
    ...bank,
    access: {
      ...bank.access,
      identify: async (...asked) => {
        begun += 1;
        await held;
        return bank.access.identify(...asked);
      },
    },
  }),
});
let crowd: Player[];
let anna: Player;

beforeAll(async () => {
  crowd = await Promise.all(['Ben', 'Max', 'Tara'].map(async (name) => chat.driver.person(name)));
  for (const one of crowd) await register(one, `${one.person.displayName} Crowd`);
  anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Miller');
  await deposit(anna, '100');
});

const isBusy = (answer: Answer): boolean => answer.text.includes('### The bank is busy');

/** Work that has not begun: a crowd, even if the machine is quick and no place is taken away. */
const unbegunMax = 300;
/** Sandbox, bank and people share this process: more at once would wait for each other. */
const unansweredMax = 9;

const firstAnswers = (): number => chat.log().split('"bot.first-answer"').length - 1;

/** Longer only where the machine stalls; then what waits must go on before it is given up. */
const floodMs = 20_000;

/** Commands of everybody in the crowd, until some have been told that the bank is busy. */
async function flood(): Promise<Promise<Answer>[]> {
  const until = performance.now() + floodMs;
  const isOver = () => refused >= 20 || performance.now() > until;
  const asked: Promise<Answer>[] = [];
  const [begunBefore, answeredBefore] = [begun, firstAnswers()];
  let refused = 0;
  const unbegun = () => asked.length - (begun - begunBefore) - refused;
  const unanswered = () => asked.length - (firstAnswers() - answeredBefore) - refused;
  while (!isOver() && asked.length < 1_000) {
    for (const one of crowd) {
      const answer = one.run('/balance', {}, patience);
      answer.then(
        (told) => (refused += isBusy(told) ? 1 : 0),
        () => {},
      );
      asked.push(answer);
    }
    do await sleep(5);
    while (!isOver() && (unbegun() > unbegunMax || unanswered() > unansweredMax));
  }
  return asked;
}

const transfers = async (): Promise<number> =>
  (await chat.database.pool.rows("SELECT id FROM transactions WHERE kind = 'TRANSFER'")).length;
const unitsOf = (answer: Answer): number => Math.round(parseFloat(balanceIn(said(answer))!) * 100);

test('a flood gets first answers, what was accepted finishes, and nothing is doubled', async () => {
  const ben = crowd[0]!;
  const paid = said(await anna.run('/transfer', { member: ben, amount: '7' }, patience));
  expect(paid).toContain('Send money?');
  const [before, transfersBefore] = [unitsOf(await ben.run('/balance')), await transfers()];

  let release = () => {};
  held = new Promise((resolve) => (release = resolve));
  // Pressed while there are still places, twice, then the crowd comes.
  const presses = [anna.press('Confirm', patience), anna.press('Confirm', patience)];
  const asked = await flood();
  release();
  held = null;

  const answers = await Promise.all(asked);
  const refused = answers.filter(isBusy);
  const accepted = answers.filter((answer) => !isBusy(answer));
  expect(refused.length).toBeGreaterThanOrEqual(20);
  for (const { text } of refused) expect(text).toMatch(/Nothing (moved|changed|was done)/);
  expect(accepted.length).toBeGreaterThan(0);
  for (const answer of accepted) expect(balanceIn(said(answer))).toBeDefined();
  for (const press of presses) expect(said(await press)).toContain('Reference');

  const { pool } = chat.database;
  expect(await transfers()).toBe(transfersBefore + 1);
  expect(unitsOf(await ben.run('/balance'))).toBe(before + 700);
  expect(chat.log()).toContain('bot.crowded');
  await expectBooksBalanced(pool);
}, 240_000);

test('a person with nothing underway is served while others have much', async () => {
  let release = () => {};
  held = new Promise((resolve) => (release = resolve));
  const asked = await flood();
  // Refused are those who have much.
  const answer = anna.run('/help', {}, patience);
  await sleep(200);
  release();
  held = null;
  expect(said(await answer)).toContain('/transfer');
  await Promise.all(asked);
  // What was refused goes no further, or Discord would hear a second first answer.
  expect(chat.log()).not.toContain(`${RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged}`);
}, 240_000);
