import { beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf, type Player } from '../../src/sandbox/driver.ts';
import {
  balanceOf,
  deposit,
  detailsFor,
  formIn,
  openChat,
  password,
  prefilledIn,
  register,
  said,
} from './chat.ts';

const chat = openChat();

/** The pre-filled values of the form opened by *Edit*, by field. */
async function editedFields(person: Player): Promise<Record<string, unknown>> {
  return prefilledIn(await person.press('Edit'));
}

describe('registration', () => {
  const wrong = [
    ['full_name', 'Anna1 Miller', 'A name cannot contain digits.'],
    ['email', 'anna(at)example.com', 'An e-mail address has one'],
    ['phone', '030 123456', 'Begin with “+”'],
    ['date_of_birth', '03/04/1990', 'Write 1990-04-03 for 3 April or 1990-03-04 for 4 March'],
    ['date_of_birth', '31.12.90', 'Write the date as YYYY-MM-DD'],
    ['date_of_birth', '2999-01-01', 'That date is in the future.'],
  ] as const;

  test.each(wrong)(
    'explains an invalid %s (%s) and keeps the other values',
    async (field, text, reason) => {
      const carla = await chat.driver.person('Carla');
      const details = { ...detailsFor('Carla Braun'), [field]: text };
      await carla.run('/register');
      expect(said(await carla.fill(details))).toContain(reason);
      expect(await editedFields(carla)).toEqual(details);
      await carla.closeForm();
    },
  );

  test('explains all invalid fields at once', async () => {
    const carla = await chat.driver.person('Carla');
    await carla.run('/register');
    const answer = await carla.fill(
      { ...detailsFor('C4rla'), phone: 'none', gender: null },
      { unchecked: true },
    );
    for (const label of ['Full name', 'Phone', 'Gender']) {
      expect(said(answer)).toContain(`**${label}** –`);
    }
  });

  test('refuses a child after the first form, which can be edited', async () => {
    const carla = await chat.driver.person('Carla');
    await carla.run('/register');
    const year = new Date().getUTCFullYear() - 10;
    const answer = await carla.fill({
      ...detailsFor('Carla Braun'),
      date_of_birth: `${year}-01-01`,
    });
    expect(said(answer)).toContain('You must be at least 13 years old');
    expect(await editedFields(carla)).toMatchObject({ full_name: 'Carla Braun' });
    await carla.closeForm();
  });

  test('checks the password, and Edit leaves it blank', async () => {
    const carla = await chat.driver.person('Carla');
    const details = detailsFor('Carla Braun');
    await carla.run('/register');
    await carla.fill(details);
    const tries = [
      [{ password, password_again: `${password}!`, terms: true }, 'The passwords do not match.'],
      [
        { password: 'short', password_again: 'short', terms: true },
        'This password cannot be used. Use at least',
      ],
      [{ password, password_again: password, terms: false }, 'tick the box'],
    ] as const;
    await carla.press('Choose password');
    for (const [fields, reason] of tries) {
      expect(said(await carla.fill(fields))).toContain(reason);
      expect(await editedFields(carla)).toMatchObject({ password: '', password_again: '' });
    }
    const welcome = said(await carla.fill({ password, password_again: password, terms: true }));
    expect(welcome).toContain('Your account is open');
    await carla.run('/register');
    expect(said(await carla.fill(details))).toContain('You already have an account here.');
  });

  test('has one message for a taken e-mail or phone, and Edit opens the first form', async () => {
    const dora = await chat.driver.person('Dora');
    const emil = await chat.driver.person('Emil');
    const doras = detailsFor('Dora Klein');
    await dora.run('/register');
    await dora.fill(doras);
    await dora.press('Choose password');
    await dora.fill({ password, password_again: password, terms: true });
    const sentences = new Set<string>();
    for (const taken of [{ email: doras.email }, { phone: doras.phone }]) {
      const details = { ...detailsFor('Emil Gross'), ...taken };
      await emil.run('/register');
      const answer = said(await emil.fill(details));
      expect(answer).toContain('**E-mail, Phone** –');
      sentences.add(answer);
      expect(await editedFields(emil)).toEqual(details);
      await emil.closeForm();
    }
    expect(sentences.size).toBe(1);
  });
});

describe('money forms', () => {
  let anna: Player;
  let bensNumber = '';

  beforeAll(async () => {
    anna = await chat.driver.person('Anna');
    await register(anna, 'Anna Miller');
    bensNumber = await register(await chat.driver.person('Ben'), 'Ben Okafor');
    await deposit(anna, '100');
  });

  const amounts = [
    ['1e9', 'Write the amount out in digits'],
    ['0x10', 'with the digits 0 to 9 only'],
    ['-5', 'Leave out the sign'],
    ['１２', 'Use only the plain digits'],
    ['1.005', 'at most 2 decimals'],
    ['9007199254740993', 'more than an account can hold'],
    ['0', 'must be above zero'],
    ['12\u200b', 'Use only the plain digits'],
    ['NaN', 'not an amount'],
  ] as const;

  test.each(amounts)('does not book %s', async (amount, reason) => {
    for (const command of ['/deposit', '/withdraw']) {
      await anna.run(command);
      expect(said(await anna.fill({ amount, memo: 'a memo' }))).toContain(reason);
      expect(await editedFields(anna)).toEqual({ amount, memo: 'a memo' });
      await anna.closeForm();
    }
    const values = { to: bensNumber, amount };
    await anna.run('/transfer');
    expect(said(await anna.fill(values))).toContain(reason);
    expect(await editedFields(anna)).toMatchObject({ ...values, member: [] });
    await anna.closeForm();
    expect(await balanceOf(anna)).toBe('100.00 GEM');
  });

  test('lets a wrong amount be corrected without retyping the rest', async () => {
    await anna.run('/transfer');
    await anna.fill({ to: bensNumber, amount: '1,5', memo: 'lunch' });
    await anna.press('Edit');
    const card = said(await anna.fill({ amount: '1.50' }));
    expect(card).toContain('1.50 GEM');
    expect(card).toContain('lunch');
    expect(said(await anna.press('Cancel'))).toContain('Nothing moved.');
    expect(await balanceOf(anna)).toBe('100.00 GEM');
  });

  const targets = [
    [{ to: '1234567890' }, 'last digit does not match'],
    [{ to: '12345' }, 'has 10 digits'],
    [{}, 'Fill in “Account” or “Member”.'],
  ] as const;

  test.each(targets)('explains the invalid target %o', async (target, reason) => {
    await anna.run('/transfer');
    expect(said(await anna.fill({ amount: '1', ...target }))).toContain(reason);
  });

  test('accepts an account number or a member, not both', async () => {
    const ben = await chat.driver.person('Ben');
    await anna.run('/transfer');
    const both = await anna.fill({ to: bensNumber, member: [ben.id], amount: '1' });
    expect(said(both)).toContain('Fill in only one');
    expect(await editedFields(anna)).toMatchObject({ to: bensNumber, member: [ben.id] });
    const card = said(await anna.fill({ to: '' }));
    expect(card).toContain(bensNumber.slice(-4));
    await anna.press('Cancel');
  });

  test('explains the own account, an unknown one, and a member without one', async () => {
    const stranger = await chat.driver.person('Stranger');
    const cases = [
      [{ member: [anna.id] }, 'That is the account the money comes from.'],
      [{ member: [stranger.id] }, 'This member has no account'],
      [{ to: '1000000007' }, /No account with this number|last digit/],
    ] as const;
    for (const [target, reason] of cases) {
      await anna.run('/transfer');
      expect(said(await anna.fill({ amount: '1', ...target }))).toMatch(reason);
    }
  });

  test('states the available balance and that nothing moved when there is too little money', async () => {
    const answer = said(await anna.run('/transfer', { to: bensNumber, amount: '100.01' }));
    expect(answer).toContain('**Amount**');
    expect(answer).toContain('Your available balance is 100.00 GEM');
    expect(answer).toContain('Nothing moved.');
    expect(await editedFields(anna)).toMatchObject({ to: bensNumber, amount: '100.01' });
    await anna.closeForm();
  });
});

describe('options', () => {
  test('fill the form, skip it when complete, and are explained when invalid', async () => {
    const fred = await chat.driver.person('Fred');
    await register(fred, 'Fred Brandt');
    await deposit(fred, '10');
    const ben = await chat.driver.person('Ben');
    const form = formIn(await fred.run('/transfer', { amount: '3' }));
    expect(fieldsOf(form).map((field) => field.prefilled)).toEqual(['', [], '3', '', '']);
    await fred.closeForm();
    const card = await fred.run('/transfer', { amount: '3', member: ben });
    expect(said(card)).toContain('Send money?');
    const wrong = await fred.run('/withdraw', { amount: '3,5' });
    expect(said(wrong)).toContain('Please correct one entry');
    const page = await fred.run('/history', { type: 'WITHDRAWAL' });
    expect(said(page)).toContain('No entries match this filter.');
  });
});

describe('login', () => {
  test('answers a wrong number and a wrong password alike, and keeps the number', async () => {
    const gina = await chat.driver.person('Gina');
    const number = await register(gina, 'Gina Albrecht');
    await gina.run('/logout');
    const sentence = 'The account number or password is wrong.';
    await gina.run('/login');
    expect(said(await gina.fill({ password: 'not the right one' }))).toContain(sentence);
    expect(await editedFields(gina)).toEqual({ account_number: number, password: '' });
    await gina.closeForm();
    await gina.run('/login');
    const stranger = await gina.fill({ account_number: '9999999994', password });
    expect(said(stranger)).toMatch(/number or password is wrong|last digit/);
  });
});
