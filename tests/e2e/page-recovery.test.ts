/** A forgotten password, the profile and the account lock in the page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { detailsFor, openChat, password } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat({ mail: true });
const renewed = 'walrus copper meadow 77';
const codeIn = (text: string): string => /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]\b/.exec(text)![0];

describeInBrowser('a customer in the page', () => {
  let browser: TestBrowser;
  let anna: Person;
  let details: ReturnType<typeof detailsFor>;

  beforeAll(async () => {
    browser = await launchBrowser();
    const { pageUrl, people, channels } = chat.sandbox;
    anna = new Person(await visit(browser, `${pageUrl}#/${people['anna']}/${channels['bank']}`));
    const { email } = await chat.driver.person('Anna');
    details = { ...detailsFor('Anna Miller'), email };
    await anna.command('register');
    await anna.fill(details, ['Female']);
    await anna.press('Choose password');
    await anna.fill({ password, password_again: password }, ['I accept the terms']);
    const number = anna.last().getByText(/^\d{10}$/);
    await number.waitFor();
    anna.number = await number.innerText();
    await anna.command('logout');
    await anna.last().getByText('Logged out').waitFor();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('recovers access with the code from the mailbox', async () => {
    await anna.command('forgot-password');
    expect(await anna.dialog().getByLabel('Account number').inputValue()).toBe(anna.number);
    await anna.fill({ email: details.email, phone: '030 12' });
    await anna.last().getByText('country code').first().waitFor();
    await anna.picture('recovery-to-fix');
    await anna.press('Edit');
    expect(await anna.dialog().getByLabel('E-mail').inputValue()).toBe(details.email);
    await anna.fill({ phone: details.phone });
    await anna.last().getByText('Check your e-mail').waitFor();
    await anna.picture('recovery-asked');

    const code = codeIn(await anna.readMail('Code to reset your password'));
    await anna.picture('recovery-mail');
    await anna.goToServer('Gem Market');
    await anna.press('Enter code');
    await anna.dialog().getByText('never your Discord password').waitFor();
    await anna.picture('recovery-new-password');
    await anna.fill({ code, password: renewed, password_again: `${renewed}!` });
    await anna.last().getByText('The passwords do not match').waitFor();
    await anna.press('Edit');
    expect(await anna.dialog().getByLabel('Code').inputValue()).toBe('');
    await anna.fill({ code, password: renewed, password_again: renewed });
    await anna.last().getByText('Your new password is set').waitFor();
    await anna.picture('recovery-done');
    await anna.press('Log in');
    await anna.fill({ password: renewed });
    await anna.last().getByRole('heading', { name: 'Logged in', exact: true }).waitFor();
  });

  test('changes the pre-filled profile and confirms a new address', async () => {
    await anna.command('profile update');
    const form = anna.dialog();
    expect(await form.getByLabel('Full name').inputValue()).toBe('Anna Miller');
    expect(await form.getByLabel('Phone').inputValue()).toBe(details.phone);
    expect(await form.getByLabel('Current password').inputValue()).toBe('');
    await anna.picture('profile-form');
    await anna.fill({
      full_name: 'Anna Okafor',
      email: 'anna.new@example.org',
      current_password: renewed,
    });
    await anna.last().getByText('anna.new@example.org').waitFor();
    await anna.picture('profile-code-asked');
    const code = codeIn(
      await anna.readMail('Code for your new e-mail address', { toOthers: true }),
    );
    await anna.goToServer('Gem Market');
    await anna.press('Enter code');
    await anna.fill({ code });
    await anna.last().getByText('Your e-mail address has been changed').waitFor();
    await anna.command('profile view');
    await anna.last().getByText('Anna Okafor').waitFor();
    await anna.last().getByText('anna.new@example.org').waitFor();
    await anna.picture('profile');
  });

  test('locks the account from a notice, and lifts the lock by mail', async () => {
    await anna.page.getByRole('button', { name: 'Direct messages' }).click();
    const notice = anna.page
      .locator('.message')
      .filter({ hasText: 'E-mail address changed' })
      .last();
    await notice.getByRole('button', { name: "Wasn't you?" }).click();
    await anna.last().getByText('Lock your account?').waitFor();
    await anna.press('Lock my account');
    await anna.last().getByText('Your account is locked').waitFor();
    await anna.picture('locked');
    await anna.goToServer('Gem Market');
    await anna.command('login');
    await anna.fill({ password: renewed });
    await anna.last().getByText('just e-mailed').waitFor();
    await anna.picture('login-locked');
    const mail = await anna.readMail('Code to unlock your account', { toOthers: true });
    await anna.goToServer('Gem Market');
    await anna.press('Unlock');
    await anna.fill({ password: renewed, code: codeIn(mail) });
    await anna.last().getByText('Your account is unlocked').waitFor();
    await anna.command('login');
    await anna.fill({ password: renewed });
    await anna.last().getByRole('heading', { name: 'Logged in', exact: true }).waitFor();
    await anna.command('session');
    await anna.last().getByText('ended by a lock').waitFor();
    await anna.picture('session');
  });

  test('no rule of Discord was broken, and the page had no error', async () => {
    expect(await chat.driver.findings()).toEqual([]);
    expect(anna.complaints).toEqual([]);
  });
});
