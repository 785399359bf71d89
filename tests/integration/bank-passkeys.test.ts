/** Passkeys at the bank: each reason why an answer is refused, one by one. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { aboutCard, aboutPerson } from '../../src/bank/index.ts';
import { Authenticator, type Lie } from '../support/authenticator.ts';
import { password, type Person } from '../support/bank.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const origin = 'https://bank.example.org';
const opened = withBank({ settings: { page: { origin } }, balances: { anna: 50_000n, ben: 0n } });
const { bank, database } = opened;

const challengeIn = (options: unknown): string => (options as { challenge: string }).challenge;

async function add(person: Person, key: Authenticator, lie: Lie = {}, name = 'Phone') {
  const { session } = person;
  const random = randomBytes(32);
  const response = key.make(challengeIn(await bank.passkeys.offer(session, random)), lie);
  await bank.passkeys.add(session, { proof: password, response, random, name });
}

async function logIn(person: Person, key: Authenticator, lie: Lie = {}) {
  const { discordUserId, place } = person.session;
  const random = randomBytes(32);
  const about = aboutPerson('login', discordUserId);
  const options = await bank.passkeys.ask(discordUserId, { random, about });
  const response = key.answer(challengeIn(options), lie);
  return bank.sessions.loginByPasskey({ discordUserId, place, passkey: { response, random } });
}

/** A confirm card, and the answer of a passkey for it. */
async function card(person: Person, payload: string) {
  const { discordUserId } = person.session;
  const asked = { discordUserId, kind: 'CONFIRM', command: 'transfer', payload } as const;
  return bank.pending.open({ ...asked, needsProof: true });
}

const forgetFailures = async () => database.pool.write('DELETE FROM login_counters');
const events = async (action: string) =>
  (await database.pool.rows('SELECT id FROM audit WHERE action = ?', [action])).length;

test('a passkey is added with a proof, named, listed, used and removed', async () => {
  const { anna } = opened;
  const key = new Authenticator(origin);
  expect(await bank.passkeys.list(anna.session)).toEqual([]);
  await add(anna, key, {}, 'My phone');
  const session = await logIn(anna, key);
  expect(session.customerId).toBe(anna.session.customerId);
  const [listed] = await bank.passkeys.list(session);
  expect(listed).toMatchObject({ name: 'My phone', usedAt: expect.any(Date) as Date });
  const remove = async (isProved: boolean) =>
    bank.passkeys.remove(session, listed!.id, { isProved });
  expect(await refusal(remove(false))).toBe('STEP_UP_NEEDED');
  await remove(true);
  expect(await refusal(remove(true))).toBe('PASSKEY_MISSING');
  expect(await refusal(bank.passkeys.list(anna.session))).toBe('SESSION_EXPIRED');
  for (const action of ['PASSKEY_ADDED', 'PASSKEY_REMOVED']) expect(await events(action)).toBe(1);
});

test('no passkey is added with a wrong password, for another page, or twice', async () => {
  const { anna, ben } = opened;
  const key = new Authenticator(origin);
  const random = randomBytes(32);
  const response = key.make(challengeIn(await bank.passkeys.offer(anna.session, random)));
  const made = { response, random, name: 'Phone' };
  const wrong = bank.passkeys.add(anna.session, { ...made, proof: 'not the password' });
  expect(await refusal(wrong)).toBe('PASSWORD_WRONG');
  await forgetFailures();
  for (const lie of [
    { origin: 'https://evil.example.org' },
    { domain: 'evil.example.org' },
    { isVerified: false },
  ]) {
    expect(await refusal(add(anna, new Authenticator(origin), lie))).toBe('PASSKEY_WRONG');
  }
  const other = { ...made, random: randomBytes(32), proof: password };
  expect(await refusal(bank.passkeys.add(anna.session, other))).toBe('PASSKEY_WRONG');
  const of = { ...made, proof: password };
  expect(await refusal(bank.passkeys.add(ben.session, of))).toBe('PASSKEY_WRONG');
  await bank.passkeys.add(anna.session, of);
  expect(await refusal(bank.passkeys.add(anna.session, of))).toBe('PASSKEY_WRONG');
});

test('the first passkey after a registration needs no proof, and no other one does without', async () => {
  const made = async (session: Person['session'], proof: string | null = null) => {
    const random = randomBytes(32);
    const key = new Authenticator(origin);
    const response = key.make(challengeIn(await bank.passkeys.offer(session, random)));
    return bank.passkeys.add(session, { proof, response, random, name: 'Phone' });
  };
  const { anna, ben } = opened;
  await made(anna.session);
  // A second one.
  expect(await refusal(made(anna.session))).toBe('STEP_UP_NEEDED');
  await made(anna.session, password);
  // In a later session, though there is no passkey yet.
  const { discordUserId, place } = ben.session;
  const login = { discordUserId, place, accountNumber: ben.accountNumber, password };
  const later = await bank.sessions.login(login);
  expect(await refusal(made(later))).toBe('STEP_UP_NEEDED');
  expect(await refusal(made(ben.session))).toBe('SESSION_EXPIRED');
  // Long after the registration.
  await database.pool.write('DELETE FROM passkeys');
  await database.pool.write('UPDATE sessions SET created_at = created_at - INTERVAL 15 MINUTE');
  expect(await refusal(made(anna.session))).toBe('STEP_UP_NEEDED');
});

test('an eleventh passkey is refused', async () => {
  const { anna } = opened;
  for (let count = 0; count < 10; count += 1) await add(anna, new Authenticator(origin));
  expect(await refusal(add(anna, new Authenticator(origin)))).toBe('PASSKEYS_TOO_MANY');
});

test('a login is refused for every lie, and counts like a wrong password', async () => {
  const { anna, ben } = opened;
  const key = new Authenticator(origin);
  await add(anna, key);
  const lies: readonly Lie[] = [
    { origin: 'https://evil.example.org' },
    { origin: 'http://bank.example.org' },
    { domain: 'example.org' },
    { isVerified: false },
    { isForged: true },
  ];
  for (const lie of lies) {
    await forgetFailures();
    expect(await refusal(logIn(anna, key, lie))).toBe('PASSKEY_WRONG');
  }
  expect(await refusal(logIn(anna, key))).toBe('LOCKED_OUT');
  await forgetFailures();
  const stranger = new Authenticator(origin);
  expect(await refusal(logIn(anna, stranger))).toBe('PASSKEY_WRONG');
  // Another customer's passkey, however right its signature.
  await add(ben, stranger);
  await forgetFailures();
  expect(await refusal(logIn(anna, stranger))).toBe('PASSKEY_WRONG');
  expect(await events('PASSKEY_REFUSED')).toBe(7);
});

test('an answer is right once: a counter that does not rise is refused and reported', async () => {
  const { anna } = opened;
  const key = new Authenticator(origin);
  await add(anna, key);
  await logIn(anna, key, { counter: 9 });
  for (const counter of [9, 8, 0]) {
    await forgetFailures();
    expect(await refusal(logIn(anna, key, { counter }))).toBe('PASSKEY_CLONED');
  }
  expect(await events('PASSKEY_CLONED')).toBe(3);
  await forgetFailures();
  await logIn(anna, key, { counter: 10 });
});

test('synchronised passkeys, which count nothing, work more than once', async () => {
  const { anna } = opened;
  const key = new Authenticator(origin);
  await add(anna, key, { counter: 0 });
  await logIn(anna, key, { counter: 0 });
  await logIn(anna, key, { counter: 0 });
});

test('an approval is for one card, with the payee and amount stored in it', async () => {
  const { anna } = opened;
  const key = new Authenticator(origin);
  await add(anna, key);
  const { session } = anna;
  const [five, nine] = [
    await card(anna, '{"to":"ben","units":5}'),
    await card(anna, '{"units":9}'),
  ];
  const random = randomBytes(32);
  const asked = { random, about: aboutCard(five) };
  const options = await bank.passkeys.ask(session.discordUserId, asked);
  const proof = { response: key.answer(challengeIn(options)), random };
  expect(await refusal(bank.pending.prove(nine.requestId, session, proof))).toBe('PASSKEY_WRONG');
  await forgetFailures();
  const elsewhere = { ...proof, random: randomBytes(32) };
  expect(await refusal(bank.pending.prove(five.requestId, session, elsewhere))).toBe(
    'PASSKEY_WRONG',
  );
  await forgetFailures();
  await bank.pending.prove(five.requestId, session, proof);
  const taken = await bank.pending.take(five.requestId, session.discordUserId, session);
  expect(taken).toMatchObject({ takenNow: true, action: { isProved: true } });
  const other = await bank.pending.take(nine.requestId, session.discordUserId, session);
  expect(other?.action.state).toBe('OPEN');
});

test('a person without a passkey is asked for none', async () => {
  const { anna } = opened;
  const key = new Authenticator(origin);
  await add(anna, key);
  await database.pool.write('DELETE FROM passkeys');
  const about = aboutPerson('login', anna.session.discordUserId);
  const asked = { random: randomBytes(32), about };
  expect(await bank.passkeys.ask(anna.session.discordUserId, asked)).toBeNull();
});
