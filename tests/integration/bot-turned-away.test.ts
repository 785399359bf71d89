/** Input that forms used to refuse: it is accepted, or asked again. */
import { describe, expect, test } from 'vitest';
import type { RawValues } from '../../src/bot/forms/field.ts';
import { openGround } from '../support/stage/ground.ts';
import type { Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';
import { discordId, openBank, openPerson } from '../support/bank.ts';

const ground = openGround();

async function submit(by: Principal, path: string, values: RawValues) {
  const { form } = ground.registry.get(path)!;
  return ground.wire.submit(by, `v1:${path}:form:`, submittedParts(form!, values));
}

describe('a registration', () => {
  const register = async (values: RawValues, locale = 'en-US') => {
    const details = { ...ground.values('register', 0), ...values };
    return submit({ ...ground.who('visitor'), locale }, 'register', details);
  };

  test('accepts a name with marks that its script needs', async () => {
    for (const full_name of ['ローラ スミス', 'Kaʻiulani', 'علی‌رضا', 'ක්‍රිෂාන්']) {
      expect((await register({ full_name })).text).not.toContain('Please correct');
    }
  });

  test('accepts a date in the person’s language, and asks again if it is ambiguous', async () => {
    const date_of_birth = '3.4.1990';
    const german = await register({ date_of_birth }, 'de');
    expect(german.text).not.toContain('Please correct');
    const english = await register({ date_of_birth });
    expect(english.text).toContain('**Date of birth**');
    expect(english.text).toContain('Write 1990-04-03 for 3 April or 1990-03-04 for 4 March.');
    const edit = english.buttons.find((id) => id.includes(':edit:'))!;
    const again = await ground.wire.press(ground.who('visitor'), edit);
    expect(again.filled['date_of_birth']).toBe(date_of_birth);
  });
});

test('an amount is accepted as cards print it', async () => {
  const card = await submit(ground.who('customer'), 'deposit', { amount: '5.00 GEM' });
  expect(card.text).toContain('Deposit money?');
  const other = await submit(ground.who('customer'), 'deposit', { amount: '5 EUR' });
  expect(other.text).toContain(
    '**Amount** – This bank’s only currency is GEM. Enter the number alone',
  );
});

describe('staff find a customer', () => {
  test('by text from a card, a phone call or Discord', async () => {
    const anna = await openPerson(ground.bank);
    const { accountNumber, discordUserId, details } = anna;
    const queries = [
      accountNumber.slice(-4),
      `…${accountNumber.slice(-4)}`,
      details.phone,
      details.phone.replace('+4930', '+49 (0)30 '),
      discordUserId,
      `<@${discordUserId}>`,
      `<@!${discordUserId}>`,
      details.email.toUpperCase(),
    ];
    for (const query of queries) {
      const found = await submit(ground.who('manager'), 'staff customer find', { query });
      expect(found.text, query).toContain(accountNumber);
    }
  });

  test.each([
    ['+49 30', 'too short'],
    ['1234567890', 'typing mistake'],
    ['12345', 'its last four digits'],
    ['anna@example', 'needs an ending'],
    ['<@12>', 'developer mode'],
  ])('%s is refused with a reason', async (query, part) => {
    const answer = await submit(ground.who('manager'), 'staff customer find', { query });
    expect(answer.text).toContain(part);
  });
});

test('a national phone number finds a customer if the bank has a country', async () => {
  const bank = await openBank(ground.database.pool, { settings: { defaultRegion: 'DE' } });
  const anna = await openPerson(bank);
  const query = anna.details.phone.replace('+4930', '030 ');
  const { session } = ground.who('manager');
  const found = await bank.counter.find(session!, { query });
  expect(found.map(({ member }) => member)).toEqual([anna.discordUserId]);
  await bank.close();
});

describe('a Discord user outside the server', () => {
  const relink = async (values: RawValues) => {
    const { accountNumber: account_number } = await openPerson(ground.bank);
    const more = { account_number, reason: 'lost the old account' };
    return submit(ground.who('manager'), 'staff customer relink', { ...more, ...values });
  };

  test('is named by id or mention, and gets the account', async () => {
    for (const name of [(id: string) => id, (id: string) => `<@${id}>`]) {
      const answer = await relink({ discord_id: name(discordId()) });
      expect(answer.text).toContain('Nothing has happened yet');
    }
  });

  test('must be named in exactly one valid way', async () => {
    expect((await relink({})).text).toContain('Fill in “New Discord user” or');
    const both = { member: [discordId()], discord_id: discordId() };
    expect((await relink(both)).text).toContain('Fill in only one');
    const wrong = await relink({ discord_id: '@viktor' });
    expect(wrong.text).toContain('17 to 20 digits');
  });

  test('can lose a role after leaving the server', async () => {
    const gone = await openPerson(ground.bank);
    const values = { discord_id: gone.discordUserId, reason: 'left the staff' };
    const answer = await submit(ground.who('manager'), 'staff role revoke', values);
    expect(answer.text).toContain('role');
    expect(answer.text).not.toContain('Please correct');
  });
});
