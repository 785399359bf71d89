/** What tests of the bank's own page share: cards with links, and pages filled in without JS. */
import { expect } from 'vitest';
import { type Answer, type Player, textOf } from '../../src/sandbox/driver.ts';
import { codeOn, linkOn, type PageAnswer, type PageClient } from '../support/page-client.ts';
import { detailsFor, password, said } from './chat.ts';

export const cardOf = (answer: Answer) => {
  if (answer.kind !== 'message') throw new Error(`Expected a card, got ${answer.kind}`);
  return answer.message;
};

/** Opens the link of a card and checks that both show the same code. */
export async function openFrom(answer: Answer, by: PageClient): Promise<PageAnswer> {
  const page = await by.openFrom(cardOf(answer));
  expect(page.status).toBe(200);
  expect(codeOn(page.text)).toBe(codeOn(said(answer)));
  return page;
}

/** Fills in the page of the card; returns what the card shows afterwards. */
export async function fillOnPage(
  person: Player,
  answer: Answer,
  { by, values }: { readonly by: PageClient; readonly values: Readonly<Record<string, string>> },
): Promise<string> {
  await openFrom(answer, by);
  const card = cardOf(answer);
  const sent = await by.send(values);
  expect(sent.text).toContain('You can close this page');
  const changed = await person.seesChange(card, (message) => linkOn(message) === '');
  return textOf(changed);
}

/** Registers, with the password on the page; returns the account number. */
export async function register(
  person: Player,
  by: PageClient,
  details: ReturnType<typeof detailsFor>,
): Promise<string> {
  await person.run('/register');
  await person.fill({ ...details, email: person.email });
  const asked = await person.press('Choose password');
  const values = { password, password_again: password, terms: 'yes' };
  const welcome = await fillOnPage(person, asked, { by, values });
  return /`(\d{10})`/.exec(welcome)![1]!;
}
