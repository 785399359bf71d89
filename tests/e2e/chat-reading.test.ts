import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, fieldsOf, textOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import { deposit, forge, formIn, openChat, password, prefilledIn, register, said } from './chat.ts';

const chat = openChat();
let anna: Player;
let ben: Player;
let annasNumber = '';
let bensNumber = '';

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  annasNumber = await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  for (let entry = 1; entry <= 19; entry += 1) await deposit(anna, `${entry}`);
  await anna.run('/transfer', { to: bensNumber, amount: '5', memo: 'garden @everyone chairs' });
  await anna.press('Confirm');
});

const buttons = (answer: Answer): string[] =>
  answer.kind === 'message' ? buttonsOf(answer.message) : [];
const sums = (answer: Answer): string[] => said(answer).match(/[+−][\d.,]+(?= GEM)/g) ?? [];

describe('/history', () => {
  test('turns pages of eight in both directions, stable while new entries arrive', async () => {
    const first = await anna.run('/history');
    expect(sums(first)).toEqual([
      '−5.00',
      '+19.00',
      '+18.00',
      '+17.00',
      '+16.00',
      '+15.00',
      '+14.00',
      '+13.00',
    ]);
    expect(buttons(first)).toEqual(['Older', 'Filter', 'Receipt']);
    expect(said(first)).toContain('balance 185.00 GEM');
    expect(said(first)).toContain('Transfer to Ben O.');
    expect(said(first)).toMatch(/\*\*\+19.00 GEM\*\* Deposit · /);
    await ben.run('/transfer', { to: annasNumber, amount: '1' });
    await ben.press('Confirm');
    if (first.kind !== 'message') throw new Error();
    const second = await anna.press('Older', { on: first.message });
    expect(sums(second)).toEqual([
      '+12.00',
      '+11.00',
      '+10.00',
      '+9.00',
      '+8.00',
      '+7.00',
      '+6.00',
      '+5.00',
    ]);
    expect(buttons(second)).toEqual(['Newer', 'Older', 'Filter', 'Receipt']);
    const third = await anna.press('Older');
    expect(sums(third)).toEqual(['+4.00', '+3.00', '+2.00', '+1.00']);
    expect(buttons(third)).toEqual(['Newer', 'Filter', 'Receipt']);
    expect(sums(await anna.press('Newer'))).toEqual(sums(second));
    const newest = await anna.press('Newer');
    expect(sums(newest)).toEqual([...sums(first)]);
    expect(sums(await anna.press('Newer'))[0]).toBe('+1.00');
  });

  test('filters, keeps the filter across pages, and reopens it pre-filled', async () => {
    await anna.run('/history', { type: 'DEPOSIT' });
    const second = await anna.press('Older');
    expect(sums(second)[0]).toBe('+11.00');
    expect(prefilledIn(await anna.press('Filter'))).toEqual({
      type: ['DEPOSIT'],
      from_date: '',
      to_date: '',
      counterparty: '',
      text: '',
    });
    const found = await anna.fill({ type: [], text: 'garden' });
    expect(sums(found)).toEqual(['−5.00']);
    expect(buttons(found)).toEqual(['Filter', 'Show all', 'Receipt']);
    expect(sums(await anna.press('Show all'))).toHaveLength(8);
  });

  test('an option without a field in the form stays when the form is submitted', async () => {
    const out = await anna.run('/history', { direction: 'out' });
    expect(sums(out).every((sum) => sum.startsWith('−'))).toBe(true);
    expect((await anna.press('Filter')).kind).toBe('modal');
    const again = sums(await anna.fill({ to_date: new Date().toISOString().slice(0, 10) }));
    expect(again).toEqual(sums(out));
  });

  test('finds entries by counterparty and day, and explains invalid days', async () => {
    expect(sums(await anna.run('/history', { counterparty: bensNumber.slice(-4) }))).toHaveLength(
      2,
    );
    expect(sums(await anna.run('/history', { counterparty: 'ben' }))).toHaveLength(2);
    const today = new Date().toISOString().slice(0, 10);
    expect(sums(await anna.run('/history', { from_date: today, to_date: today }))).toHaveLength(8);
    expect(said(await anna.run('/history', { to_date: '2000-01-01' }))).toContain(
      'No entries match',
    );
    expect(sums(await anna.run('/history', { days: 1 }))).toHaveLength(8);
    const form = formIn(await anna.press('Filter'));
    const from = fieldsOf(form).find(({ customId }) => customId === 'from_date');
    expect(from?.prefilled).toBe(today);
    await anna.closeForm();
    expect(said(await anna.run('/history', { days: 7, to_date: today }))).toContain('either days');
    const many = await anna.run('/history', { days: 4_000 }, { unchecked: true });
    expect(said(many)).toContain('from 1 to 3660');
    const wrong = await anna.run('/history', { from_date: '2026-01-02', to_date: '2026-01-01' });
    expect(said(wrong)).toContain('before the “From” date');
    expect(said(await anna.run('/history', { from_date: 'yesterday' }))).toContain('YYYY-MM-DD');
  });

  test('shows a memo without mentioning anyone', async () => {
    const page = said(await anna.run('/history', { text: 'garden' }));
    expect(page).not.toContain('@everyone');
    expect(page.replaceAll('\u200b', '')).toContain('`garden @everyone chairs`');
  });

  test('explains that a filtered list has expired', async () => {
    const list = await anna.run('/history', { type: 'DEPOSIT' });
    if (list.kind !== 'message') throw new Error(list.text);
    await chat.database.pool.write(
      "UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'",
    );
    expect(said(await anna.press('Older', { on: list.message }))).toContain('has expired');
  });

  test('never shows entries of another customer, even for a forged button', async () => {
    const own = await ben.run('/history', { type: 'TRANSFER' });
    if (own.kind !== 'message') throw new Error(own.text);
    await forge(chat, ben, { messageId: own.message.id, customId: 'v1:history:older:.15' });
    const changed = await ben.seesChange(own.message, (card) => textOf(card) !== said(own));
    expect(textOf(changed)).not.toContain('14.00');
  });
});

describe('/balance', () => {
  test('shows the account number on request, and recent entries', async () => {
    const card = await anna.run('/balance');
    expect(said(card)).not.toContain(annasNumber);
    expect(buttons(card)).toEqual(['Send', 'Request', 'Deposit', 'History', 'Show account number']);
    expect(said(card)).toMatch(/^# [\d,.]+ GEM$/m);
    expect(said(card)).not.toMatch(/Held|Available|0\.00 GEM$/m);
    const shown = await anna.press('Show account number');
    expect(said(shown)).toContain(`\`${annasNumber}\``);
    const recent = await anna.press('History');
    expect(sums(recent)[0]).toBe('+1.00');
    if (recent.kind !== 'message' || shown.kind !== 'message') throw new Error();
    expect(recent.message.id).not.toBe(shown.message.id);
  });
});

describe('/help', () => {
  test('shows visitors, customers and logged-in customers what they can do now', async () => {
    const visitor = await chat.driver.person('Vera');
    const asVisitor = said(await visitor.run('/help'));
    expect(asVisitor).toMatch(/<\/register:\d+>/);
    expect(asVisitor).not.toMatch(/<\/(balance|login|lock):/);
    expect(said(await anna.run('/help'))).toMatch(/<\/transfer:\d+>/);
    await anna.run('/logout');
    const loggedOut = await anna.run('/help');
    expect(said(loggedOut)).toMatch(/<\/login:\d+>/);
    expect(said(loggedOut)).not.toMatch(/<\/(register|balance):/);
    expect(buttons(loggedOut)).toEqual(['Log in']);
    await anna.press('Log in');
    await anna.fill({ password });
  });

  test('turns to the chosen topic on the same card', async () => {
    const help = await anna.run('/help');
    const security = await anna.choose('Choose a topic', ['security']);
    expect(said(security)).toMatch(/<\/profile password:\d+>/);
    if (help.kind !== 'message' || security.kind !== 'message') throw new Error();
    expect(security.message.id).toBe(help.message.id);
  });

  test('works in direct messages too, with the same login', async () => {
    expect(said(await anna.run('/balance', {}, { dm: true }))).toContain('Balance');
    expect(said(await anna.run('/help', {}, { dm: true }))).toMatch(/<\/transfer:\d+>/);
  });
});

describe('access', () => {
  const commands = ['/balance', '/deposit', '/withdraw', '/transfer', '/history', '/logout'];

  test.each(commands)('%s asks a visitor to register and a customer to log in', async (command) => {
    const visitor = await chat.driver.person('Vera');
    expect(said(await visitor.run(command))).toContain('/register');
    const walter = await chat.driver.person('Walter');
    if (command === commands[0]) await register(walter, 'Walter Berg');
    await walter.run('/logout');
    expect(said(await walter.run(command))).toContain('/login');
  });

  test('a form that was open when the login ended keeps its values', async () => {
    await anna.run('/transfer');
    await chat.database.pool.write(
      `UPDATE sessions
       SET last_seen_at = NOW(6) - INTERVAL 1 DAY, created_at = NOW(6) - INTERVAL 1 DAY
       WHERE ended_at IS NULL`,
    );
    const refused = await anna.fill({ to: bensNumber, amount: '2', memo: 'kept' });
    expect(said(refused)).toContain('/login');
    await anna.press('Log in');
    expect(said(await anna.fill({ password }))).toContain('Send money?');
    const form = formIn(await anna.press('Edit'));
    expect(fieldsOf(form).map(({ prefilled }) => prefilled)).toEqual([
      bensNumber,
      [],
      '2',
      'kept',
      '',
    ]);
    expect(said(await anna.fill())).toContain('Send money?');
  });
});

test('the bot broke no rule of Discord, and the log contains no typed text', async () => {
  expect(await chat.driver.findings()).toEqual([]);
  const log = chat.log();
  expect(log).toContain('bot.command');
  for (const canary of [password, 'garden', 'Miller', '@example.com', '+4930', annasNumber]) {
    expect(log).not.toContain(canary);
  }
});
