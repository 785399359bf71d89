/** `/privacy` in the chat: exporting data and erasing an account. */
import { beforeAll, expect, test } from 'vitest';
import { buttonsOf, type Player } from '../../src/sandbox/driver.ts';
import { deposit, openChat, password, register, said } from './chat.ts';

const chat = openChat();
let anna: Player;

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Miller');
  await deposit(anna, '5');
});

test('a customer gets their data as two files', async () => {
  await anna.run('/privacy export');
  const answer = await anna.fill({ current_password: password });
  expect(said(answer)).toContain('All data the bank holds about you');
  const files = answer.kind === 'message' ? answer.message.attachments : [];
  expect(files.map(({ filename }) => filename)).toEqual(['passbook.json', 'entries.csv']);
  const csv = await (await fetch(files[1]!.url)).text();
  expect(csv).toContain(',DEPOSIT,5.00,,5.00,Cash desk,');
});

test('an account with money is not erased; an empty one is', async () => {
  await anna.run('/privacy erase');
  expect(said(await anna.fill({ understood: true }))).toContain(
    'Withdraw or send all your money first',
  );
  await anna.run('/withdraw', { amount: 'all' });
  await anna.press('Confirm');
  await anna.run('/privacy erase');
  expect(said(await anna.fill({ understood: true }))).toContain('This cannot be undone');
  const [card] = (await anna.messages()).slice(-1);
  expect(buttonsOf(card!)).toEqual(['Erase for ever', 'Cancel']);
  await anna.press('Erase for ever');
  expect(said(await anna.fill({ proof: password }))).toContain('Your data has been erased');
  expect(said(await anna.run('/balance'))).toContain('not have an account here yet');
  await register(anna, 'Anna Miller');
});
