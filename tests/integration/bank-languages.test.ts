/** The language in which the bank writes to a person: chosen, or as Discord last showed itself. */
import { expect, test } from 'vitest';
import type { DiscordUserId } from '../../src/bank/index.ts';
import { inLanguageOf, words } from '../../src/words/index.ts';
import { newRequestId, password, pay, place } from '../support/bank.ts';
import { takeMail, takeMessages } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({
  settings: { canMail: true },
  balances: { anna: 1000n, ben: 0n },
});
const visitor = '299999999999999999' as DiscordUserId;

const languageOf = async (person: DiscordUserId) =>
  (await bank.access.identify(person, place)).language;

test('a choice is known at the next interaction, of visitors, too', async () => {
  expect(await languageOf(visitor)).toBeUndefined();
  for (const person of [visitor, anna.discordUserId]) {
    await bank.languages.seen(person, 'es-419');
    await bank.languages.choose(person, 'de');
    await bank.languages.choose(person, 'de');
    expect(await languageOf(person)).toEqual({ choice: 'de', locale: 'es-419' });
    expect(await bank.languages.of(person)).toEqual({ choice: 'de', locale: 'es-419' });
    await bank.languages.choose(person, null);
    expect(await languageOf(person)).toEqual({ choice: null, locale: 'es-419' });
  }
  expect(await bank.languages.of(ben.discordUserId)).toEqual({ choice: null, locale: null });
});

test('what is no locale of Discord is not stored', async () => {
  for (const locale of ['', 'de; DROP', 'x'.repeat(300), '日本語', '../de']) {
    await bank.languages.seen(ben.discordUserId, locale);
  }
  expect(await bank.languages.of(ben.discordUserId)).toEqual({ choice: null, locale: null });
});

test('messages and mails carry the language of their recipient', async () => {
  await takeMessages(bank);
  await takeMail(bank);
  await bank.languages.choose(anna.discordUserId, 'ja');
  await bank.languages.seen(ben.discordUserId, 'fr');
  await pay(bank, anna, ben, 100n);
  await bank.locks.lock({ discordUserId: anna.discordUserId, place });
  const titles = new Map(
    (await takeMessages(bank)).map(({ recipient, notice, language }) => [
      `${notice.kind} ${recipient}`,
      inLanguageOf(language, () => words.errors.fix.edit),
    ]),
  );
  expect(titles.get(`MONEY_SENT ${anna.discordUserId}`)).toBe('修正');
  expect(titles.get(`MONEY_RECEIVED ${ben.discordUserId}`)).toBe('Modifier');
  const mails = await takeMail(bank);
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.map(({ language }) => language.choice)).toEqual(mails.map(() => 'ja'));
});

test('the language is in the export, and is erased with the person', async () => {
  await bank.languages.choose(ben.discordUserId, 'fr');
  const { json } = await bank.privacy.export(ben.session, password);
  expect(JSON.parse(json)).toMatchObject({ language: { choice: 'fr' } });
  await bank.privacy.erase(ben.session, { requestId: newRequestId(), isProved: true });
  const rows = await database.pool.rows('SELECT choice FROM languages WHERE discord_user_id = ?', [
    ben.discordUserId,
  ]);
  expect(rows).toEqual([]);
});
