/** Dues in the page: the treasurer chooses a role, members pay in their messages, the table fills. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { openChat, register } from './chat.ts';
import { clubSeed, inTens, memberKeys, newRole, openAccounts, payFromMessage } from './club.ts';
import { Person } from './page-person.ts';

const chat = openChat({ seed: clubSeed });
const [payer, declining] = [memberKeys[0]!, memberKeys[1]!];

describeInBrowser('dues in the page', () => {
  let browser: TestBrowser;
  const seated: Person[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    await register(await chat.driver.person('Tilda'), 'Tilda Quast');
    await openAccounts(chat);
    await newRole(chat, 'Rowers', ['tilda', 'nora', ...memberKeys]);
  }, 120_000);
  afterAll(async () => {
    expect(seated.flatMap(({ complaints }) => complaints)).toEqual([]);
    await browser.close();
  });

  async function sit(key: string, channel = chat.sandbox.channels['bank']): Promise<Person> {
    const address = `${chat.sandbox.pageUrl}#/${chat.sandbox.people[key]}/${channel}`;
    const person = new Person(await visit(browser, address));
    seated.push(person);
    return person;
  }

  test('the treasurer asks everyone with a role', async () => {
    const tilda = await sit('tilda');
    await tilda.command('request create');
    await tilda.dialog().waitFor();
    await tilda.dialog().locator('[data-field="role"] .select').click();
    await tilda.page.getByRole('option', { name: 'Rowers' }).click();
    await tilda.picture('dues-form');
    await tilda.fill({ amount: '10', memo: 'dues 2027' });
    await tilda.last().getByText('Ask 40 people for 400.00 GEM?').waitFor();
    await tilda.look('dues-question');
    await tilda.press('Confirm');
    await tilda.last().getByText('40 people asked for 400.00 GEM').waitFor();
    await tilda.press('Who has paid');
    await tilda.last().getByText('0 of 40 people have paid').waitFor();
  }, 60_000);

  test('a member pays in their direct messages, another declines', async () => {
    const player = await chat.driver.person(chat.sandbox.people[payer]!);
    const { channel_id: direct } = await player.sees('You are asked for 10.00 GEM', { dm: true });
    const ada = await sit(payer, direct);
    await ada.last().getByText('You are asked for 10.00 GEM').waitFor();
    await ada.look('dues-request');
    await ada.press('Pay');
    await ada.last().getByText('This pays a request by Tilda').waitFor();
    await ada.look('dues-pay');
    await ada.press('Confirm');
    await ada.page.getByText('Sent 10.00 GEM').first().waitFor();

    const other = await chat.driver.person(chat.sandbox.people[declining]!);
    const asked = await other.sees('You are asked for 10.00 GEM', { dm: true });
    const bruno = await sit(declining, asked.channel_id);
    await bruno.last().getByText('You are asked for 10.00 GEM').waitFor();
    await bruno.press('Decline');
    await bruno.last().getByText('Request declined').waitFor();
  }, 60_000);

  test('the table and its picture show who has paid', async () => {
    await inTens(memberKeys.slice(2, 20), async (key) => {
      const person = await chat.driver.person(chat.sandbox.people[key]!);
      await payFromMessage(person, '10.00 GEM', memberKeys.indexOf(key) < 5 ? '4' : undefined);
    });
    const tilda = await sit('tilda');
    await tilda.command('request list');
    await tilda.last().getByText('16 of 40 paid').first().waitFor();
    await tilda.look('dues-list');
    await tilda.last().locator('.select').click();
    await tilda.page.getByRole('option', { name: /16 of 40 paid/ }).click();
    await tilda.last().getByText('16 of 40 people have paid').waitFor();
    await tilda.last().getByRole('img').first().waitFor();
    await tilda.look('dues-table');
    await tilda.press('Remind');
    await tilda.last().getByText('Remind 23 people?').waitFor();
    await tilda.press('Confirm');
    await tilda.last().getByText('23 people reminded').waitFor();
  }, 120_000);
});
