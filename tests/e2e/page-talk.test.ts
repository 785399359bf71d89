/** A sentence leads a newcomer to a receipt, in the page and in two languages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import {
  desktop,
  describeInBrowser,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
import { balanceOf, detailsFor, openChat, password, register, usualSeed } from './chat.ts';
import { Person } from './page-person.ts';

/** A second try needs newcomers of its own, without an account and a language. */
const newcomers = [
  { key: 'ada', displayName: 'Ada' },
  { key: 'emil', displayName: 'Emil' },
];
const [market, ...others] = usualSeed.servers;
const chat = openChat({
  seed: {
    ...usualSeed,
    people: [...usualSeed.people, ...newcomers],
    servers: [
      { ...market!, members: [...market!.members, ...newcomers.map(({ key }) => key)] },
      ...others,
    ],
  },
});

const german = {
  people: ['Anna', 'Ada'],
  locale: 'de',
  direct: 'Direktnachrichten',
  sentence: 'schick Ben 5 für Pizza',
  noAccount: 'Noch kein Konto',
  openAccount: 'Konto eröffnen',
  female: 'Weiblich',
  choosePassword: 'Passwort wählen',
  terms: 'Ich akzeptiere die Bedingungen',
  short: 'Du hast 0,00 GEM verfügbar',
  edit: 'Bearbeiten',
  amount: '12,50',
  confirm: 'Bestätigen',
  deposited: '12,50 GEM eingezahlt',
  cashDesk: 'Kasse',
  card: ['Geld überweisen?', 'Ben O.', '5,00 GEM', 'Pizza'],
  receipt: '5,00 GEM überwiesen',
  logOut: 'abmelden',
  loggedOut: 'Abgemeldet',
  logInFirst: 'Du bist nicht angemeldet. Es wurde kein Geld bewegt.',
  logIn: 'Anmelden',
};

const english: typeof german = {
  people: ['Max', 'Emil'],
  locale: 'en-US',
  direct: 'Direct messages',
  sentence: 'send Ben 5 for pizza',
  noAccount: 'No account yet',
  openAccount: 'Open an account',
  female: 'Female',
  choosePassword: 'Choose password',
  terms: 'I accept the terms',
  short: 'Your available balance is 0.00 GEM',
  edit: 'Edit',
  amount: '12.50',
  confirm: 'Confirm',
  deposited: 'Deposited 12.50 GEM',
  cashDesk: 'Cash desk',
  card: ['Send money?', 'Ben O.', '5.00 GEM', 'pizza'],
  receipt: 'Sent 5.00 GEM',
  logOut: 'log me out',
  loggedOut: 'Logged out',
  logInFirst: 'You are not logged in. Nothing moved.',
  logIn: 'Log in',
};

/** Words that only an English card has. */
const englishWords = /\b(the|you|your|account|nothing|moved|cash|from|to)\b/i;

describeInBrowser('a sentence in the page', () => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await launchBrowser();
    await register(await chat.driver.person('Ben'), 'Ben Okafor');
  });
  afterAll(async () => {
    await browser.close();
  });

  async function sit(key: string): Promise<Person> {
    const { pageUrl, people, channels } = chat.sandbox;
    return new Person(await visit(browser, `${pageUrl}#/${people[key]}/${channels['bank']}`));
  }

  /** As a person at the page does it: in the list of people. */
  async function chooseLanguage({ page, dialog }: Person, locale: string): Promise<void> {
    await page.getByRole('button', { name: /Switch person/ }).click();
    await page.getByRole('button', { name: 'Manage people' }).click();
    await dialog().getByLabel('Language').selectOption(locale);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }

  const shown = async ({ page }: Person, text: string): Promise<void> =>
    page.locator('.message').filter({ hasText: text }).last().waitFor();

  /** Presses the button on the last message that has one. */
  const press = async ({ page }: Person, label: string): Promise<void> =>
    page.locator('.message').getByRole('button', { name: label, exact: true }).last().click();

  async function write({ page }: Person, text: string): Promise<void> {
    const composer = page.locator('.composer textarea');
    await composer.fill(text);
    await composer.press('Enter');
  }

  async function expectReadable({ page }: Person): Promise<void> {
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await page.setViewportSize(desktop);
  }

  async function openAccount(person: Person, say: typeof german, name: string): Promise<void> {
    await press(person, say.openAccount);
    await person.fill(detailsFor(name), [say.female]);
    await press(person, say.choosePassword);
    await person.fill({ password, password_again: password }, [say.terms]);
  }

  test.for([
    { language: 'German', say: german, name: 'Anna Müller' },
    { language: 'English', say: english, name: 'Max Power' },
  ])(
    'leads to an account, a deposit and a receipt: $language',
    { timeout: 120_000 },
    async ({ say, name }, { task }) => {
      const newcomer = say.people[task.result?.retryCount ?? 0]!;
      const person = await sit(newcomer.toLowerCase());
      await chooseLanguage(person, say.locale);
      await person.page.getByRole('button', { name: say.direct }).first().click();

      await write(person, say.sentence);
      await shown(person, say.noAccount);
      await expectReadable(person);
      await openAccount(person, say, name);

      await shown(person, say.short);
      await expectReadable(person);
      await person.picture(`talk-deposit-${say.locale}`);
      await press(person, say.edit);
      await person.dialog().waitFor();
      await chat.restart();
      await person.fill({ amount: say.amount });
      // The card before it has a button of the same name, until the new one takes its place.
      await shown(person, `${say.amount} GEM`);
      await press(person, say.confirm);
      await shown(person, say.deposited);
      await shown(person, say.cashDesk);

      for (const part of say.card) await shown(person, part);
      await expectReadable(person);
      await person.picture(`talk-card-${say.locale}`);
      await press(person, say.confirm);
      await shown(person, say.receipt);
      await expectReadable(person);
      await person.picture(`talk-receipt-${say.locale}`);
      expect(await balanceOf(await chat.driver.person(newcomer))).toBe(
        say === german ? '7,50 GEM' : '7.50 GEM',
      );

      await write(person, say.logOut);
      await shown(person, say.loggedOut);
      await write(person, say.sentence);
      await shown(person, say.logInFirst);
      await press(person, say.logIn);
      await person.dialog().waitFor();
      await chat.restart();
      await person.fill({ password });
      for (const part of say.card) await shown(person, part);
      await press(person, say.confirm);
      await person.page.locator('.message').filter({ hasText: say.receipt }).nth(1).waitFor();

      const cards = await person.page.locator('.message .card').allInnerTexts();
      expect(cards.length).toBeGreaterThan(3);
      if (say === german) {
        expect(cards.filter((text) => englishWords.test(text))).toEqual([]);
      }
      expect(person.complaints).toEqual([]);
    },
  );
});
