/**
 * A sample of the access matrix, end to end: each kind of person uses a customer's command and
 * presses a forged staff button.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { forge, openChat, password, register, said } from './chat.ts';

const chat = openChat();
const here = { channel: 'bank' };
const staff = { channel: 'staff' };
const foreign = { channel: 'general' };
const direct = { dm: true };
const reason = 'by the book';
const people: Record<string, Player> = {};
const numbers: Record<string, string> = {};

const who = (name: string): Player => people[name]!;

beforeAll(async () => {
  for (const name of ['Anna', 'Ben', 'Mona', 'Max', 'Tara', 'Viktor']) {
    people[name] = await chat.driver.person(name);
  }
  for (const name of ['Anna', 'Mona', 'Max', 'Tara', 'Viktor']) {
    numbers[name] = await register(who(name), `${name} Berg`);
  }
  for (const member of [who('Mona'), who('Max')]) {
    await who('Mona').run('/staff role grant', { member, role: 'MANAGER', reason }, staff);
  }
});

type Place = typeof here | typeof direct;

/** Presses a staff button forged onto the person's own card; returns the answer. */
async function pressStaffButton(person: Player, place: Place): Promise<string> {
  const card = await person.run('/help', {}, place);
  if (card.kind !== 'message') throw new Error(card.text);
  const before = new Set((await person.messages(place)).map(({ id }) => id));
  const customId = 'v1:staff approvals list:next-open:.0';
  await forge(chat, person, { messageId: card.message.id, customId });
  let seen = '';
  await expect
    .poll(async () => {
      const messages = await person.messages(place);
      const changed = messages.filter(
        ({ id, ...message }) =>
          !before.has(id) || (id === card.message.id && textOf({ id, ...message }) !== card.text),
      );
      seen = changed.map(textOf).join('\n');
      return seen;
    })
    .not.toBe('');
  return seen;
}

const balance = async (person: Player, place: Place): Promise<string> =>
  said(await person.run('/balance', {}, place));

const refused = 'for the bank’s staff';

describe('a staff button is refused for', () => {
  test('a visitor without an account', async () => {
    expect(await balance(who('Ben'), here)).toContain('not have an account here yet');
    expect(await pressStaffButton(who('Ben'), here)).toContain(refused);
  });

  test('a customer, logged in or logged out', async () => {
    expect(await balance(who('Anna'), here)).toContain('Balance');
    expect(await pressStaffButton(who('Anna'), here)).toContain(refused);
    await who('Anna').run('/logout', {}, here);
    expect(await balance(who('Anna'), here)).toContain('not logged in');
    expect(await pressStaffButton(who('Anna'), here)).toContain(refused);
    await who('Anna').run('/login', {}, here);
    expect(said(await who('Anna').fill({ password }))).toContain('Logged in');
  });

  test('the owner of another server', async () => {
    expect(await balance(who('Viktor'), foreign)).toContain('Balance');
    expect(await pressStaffButton(who('Viktor'), foreign)).toContain(refused);
  });

  test('a manager outside the staff server', async () => {
    for (const place of [here, direct]) {
      expect(await balance(who('Max'), place)).toContain('Balance');
      expect(await pressStaffButton(who('Max'), place)).toContain(refused);
    }
  });

  test('a frozen customer, who still sees the balance', async () => {
    const about = { account_number: numbers['Anna']!, reason };
    await who('Max').run('/staff customer freeze', about, staff);
    await who('Anna').run('/login', {}, here);
    await who('Anna').fill({ password });
    expect(await balance(who('Anna'), here)).toContain('Balance');
    expect(said(await who('Anna').run('/withdraw', { amount: '1' }, here))).toContain('frozen');
    expect(await pressStaffButton(who('Anna'), here)).toContain(refused);
  });
});

describe('a staff button in the staff server works for', () => {
  const approve = async (): Promise<void> => {
    await who('Max').run('/staff approvals list', {}, staff);
    await who('Max').press('Approve');
  };

  test('a manager', async () => {
    expect(await pressStaffButton(who('Mona'), staff)).not.toContain(refused);
  });

  test.each(['TELLER', 'AUDITOR'])('a %s, until the role is revoked', async (role) => {
    const member = who('Tara');
    await who('Mona').run('/staff role grant', { member, role, reason }, staff);
    await approve();
    expect(await pressStaffButton(member, staff)).not.toContain(refused);
    expect(await pressStaffButton(member, foreign)).toContain(refused);
    await who('Mona').run('/staff role revoke', { member, reason }, staff);
    expect(await pressStaffButton(member, staff)).toContain(refused);
  });
});
