/** Staff in the page: a correction by two people, the audit trail and the report. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { detailsFor, openChat, password } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat({ settings: { deposits: 'approval' } });
const reason = 'Counted twice';

describeInBrowser('the staff in the page', () => {
  let browser: TestBrowser;
  let mona: Person;
  let max: Person;
  let ben: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    [mona, max, ben] = await Promise.all([
      sit('mona', 'staff'),
      sit('max', 'staff'),
      sit('ben', 'bank'),
    ]);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function sit(key: string, channel: string): Promise<Person> {
    const { pageUrl, people, channels } = chat.sandbox;
    return new Person(await visit(browser, `${pageUrl}#/${people[key]}/${channels[channel]}`));
  }
  async function register(person: Person, fullName: string): Promise<void> {
    await person.command('register');
    await person.fill({ ...detailsFor(fullName) }, ['Female']);
    await person.press('Choose password');
    await person.fill({ password, password_again: password }, ['I accept the terms']);
    const number = person.last().getByText(/^\d{10}$/);
    await number.waitFor();
    person.number = await number.innerText();
  }
  const card = (person: Person, title: string) =>
    person.page.locator('.message').filter({ hasText: title }).last();
  async function grant(member: string): Promise<void> {
    await mona.option('staff role grant', { member, role: 'MANAGER', reason });
    await mona.last().getByText('Role granted').waitFor();
  }

  test('the owner makes two managers', async () => {
    await register(mona, 'Mona Berg');
    await register(max, 'Max Stein');
    await register(ben, 'Ben Okafor');
    await grant('Mona');
    await grant('Max');
    await mona.picture('staff-granted');
  });

  test('a customer’s deposit waits on a card and is booked with one press', async () => {
    await ben.option('deposit', { amount: '250' });
    await ben.last().getByText('A teller must approve it').waitFor();
    await ben.press('Confirm');
    await ben.last().getByText('Nothing has moved yet').waitFor();
    await ben.picture('deposit-asked');
    const waiting = card(max, 'Approve a deposit?');
    await waiting.getByText('250.00 GEM').waitFor();
    await max.picture('deposit-card');
    await waiting.getByRole('button', { name: 'Approve' }).click();
    await card(max, 'Approve a deposit: approved').waitFor();
    await ben.command('balance');
    await ben.last().getByText('250.00 GEM').first().waitFor();
  });

  test('a correction above the limit needs the other manager', async () => {
    await mona.command('staff adjust');
    const values = { account_number: ben.number, amount: '6000', reason };
    await mona.fill(values, ['Credit']);
    await mona.last().getByRole('button', { name: 'Confirm' }).waitFor();
    await mona.picture('adjust-confirm');
    await mona.press('Confirm');
    await mona.page.getByText('Waiting for a second person').waitFor();
    const own = card(mona, 'Adjust a balance?');
    await own.getByRole('button', { name: 'Approve' }).click();
    await mona.page.getByText('another member of staff must approve or decline').first().waitFor();
    await mona.picture('approve-own-refused');
    await card(max, 'Adjust a balance?').getByRole('button', { name: 'Approve' }).click();
    await card(max, 'Adjust a balance: approved').waitFor();
    await max.picture('adjust-approved');
  });

  test('the report has a chart, and the audit trail lists who did what', async () => {
    await mona.command('staff report');
    const picture = mona.last().getByRole('img', { name: /last 14 days/ });
    await picture.waitFor();
    await mona.last().getByText('Debits equal credits').waitFor();
    expect(
      await picture.evaluate(
        (image) => (image as unknown as { naturalWidth: number }).naturalWidth,
      ),
    ).toBeGreaterThan(300);
    await mona.picture('staff-report');
    await mona.command('staff audit');
    await mona.fill({ action: 'adjust' });
    await mona.last().getByText('Adjustment approved').waitFor();
    await mona.picture('staff-audit');
  });

  test('no rule of Discord was broken, and the page had no error', async () => {
    const findings = await chat.driver.findings();
    expect(findings).toEqual([]);
    expect([mona, max, ben].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
