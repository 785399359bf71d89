/** A thousand strings of the corpus, typed into forms, booked, and read again from the screen. */
import { expect, test, vi } from 'vitest';
import { corpus } from '../support/corpus/corpus.ts';
import { activeIn } from '../support/corpus/active.ts';
import { isSeen, isWholeEmoji, piecesOf } from '../support/corpus/unseen.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { openGround } from '../support/stage/ground.ts';
import { submittedParts } from '../support/stage/samples.ts';
import type { Answer } from '../support/stage/wire.ts';

// A thousand strings take half a minute here, and longer on slow machines.
vi.setConfig({ testTimeout: 240_000 });
const ground = openGround();

/** Every nth, so that each kind of string is among them. */
const chosen = corpus
  .filter((text) => text.length <= 4_000)
  .filter((_, index, all) => index % Math.floor(all.length / 1_000) === 0)
  .slice(0, 1_000);

/** Times that the bank wrote are recent; typed ones are not. */
const isOurs = (seconds: number): boolean => Math.abs(seconds - Date.now() / 1_000) < 2 * 86_400;

function faultsOf(answer: Answer): string[] {
  const failed = answer.events.filter(({ name }) => name === 'bot.failed' || name === 'bot.late');
  const active = activeIn(answer.text, isOurs).map((kind) => `active ${kind}`);
  const pings = answer.bodies.flatMap((body) => mentionsOf(body));
  const silent = answer.text === '' && answer.form === null ? ['no answer'] : [];
  return [...failed.map(({ error }) => `failed: ${String(error)}`), ...active, ...pings, ...silent];
}

/** Whether a message does not forbid mentions. */
function mentionsOf(body: unknown): string[] {
  const message = ((body as { data?: unknown }).data ?? body) as Readonly<Record<string, unknown>>;
  if (!('components' in message) || !('flags' in message) || 'title' in message) return [];
  const allowed = JSON.stringify(message['allowed_mentions'] ?? null);
  return allowed.includes('"parse":[]') ? [] : [`mentions allowed: ${allowed}`];
}

/** What the bank stores of a memo, computed without its reader. */
const keptOf = (text: string): string =>
  piecesOf(text)
    .filter((one) => isWholeEmoji(one) || /\s/u.test(one) || isSeen(one))
    .join('')
    .normalize('NFC')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim();

test('a thousand strings as memos are booked as typed and inactive on the screen', async () => {
  const anna = ground.who('customer');
  const { form } = ground.registry.get('deposit')!;
  const faults: string[] = [];
  let booked = 0;
  for (const memo of chosen) {
    const parts = submittedParts(form!, { amount: '1', memo });
    const card = await ground.wire.submit(anna, 'v1:deposit:form:', parts);
    const confirm = card.buttons.find((id) => id.includes(':confirm:'));
    const answers = [card];
    if (confirm !== undefined) {
      const receipt = await ground.wire.press(anna, confirm);
      answers.push(receipt);
      if (receipt.text.includes('Deposited')) booked += 1;
    } else if ([...keptOf(memo)].length <= 140 && [...memo].length <= 200)
      faults.push(`${JSON.stringify(memo)}: refused`);
    faults.push(...answers.flatMap(faultsOf).map((fault) => `${JSON.stringify(memo)}: ${fault}`));
  }
  expect(faults.slice(0, 20)).toEqual([]);
  const select = `SELECT DISTINCT memo FROM entries WHERE memo IS NOT NULL`;
  const stored = new Set((await ground.database.pool.rows(select)).map(({ memo }) => memo));
  const typed = chosen.filter((memo) => [...memo].length <= 200);
  const expected = typed.map(keptOf).filter((memo) => memo !== '' && [...memo].length <= 140);
  expect(expected.filter((memo) => !stored.has(memo)).slice(0, 20)).toEqual([]);
  expect(booked).toBeGreaterThan(800);
  await expectBooksBalanced(ground.database.pool);
});

test('the same entries are inactive in the history, under every filter', async () => {
  const anna = ground.who('customer');
  const { form } = ground.registry.get('history')!;
  const faults: string[] = [];
  let page = await ground.wire.submit(anna, 'v1:history:form:', submittedParts(form!, {}));
  for (let pages = 0; pages < 200; pages += 1) {
    faults.push(...faultsOf(page));
    const older = page.buttons.find((id) => id.includes(':older:'));
    if (older === undefined) break;
    page = await ground.wire.press(anna, older);
  }
  for (const text of chosen.filter((_, index) => index % 4 === 0)) {
    const values = { text, counterparty: text, from_date: text };
    for (const [name, value] of Object.entries(values)) {
      const parts = submittedParts(form!, { [name]: value });
      const found = await ground.wire.submit(anna, 'v1:history:form:', parts);
      faults.push(...faultsOf(found).map((fault) => `${name} ${JSON.stringify(text)}: ${fault}`));
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

test('strings in every other form are refused or accepted without an error', async () => {
  const faults: string[] = [];
  const sampled = chosen.filter((_, index) => index % 20 === 0);
  for (const [path, command] of ground.registry) {
    const texts = Object.entries(command.form?.fields ?? {}).filter(
      ([, { control }]) => control.kind === 'text',
    );
    const by = ground.who(path.startsWith('staff ') ? 'manager' : 'visitor');
    for (const text of texts.length === 0 ? [] : sampled) {
      // All text fields at once, and valid values for the other fields.
      const values = {
        ...ground.values(path, 0),
        ...Object.fromEntries(texts.map(([name]) => [name, text])),
      };
      const parts = submittedParts(command.form!, values);
      const answer = await ground.wire.submit(by, `v1:${path}:form:`, parts);
      faults.push(...faultsOf(answer).map((fault) => `${path} ${JSON.stringify(text)}: ${fault}`));
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

test('strings as sentences of a customer, and as payee and memo in them, move nothing', async () => {
  const anna = ground.who('customer');
  const { form } = ground.registry.get('ask')!;
  const count = async () => {
    const [row] = await ground.database.pool.rows('SELECT COUNT(*) AS booked FROM transactions');
    return Number(row?.['booked']);
  };
  const before = await count();
  const faults: string[] = [];
  let cards = 0;
  for (const text of chosen.filter((_, index) => index % 5 === 0)) {
    for (const sentence of [
      text,
      `deposit 5 ${text}`,
      `send ${text} 5`,
      `send ben 5 for ${text}`,
    ]) {
      const parts = submittedParts(form!, { text: sentence });
      const answer = await ground.wire.submit(anna, 'v1:ask:form:', parts);
      if (answer.buttons.some((id) => id.includes(':confirm:'))) cards += 1;
      faults.push(...faultsOf(answer).map((fault) => `${JSON.stringify(sentence)}: ${fault}`));
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  // Some of them are sentences that the bank understands.
  expect(cards).toBeGreaterThan(0);
  expect(await count()).toBe(before);
});
