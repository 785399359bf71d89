/**
 * A process with the sandbox and the people who use the bot: they act through the control
 * interface's routes and see their answers without sockets, so that the bot is the bottleneck.
 */
import { performance } from 'node:perf_hooks';
import { ComponentType } from 'discord-api-types/v10';
import { buildCore, type Core } from '../../../src/sandbox/server/core.ts';
import { controlsOf, textOf } from '../../../src/sandbox/driver.ts';
import { listen } from '../../../src/sandbox/server/server.ts';
import { chatMessageOf } from '../../../src/sandbox/world/chat.ts';
import { closedLoop, openLoop, summary } from '../support/measure.ts';
import type {
  FirstAnswers,
  HostReady,
  HostTask,
  Load,
  LoadResult,
  LoginsResult,
  Repeat,
} from './tasks.ts';

const [peopleText = '10'] = process.argv.slice(2);
const peopleCount = Number(peopleText);
/** Discord allows 3 s for the first answer and 15 min for every answer; a load waits less. */
const answerWithinMs = 60_000;
/** Longer than the bank lets a login wait for its turn. */
const loginWithinMs = 300_000;

const keys = Array.from({ length: peopleCount }, (_, index) => `person${index}`);
/** The sandbox keeps 500 messages per channel; a load has more cards. */
const channelKeys = Array.from({ length: 50 }, (_, index) => `bank-${index}`);
let port = 0;
const core: Core = buildCore(
  {
    seed: {
      application: { name: 'Bench', description: 'Measured' },
      people: keys.map((key, index) => ({
        key,
        displayName: `Person ${index}`,
        ownsApplication: index === 0,
      })),
      servers: [
        {
          key: 'main',
          name: 'Main',
          owner: keys[0]!,
          members: keys,
          channels: channelKeys.map((key) => ({ key, name: key, topic: '' })),
        },
      ],
      hint: '',
    },
    folder: null,
    port: 0,
  },
  () => port,
);
const { world, interactions, routes, rules } = core;
const listening = await listen(routes, 0);
port = listening.port;
await rules.load();

const people = keys.map((key) => world.meta.people[key]!);
const channelIds = channelKeys.map((key) => world.meta.channels[key]!);
const channelOf = new Map(
  people.map((id, index) => [id, channelIds[index % channelIds.length]!] as const),
);

interface Waiting {
  readonly begunMs: number;
  /** Gets the message of the answer, or the form that opens. */
  readonly resolve: (id: string) => void;
  readonly reject: (error: Error) => void;
}
const waiting = new Map<string, Waiting>();

/** Milliseconds to the first answers of the present load, by interaction; null: there was none. */
let firstAnswers = new Map<string, number | null>();

function noteFirst(id: string, state: string): void {
  const begunMs = waiting.get(id)?.begunMs;
  if (begunMs === undefined || state === 'sent' || firstAnswers.has(id)) return;
  firstAnswers.set(id, state === 'failed' ? null : performance.now() - begunMs);
}

/** Gets every change of an interaction's state; only final ones matter to a load. */
const setState = interactions.setState.bind(interactions);
interactions.setState = (interaction, state) => {
  setState(interaction, state);
  noteFirst(interaction.id, state);
  const waits = waiting.get(interaction.id);
  if (waits === undefined || !['answered', 'modal', 'failed'].includes(state)) return;
  waiting.delete(interaction.id);
  if (state === 'failed') waits.reject(new Error('No first answer within 3 s'));
  else waits.resolve(state === 'modal' ? interaction.id : (interaction.answerId ?? ''));
};

async function act(
  personId: string,
  path: string,
  body: unknown,
  withinMs = answerWithinMs,
): Promise<string> {
  const begunMs = performance.now();
  const response = await routes.control.request(`/people/${personId}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  const { interactionId } = (await response.json()) as { readonly interactionId: string };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(interactionId);
      reject(new Error(`No answer within ${withinMs} ms`));
    }, withinMs);
    const settle = <Value>(then: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        then(value);
      };
    };
    waiting.set(interactionId, { begunMs, resolve: settle(resolve), reject: settle(reject) });
  });
}

function seen(messageId: string) {
  const row = world.messages.get(messageId);
  if (row === undefined) throw new Error('The answer is not there');
  return chatMessageOf(row);
}

function expectText(messageId: string, pattern: RegExp): void {
  const text = textOf(seen(messageId));
  if (!pattern.test(text)) throw new Error(`Expected ${pattern}, the answer says: ${text}`);
}

const run = async (personId: string, command: string, options: Record<string, string>) =>
  act(personId, 'commands', { channelId: channelOf.get(personId), command, options });

interface Card {
  readonly personId: string;
  readonly messageId: string;
  readonly customId: string;
}
let cards: Card[] = [];

async function makeCard(personId: string, accountNumber: string): Promise<Card> {
  const messageId = await run(personId, 'transfer', { to: accountNumber, amount: '1' });
  const message = seen(messageId);
  const button = controlsOf(message).find(
    ({ type, label }) => type === ComponentType.Button && label === 'Confirm',
  );
  if (button === undefined) throw new Error(`No card to confirm: ${textOf(message)}`);
  return { personId, messageId, customId: button.customId };
}

/** `accounts` are the people's account numbers, in order; everybody pays the next person. */
async function makeCards(count: number, accounts: readonly string[]): Promise<void> {
  const made: Card[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const person = index % people.length;
      made.push(await makeCard(people[person]!, accounts[(person + 1) % people.length]!));
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  cards = made;
}

/** Forms are opened before the clock starts; all of them are submitted at once. */
async function logins(task: HostTask & { readonly kind: 'logins' }): Promise<LoginsResult> {
  const { count, accounts, password } = task;
  const forms: { personId: string; modalId: string; account_number: string }[] = [];
  for (const [index, personId] of people.slice(0, count).entries()) {
    const modalId = await run(personId, 'login', {});
    forms.push({ personId, modalId, account_number: accounts[index]! });
  }
  process.send?.('logins begun');
  const latenciesMs: number[] = [];
  const refused = new Map<string, number>();
  await Promise.all(
    forms.map(async ({ personId, modalId, account_number }) => {
      const begun = performance.now();
      const fields = { account_number, password };
      const text = await act(personId, `modals/${modalId}`, { fields }, loginWithinMs).then(
        (messageId) => textOf(seen(messageId)),
        (error: unknown) => (error as Error).message,
      );
      if (/logged in|welcome/i.test(text)) latenciesMs.push(performance.now() - begun);
      else refused.set(text.slice(0, 120), (refused.get(text.slice(0, 120)) ?? 0) + 1);
    }),
  );
  return { latenciesMs, refused: [...refused] };
}

/** The action of one person in each load, and the beginning of its answer. */
const asks: Record<Load['what'], (person: string) => Promise<void>> = {
  confirm: async () => {
    const card = cards.pop();
    if (card === undefined) throw new Error('No card is left to confirm');
    const { personId, messageId, customId } = card;
    expectText(await act(personId, 'components', { messageId, customId }), /Reference/);
  },
  balance: async (person) => {
    expectText(await run(person, 'balance', {}), /Balance/);
  },
  history: async (person) => {
    const options = { from_date: '2020-01-01' };
    expectText(await run(person, 'history', options), /History/);
  },
};

function firstOf(): FirstAnswers {
  const found = [...firstAnswers.values()];
  const reached = found.filter((ms) => ms !== null);
  const { p50Ms, p99Ms, maxMs } = summary(reached, 1);
  return { p50Ms, p99Ms, maxMs, missed: found.length - reached.length };
}

async function load({ what, loop, firstPerson = 0 }: Load): Promise<LoadResult> {
  const ask = asks[what];
  const errors = new Map<string, number>();
  firstAnswers = new Map();
  let busy = 0;
  const counted = async (number: number) =>
    ask(people[firstPerson + (number % (people.length - firstPerson))]!).catch((error: unknown) => {
      const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      if (why.includes('The bank is busy')) busy += 1;
      errors.set(why, (errors.get(why) ?? 0) + 1);
      throw error;
    });
  if (loop.kind === 'open') {
    const measured = await openLoop({ ...loop, work: counted });
    return { ...measured, busy, first: firstOf(), errors: [...errors] };
  }
  let number = 0;
  const measured = await closedLoop({ ...loop, work: async () => counted((number += 1)) });
  return {
    ...measured,
    failed: 0,
    asked: measured.count,
    busy,
    first: firstOf(),
    errors: [...errors],
  };
}

async function repeat({ what, count, callers }: Repeat): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await asks[what](people[next % people.length]!);
    }
  };
  await Promise.all(Array.from({ length: callers }, worker));
}

/** Old messages are dismissed, so that the sandbox's data stays small. */
function forget(): void {
  for (const channelId of channelIds) {
    for (const message of world.messages.in(channelId)) world.messages.remove(message.id);
  }
  cards = [];
}

async function perform(task: HostTask): Promise<unknown> {
  switch (task.kind) {
    case 'cards':
      return makeCards(task.count, task.accounts);
    case 'load':
      return load(task.load);
    case 'logins':
      return logins(task);
    case 'repeat':
      return repeat(task.repeat);
    case 'forget':
      return forget();
  }
}

process.on('message', (message) => {
  const { id, task } = message as { readonly id: number; readonly task: HostTask };
  perform(task).then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: (error as Error).message }),
  );
});
process.on('disconnect', () => process.exit(0));
const ready: HostReady = {
  apiUrl: `http://127.0.0.1:${port}/api`,
  botToken: world.meta.botToken,
  people,
};
process.send?.(ready);
