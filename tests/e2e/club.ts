/** A club in the chat: a role whose members owe dues, a treasurer, and what they press. */
import { expect } from 'vitest';
import type { Answer, Driver, Player } from '../../src/sandbox/driver.ts';
import type { WorldSeed } from '../../src/sandbox/index.ts';
import { controlOf } from '../sandbox/control.ts';
import { exactly, newRequestId, place } from '../support/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import { detailsFor, password, said, type Chat } from './chat.ts';

const firstNames = ['Ada', 'Bruno', 'Clara', 'Deniz', 'Emil', 'Fatou', 'Greta', 'Hugo'];
const lastNames = ['Berg', 'Conti', 'Dubois', 'Endo', 'Fischer'];
const members = lastNames.flatMap((last) =>
  firstNames.map((first) => ({ key: `${first} ${last}`.toLowerCase(), name: `${first} ${last}` })),
);
export const memberKeys = members.map(({ key }) => key);

/** Forty members with accounts, one without, a treasurer, and a person outside the club. */
export const clubSeed: WorldSeed = {
  application: { name: 'Passbook', description: 'A bank you use by chatting with it.' },
  people: [
    { key: 'tilda', displayName: 'Tilda', ownsApplication: true },
    { key: 'nora', displayName: 'Nora' },
    { key: 'olaf', displayName: 'Olaf' },
    ...members.map(({ key, name }) => ({ key, displayName: name })),
  ],
  servers: [
    {
      key: 'customers',
      name: 'Rowing club',
      owner: 'tilda',
      members: ['nora', 'olaf', ...memberKeys],
      channels: [{ key: 'bank', name: 'bank', topic: 'Talk to the bank here' }],
    },
  ],
  hint: 'Type /register',
};

/** Gives the people a new role of the server; its id. */
export async function newRole(
  { sandbox, driver }: Pick<Chat, 'sandbox'> & { readonly driver: Driver },
  name: string,
  keys: readonly string[],
): Promise<string> {
  const control = controlOf({ sandbox, driver });
  const path = `/servers/${sandbox.servers['customers']}`;
  const { body } = await control('POST', `${path}/roles`, { name });
  const role = body.roles.find((one) => one.name === name)!.id;
  for (const key of keys) {
    const { status } = await control('PUT', `${path}/members/${sandbox.people[key]}`, {
      roles: [role],
    });
    expect(status).toBe(200);
  }
  return role;
}

/** Accounts of all members with 20.00 each, without the forms. */
export async function openAccounts({ bank, sandbox }: Chat): Promise<void> {
  for (const { key, name } of members) {
    const { email, phone } = detailsFor(name);
    const rest = { dateOfBirth: '1990-12-31', gender: 'female' } as const;
    const { session } = await bank.customers.register({
      discordUserId: sandbox.people[key] as m.DiscordUserId,
      place,
      details: { fullName: name, email, phone, ...rest },
      password,
    });
    const deposit = { requestId: newRequestId(), wish: exactly(2_000n), memo: null };
    await bank.payments.deposit(session, deposit);
  }
}

export async function inTens<One>(all: readonly One[], work: (one: One) => Promise<unknown>) {
  for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(work));
}

/** Confirms, with the password if the card asks for it. */
export async function confirm(person: Player): Promise<string> {
  const answer = await person.press('Confirm');
  return said(answer.kind === 'modal' ? await person.fill({ proof: password }) : answer);
}

/** Presses *Pay* on the request in the person's direct messages; changes the amount if given. */
export async function payFromMessage(
  person: Player,
  sum: string,
  amount?: string,
): Promise<string> {
  const request = await person.sees(`You are asked for ${sum}`, { dm: true });
  let card: Answer = await person.press('Pay', { on: request });
  expect(said(card)).toContain('This pays a request by Tilda');
  if (amount !== undefined) {
    await person.press('Edit');
    card = await person.fill({ amount });
    expect(said(card)).toContain('This pays a request by Tilda');
  }
  return confirm(person);
}
