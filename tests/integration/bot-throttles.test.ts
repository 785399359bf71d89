/** A flood of interactions through the real router delays only its author. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { throttleLimits } from '../../src/bank/throttle/limits.ts';
import { discordId, openBank, openPerson, type TestBank } from '../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { guilds, type Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';
import { openWire, type Answer, type Wire } from '../support/stage/wire.ts';

let database: TestDatabase;
let bank: TestBank;
let wire: Wire;

beforeAll(async () => {
  database = await createTestDatabase();
  bank = await openBank(database.pool, { settings: { throttleFactor: 1 } });
  wire = openWire({ bank, registry: await loadCommands(), staffGuildId: guilds.staff });
});
afterAll(async () => {
  await wire.close();
  await bank.close();
  await database.close();
});

const at = (discordUserId: Principal['discordUserId']): Principal => ({
  name: 'somebody',
  discordUserId,
  isCustomer: false,
  session: null,
  isLoggedIn: false,
  role: null,
  isFrozen: false,
  mayOnlyRead: false,
  isElsewhere: false,
  place: { guildId: guilds.customers, permissions: '0', byUser: false },
});

const waits = ({ text }: Answer): boolean =>
  text.includes('Please wait') && /Nothing (moved|changed)/.test(text);

test('forms that open, forms that are sent, lists and buttons count together', async () => {
  const flooder = at(discordId());
  const ways: (() => Promise<Answer>)[] = [
    async () => wire.command(flooder, 'login'),
    async () => wire.command(flooder, 'help'),
    async () => wire.submit(flooder, 'v1:login:form:', []),
    async () => wire.press(flooder, 'v1:register:edit:'),
    async () => wire.press(flooder, 'v1:balance:number:'),
  ];
  const { each } = throttleLimits.form;
  const answers: Answer[] = [];
  for (let index = 0; index < each + 20; index += 1)
    answers.push(await ways[index % ways.length]!());
  expect(answers.filter(waits).length).toBe(20);
  expect(answers.slice(0, each).filter(waits)).toEqual([]);
  expect(
    answers.flatMap(({ events }) => events).filter(({ name }) => name === 'bot.failed'),
  ).toEqual([]);
});

test('refused requests write nothing to the database', async () => {
  const flooder = at(discordId());
  const login = { account_number: '1', password: 'x' };
  const { form } = (await loadCommands()).get('login')!;
  const send = async () => wire.submit(flooder, 'v1:login:form:', submittedParts(form!, login));
  const { each } = throttleLimits.form;
  for (let index = 0; index < each; index += 1) await send();
  const count = 'SELECT COUNT(*) AS kept, MAX(id) AS newest FROM pending';
  const before = await database.pool.rows(count);
  for (let index = 0; index < 50; index += 1) expect(waits(await send())).toBe(true);
  expect(await database.pool.rows(count)).toEqual(before);
});

test('other people are not affected, even in the same server', async () => {
  const anna = await openPerson(bank);
  const other = { ...at(anna.discordUserId), session: anna.session, isLoggedIn: true };
  expect((await wire.command(other, 'deposit')).form).toContain('v1:deposit:form');
  expect((await wire.command(other, 'balance')).text).toContain('Balance');
});
