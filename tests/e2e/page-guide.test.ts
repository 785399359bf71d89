/** The first minutes: the page's guide leads from nothing to a payment that its payee reads. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedWorld } from '../../src/app/sandbox.ts';
import { axeFindings } from '../support/axe.ts';
import {
  desktop,
  describeInBrowser,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
import { detailsFor, openChat, password } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat({ seed: seedWorld('Passbook') });

describeInBrowser('the guide for newcomers', () => {
  let browser: TestBrowser;
  let person: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    person = new Person(await visit(browser, chat.sandbox.pageUrl));
  });
  afterAll(async () => {
    await browser.close();
  });

  const guide = () => person.page.getByRole('region', { name: 'First steps' });
  const step = async (text: string) => guide().getByRole('status').getByText(text).waitFor();
  const act = async (label: string) => guide().getByRole('button', { name: label }).click();
  const send = async () => {
    await person.page.keyboard.press('Enter');
  };
  const register = async (name: string) => {
    await act('Type it for me');
    await send();
    await person.fill(detailsFor(name), ['Female']);
    await person.press('Choose password');
    await person.fill({ password, password_again: password }, ['I accept the terms']);
    await person.last().getByText('Your account is open').waitFor();
  };

  test('the next key press after a step is pressed reaches its command', async () => {
    await step('Step 1 of 5');
    await guide().getByRole('button', { name: 'Type it for me' }).focus();
    // Within one task of the page, so before any key press can arrive.
    const isTyping = await person.page.evaluate(`(async () => {
      document.activeElement.click();
      for (let turn = 0; turn < 20; turn += 1) await null;
      return document.activeElement.closest('.command-line') !== null;
    })()`);
    expect(isTyping).toBe(true);
    await person.page.keyboard.press('Escape');
  }, 60_000);

  test('each step says what to type and ticks itself off', async () => {
    await step('Step 1 of 5');
    expect(await axeFindings(person.page)).toEqual([]);
    await person.picture('guide-1280');
    await register('Anna Miller');
    await step('Step 2 of 5');
    await act('Type it for me');
    await send();
    await person.press('Confirm');
    await step('Step 3 of 5');
    await act('Become Ben');
    await register('Ben Okafor');
    await step('Step 4 of 5');
    await act('Become Anna');
    await act('Type it for me');
    await send();
    await person.last().getByText('5.00 GEM').first().waitFor();
    await person.press('Confirm');
    if ((await person.dialog().count()) > 0) await person.fill({ proof: password });
    await step('Step 5 of 5');
    expect(await guide().getByRole('listitem').filter({ hasText: 'done' }).count()).toBe(4);
    await act('Become Ben');
    await act('Open direct messages');
    await person.page.getByText('received 5.00 GEM').waitFor();
    await step('All steps done');
    expect(await axeFindings(person.page)).toEqual([]);
  }, 60_000);

  test.each([
    { locale: 'de', label: 'Erste Schritte', step: 'Alle Schritte erledigt' },
    { locale: 'fr', label: 'Premiers pas', step: 'Toutes les étapes sont faites' },
    { locale: 'es-ES', label: 'Primeros pasos', step: 'Todos los pasos hechos' },
    { locale: 'ja', label: 'はじめに', step: 'すべて完了' },
  ])('it speaks the language of the client: $locale', async ({ locale, label, step: text }) => {
    const ben = await chat.driver.person('Ben');
    await ben.change({ locale });
    const line = person.page.getByRole('region', { name: label });
    await line.getByRole('status').getByText(text).waitFor();
    expect(await person.page.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2));
    expect(await axeFindings(person.page)).toEqual([]);
    await person.page.setViewportSize(phone);
    await person.picture(`guide-390-${locale}`);
    expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await person.page.setViewportSize(desktop);
    await ben.change({ locale: 'en-US' });
    await guide().waitFor();
  });

  test('it fits a phone, and stays closed once closed', async () => {
    await person.page.setViewportSize(phone);
    await person.picture('guide-390');
    const box = await guide().boundingBox();
    expect(box?.width).toBeLessThanOrEqual(phone.width);
    expect(await axeFindings(person.page)).toEqual([]);
    const close = guide().getByRole('button', { name: 'Close the guide' });
    await close.focus();
    await send();
    await guide().waitFor({ state: 'detached' });
    await person.page.reload();
    await person.page.getByRole('textbox', { name: /^Message/ }).waitFor();
    expect(await guide().count()).toBe(0);
    expect(person.complaints).toEqual([]);
  });
});
