/** Forms, cards, refusals and amounts in the person's language, through the real router. */
import { beforeEach, describe, expect, test } from 'vitest';
import { openPerson, type Person } from '../support/bank.ts';
import { openGround } from '../support/stage/ground.ts';
import { at, guilds, of, type Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';
import { openWire } from '../support/stage/wire.ts';

const ground = openGround();
let anna: Person;
let ben: Person;
beforeEach(async () => {
  [anna, ben] = [await openPerson(ground.bank, 200_000n), await openPerson(ground.bank)];
});

const by = (locale: string, person = anna): Principal => ({
  ...of(person, { name: 'a customer', place: at(guilds.customers), role: null }),
  locale,
});
const fill = async (who: Principal, path: string, values: Record<string, string>) =>
  ground.wire.submit(
    who,
    `v1:${path}:form:`,
    submittedParts(ground.registry.get(path)!.form!, values),
  );
const choose = async (who: Principal, language: string) => fill(who, 'language', { language });

describe('a card', () => {
  test.each([
    ['en-US', 'Send money?', '12.50 GEM', '1,987.50 GEM'],
    ['de', 'Geld überweisen?', '12,50 GEM', '1.987,50 GEM'],
    ['fr', 'Faire ce virement', '12,50 GEM', '1\u202f987,50 GEM'],
    ['es-ES', '¿Enviar dinero?', '12,50 GEM', '1987,50 GEM'],
    ['es-419', '¿Enviar dinero?', '12.50 GEM', '1,987.50 GEM'],
    ['ja', '送金', '12.50 GEM', '1,987.50 GEM'],
    ['sv-SE', 'Send money?', '12.50 GEM', '1,987.50 GEM'],
  ])('in %s has its words and numbers', async (locale, title, sum, left) => {
    const to = ben.accountNumber;
    const card = await fill(by(locale), 'transfer', { to, amount: sum });
    expect(card.text).toContain(title);
    expect(card.text).toContain(sum);
    expect(card.text).toContain(left);
  });
});

test('people with different languages at the same time get each their own', async () => {
  const titles = { de: 'Guthaben', 'en-US': 'Balance', fr: 'Solde', ja: '残高' };
  const wires = Object.entries(titles).map(([locale, title]) => {
    const { bank, registry } = ground;
    return { locale, title, wire: openWire({ bank, registry, staffGuildId: guilds.staff }) };
  });
  const people = await Promise.all(wires.map(async () => openPerson(ground.bank)));
  const answers = await Promise.all(
    wires.map(async ({ wire, locale }, at) => wire.command(by(locale, people[at]), 'balance')),
  );
  for (const [at, { title }] of wires.entries()) expect(answers[at]?.text).toContain(title);
  for (const { wire } of wires) await wire.close();
});

describe('an amount that could be two', () => {
  test('is asked for again with both, and nothing moves', async () => {
    const order = { to: ben.accountNumber, amount: '12,500' };
    const asked = await fill(by('de'), 'transfer', order);
    expect(asked.text).toContain('**Betrag** – „12,500“ kann 12.500,00 GEM oder 12,50 GEM heißen.');
    const edit = asked.buttons.find((id) => id.includes(':edit:'))!;
    const form = await ground.wire.press(by('de'), edit);
    expect(form.filled).toMatchObject(order);
  });
});

describe('/language', () => {
  test('changes this answer and all that follow, back again, too', async () => {
    expect((await choose(by('en-US'), 'de')).text).toContain('Sprache geändert');
    expect((await ground.wire.command(by('en-US'), 'balance')).text).toContain('Guthaben');
    const form = await ground.wire.command(by('en-US'), 'transfer');
    expect(form.text).toContain('Betrag');
    const refused = await fill(by('en-US'), 'transfer', { to: '123', amount: '1.250,50' });
    expect(refused.text).toContain('diese hat 3');
    expect((await choose(by('fr'), 'discord')).text).toContain('Langue modifiée');
    expect((await ground.wire.command(by('en-US'), 'balance')).text).toContain('Balance');
  });

  test('is kept for a visitor, who opens an account in it', async () => {
    const visitor = { ...ground.who('visitor'), locale: 'en-US' };
    await choose(visitor, 'es');
    const form = await ground.wire.command(visitor, 'register');
    expect(form.text).toContain('Nombre');
  });

  test('Discord’s locale is stored for messages, once for each change', async () => {
    await ground.wire.command(by('fr'), 'balance');
    expect(await ground.bank.languages.of(anna.discordUserId)).toEqual({
      choice: null,
      locale: 'fr',
    });
    await ground.wire.command(by('ja'), 'balance');
    expect((await ground.bank.languages.of(anna.discordUserId)).locale).toBe('ja');
  });
});
