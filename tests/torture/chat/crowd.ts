/** Simulated people in the chat: each pays the next one repeatedly and records the answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Driver, Player } from '../../../src/sandbox/driver.ts';
import type { Random } from '../support/random.ts';
import type { ChatHistory, Told } from './history.ts';

export const password = 'quartz-lantern-voyage';
/** Longer than the bank tries to find the outcome. */
const answerMs = 20_000;

interface Person {
  readonly player: Player;
  readonly number: string;
}

const told = (text: string): Told => {
  if (/Sent \d/.test(text)) return 'sent';
  if (/Do not send it again/.test(text)) return 'unknown';
  return /Nothing moved|No money moved|Nothing was/.test(text) ? 'nothing moved' : 'no answer';
};

function said(answer: Answer, wanted: RegExp): string {
  if (!wanted.test(answer.text)) throw new Error(`Wanted ${String(wanted)}: ${answer.text}`);
  return answer.text;
}

async function register(driver: Driver, index: number): Promise<Person> {
  const letters = `${'ABCDEFGHIJKLMNOP'[index]}`;
  const player = await driver.person(`Person ${letters}`);
  await player.run('/register');
  await player.fill({
    full_name: `Person ${letters}son`,
    email: player.email,
    phone: `+4930${3_000_000 + index}`,
    date_of_birth: '1990-12-31',
    gender: 'other',
  });
  await player.press('Choose password');
  const secret = { password, password_again: password, terms: true };
  const welcome = said(await player.fill(secret), /account is open/i);
  return { player, number: /`(\d{10})`/.exec(welcome)![1]! };
}

/**
 * Deposits money and makes a first payment to the next person, which needs the password unless the
 * registration was in the last five minutes.
 */
async function prepare({ player }: Person, to: string): Promise<void> {
  await player.run('/deposit', { amount: '1000' });
  said(await player.press('Confirm'), /Deposited/);
  await player.run('/transfer', { to, amount: '1', memo: 'first' });
  const answer = await player.press('Confirm');
  said(answer.kind === 'modal' ? await player.fill({ proof: password }) : answer, /Sent/);
}

export interface ChatCrowd {
  readonly players: readonly Player[];
  /** The moment of the last receipt, by `performance.now()`. */
  readonly lastSentAt: number;
  /** Everybody opens a card, and presses when the returned function is called. */
  hold(): () => void;
  stop(): Promise<void>;
}

export async function openChatCrowd(options: {
  readonly driver: Driver;
  readonly history: ChatHistory;
  readonly random: Random;
  readonly size: number;
  /** Called before anyone pays under faults. */
  readonly begin?: (players: readonly Player[]) => Promise<void>;
}): Promise<ChatCrowd> {
  const { driver, history, random, size } = options;
  const people: Person[] = [];
  for (let index = 0; index < size; index += 1) people.push(await register(driver, index));
  const nextTo = (index: number) => people[(index + 1) % size]!.number;
  await Promise.all(people.map(async (person, index) => prepare(person, nextTo(index))));
  await options.begin?.(people.map(({ player }) => player));
  let isOver = false;
  let lastSentAt = 0;
  let count = 0;
  let mayPress: Promise<void> = Promise.resolve();
  const payOnce = async (player: Player, to: string, chance: Random): Promise<void> => {
    const memo = `press ${(count += 1)}`;
    const cents = chance.between(100, 250);
    const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    const wanted = { withinMs: answerMs };
    const card = await player.run('/transfer', { to, amount, memo }, wanted).catch(() => null);
    if (card?.kind !== 'message' || !/Send money/.test(card.text)) return;
    history.asked({ memo, cents, person: player.id });
    await mayPress;
    const presses = chance.chance(0.1) ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: presses }, async () =>
        player
          .press('Confirm', { on: card.message, ...wanted })
          .then(({ text }) => text)
          .catch(() => ''),
      ),
    );
    for (const text of answers) {
      const heard = told(text);
      history.told({ memo, told: heard, messageId: card.message.id });
      if (heard === 'sent') lastSentAt = performance.now();
    }
  };
  const lives = people.map(async ({ player }, index) => {
    const chance = random.fork(`person ${index}`);
    while (!isOver) {
      await payOnce(player, nextTo(index), chance);
      await sleep(chance.between(200, 1_500));
    }
  });
  return {
    players: people.map(({ player }) => player),
    get lastSentAt() {
      return lastSentAt;
    },
    hold: () => {
      let release = () => {};
      mayPress = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    stop: async () => {
      isOver = true;
      await Promise.all(lives);
    },
  };
}
