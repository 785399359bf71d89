/**
 * Every command and button is run by every kind of person, without the bot's checks. The bank
 * itself must refuse, by the session and the role in its own rows.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ConfirmedContext, Context } from '../../src/bot/command/command.ts';
import { readForm } from '../../src/bot/forms/form.ts';
import type * as m from '../../src/bank/model/index.ts';
import { newRequestId, place } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { facts, openGround } from '../support/stage/ground.ts';
import type { Principal } from '../support/stage/principals.ts';
import {
  buttonRules,
  innerRules,
  mayByRole,
  moneyRules,
  ruleOf,
  type Rule,
} from '../support/stage/rules.ts';
import { testSetup } from '../support/setup.ts';

const ground = openGround();

/** For a person without a session: one that was never opened. */
const madeUp = { id: 1n, customerId: 1n, place } as unknown as m.Session;

function contextOf(by: Principal, isProved = true): ConfirmedContext {
  const context: Context = {
    bank: ground.bank,
    bankName: 'Passbook',
    person: by.discordUserId,
    place,
    now: Date.now(),
    identity: null,
    // Given by default, so that only session and role can cause a refusal.
    isProved,
    session: by.session ?? { ...madeUp, discordUserId: by.discordUserId },
    commands: [],
    roleMembers: async () => [],
    examine: async () => [],
    setup: testSetup,
    asked: null,
  };
  return { ...context, requestId: newRequestId() };
}

interface Act {
  readonly name: string;
  readonly rule: Rule;
  run(by: Principal): Promise<unknown>;
}

/** Each function that a person can run, with valid input. */
function acts(isProved = true): Act[] {
  return [...ground.registry].flatMap(([path, command]) => {
    const read = (which: 0 | 1): unknown => {
      const forms = [command.form, which === 1 ? command.second?.form : null];
      const inputs = forms.map((form) => {
        if (form === null || form === undefined) return {};
        const reading = readForm(form, ground.values(path, which), facts());
        if (!reading.ok) throw new Error(`${path}: ${JSON.stringify(reading.problems)}`);
        return reading.input;
      });
      return Object.assign({}, ...inputs) as unknown;
    };
    const rule = ruleOf(command.access);
    const { confirm, second } = command;
    const given = confirm === null ? read(0) : ground.order(path);
    const all: Act[] = [
      { name: path, rule, run: async (by) => command.run(contextOf(by, isProved), given) },
    ];
    if (confirm !== null) {
      all.push({
        name: `${path}:confirm`,
        rule,
        run: async (by) => confirm(contextOf(by, isProved), read(0)),
      });
    }
    if (second !== null) {
      const run: Act['run'] = async (by) => second.run(contextOf(by, isProved), read(1) as never);
      all.push({ name: `${path}:second`, rule, run });
    }
    for (const [step, action] of Object.entries(command.actions)) {
      const token = action.token.parse(ground.detailOf(path, step));
      const run: Act['run'] = async (by) =>
        'values' in action
          ? action.values(contextOf(by, isProved), token, {})
          : action.run(contextOf(by, isProved), read(0), token);
      const name = `${path}:${step}`;
      all.push({ name, rule: innerRules[name] ?? buttonRules[name] ?? rule, run });
    }
    return all;
  });
}

/** A form with a field for the password: filled in rightly, it is a proof. */
function asksProofItself(name: string): boolean {
  const { form, second } = ground.registry.get(name.split(':')[0]!)!;
  const fields = [form, second?.form].flatMap((one) => Object.values(one?.fields ?? {}));
  return fields.some(({ secret }) => secret);
}

/** The code of a refusal, `done`, or any other error. */
const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { readonly code?: unknown }) =>
      typeof error.code === 'string' ? error.code : `${error}`,
  );

const kept = [
  'accounts',
  'approvals',
  'audit',
  'codes',
  'credentials',
  'customer_details',
  'entries',
  'outbox',
  'sessions',
  'shared_invitations',
  'shared_members',
  'staff',
  'transactions',
];

/** A digest of everything that an act could have changed. */
async function digest(): Promise<unknown> {
  return ground.database.pool.rows(`CHECKSUM TABLE ${kept.join(', ')} EXTENDED`);
}

describe('the bank’s own checks', () => {
  test('the orders used here are those that confirm cards make', async () => {
    const compared: string[] = [];
    for (const [path, { access, confirm, form }] of ground.registry) {
      if (confirm === null) continue;
      const isStaff = typeof access !== 'string';
      const by = ground.who(isStaff ? 'manager' : 'customer');
      const reading = readForm(form!, ground.values(path, 0), facts());
      if (!reading.ok) throw new Error(path);
      const question = await confirm(contextOf(by), reading.input).catch(() => null);
      if (question === null) continue;
      expect([path, question.order]).toEqual([path, ground.order(path)]);
      compared.push(path);
    }
    // The sample customer has one account with money, and no pot, shared account, standing order or
    // request.
    const without = [
      'account close',
      'account main',
      'account share invite',
      'account share role',
      'account share rule',
      'account share remove',
      'account share leave',
      'account share close',
      'pot add',
      'pot close',
      'pot lock',
      'pot new',
      'pot release',
      'pot round-up',
      'pot take',
      'privacy erase',
      'schedule cancel',
      'request cancel',
      'request remind',
    ];
    const asking = [...ground.registry].filter(([, { confirm }]) => confirm !== null);
    const paths = asking.map(([path]) => path);
    expect(compared).toEqual(paths.filter((path) => !without.includes(path)));
  });

  test('refuses every staff act to customers without the role, and changes nothing', async () => {
    const before = await digest();
    const wrong: string[] = [];
    let refused = 0;
    for (const { name, rule, run } of acts()) {
      if (rule === 'anyone' || rule === 'customer') continue;
      for (const by of ground.cast.principals.filter(({ role }) => !mayByRole(rule, role))) {
        const isLive = by.isLoggedIn && !by.mayOnlyRead;
        const expected = isLive ? 'STAFF_RIGHT_MISSING' : 'SESSION_EXPIRED';
        const outcome = await outcomeOf(run(by));
        refused += 1;
        if (outcome !== expected) wrong.push(`${by.name}, ${name}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(await digest()).toEqual(before);
  });

  test('refuses every customer act in an ended or invented session', async () => {
    const before = await digest();
    const wrong: string[] = [];
    for (const { name, rule, run } of acts()) {
      if (rule !== 'customer' || name === 'logout' || name === 'session:end') continue;
      for (const by of ground.cast.principals.filter(({ isLoggedIn }) => !isLoggedIn)) {
        const outcome = await outcomeOf(run(by));
        if (outcome !== 'SESSION_EXPIRED') wrong.push(`${by.name}, ${name}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await digest()).toEqual(before);
  });

  test('refuses every staff act in a session that only reads, and changes nothing', async () => {
    const before = await digest();
    const wrong: string[] = [];
    const by = ground.who('manager who may only read');
    for (const { name, rule, run } of acts()) {
      if (rule === 'anyone' || rule === 'customer' || !mayByRole(rule, by.role)) continue;
      const outcome = await outcomeOf(run(by));
      if (outcome !== 'SESSION_EXPIRED') wrong.push(`${name}: ${outcome}`);
    }
    expect(wrong).toEqual([]);
    expect(await digest()).toEqual(before);
  });

  test('changes nothing for a customer whose session only reads, without a proof', async () => {
    let before = await digest();
    const by = ground.who('customer who may only read');
    const outcomes = new Map<string, string>();
    const changing: string[] = [];
    for (const { name, rule, run } of acts(false)) {
      if (rule !== 'customer' || name === 'logout' || name === 'session:end') continue;
      if (asksProofItself(name)) continue;
      outcomes.set(name, await outcomeOf(run(by)));
      const after = await digest();
      if (!isDeepStrictEqual(after, before)) changing.push(name);
      before = after;
    }
    expect(outcomes.get('balance')).toBe('done');
    expect(outcomes.get('transfer')).toBe('STEP_UP_NEEDED');
    expect(changing).toEqual([]);
  });

  test('refuses debits of a frozen account and accepts credits', async () => {
    const frozen = ground.who('frozen customer');
    const ruleOfCard = (name: string) => moneyRules[name.replace(':confirm', '')] ?? 'none';
    const cards = acts().filter(({ name }) => ruleOfCard(name) !== 'none');
    const outcomes = await Promise.all(
      cards.map(async ({ name, run }) => [name, await outcomeOf(run(frozen))]),
    );
    const expected = cards.map(({ name }) => [
      name,
      ruleOfCard(name) === 'in' ? 'done' : 'ACCOUNT_FROZEN',
    ]);
    expect(outcomes).toEqual(expected);
    await expectBooksBalanced(ground.database.pool);
  });

  test('allows each staff act to members with the role', async () => {
    const wrong: string[] = [];
    for (const { name, rule, run } of acts()) {
      if (rule === 'anyone' || rule === 'customer') continue;
      for (const by of ground.cast.principals.filter(({ role }) => mayByRole(rule, role))) {
        if (by.mayOnlyRead) continue;
        const outcome = await outcomeOf(run(by));
        // The act's target may cause a refusal; the person's right must not.
        if (/STAFF_RIGHT_MISSING|SESSION_EXPIRED|Error/.test(outcome)) {
          wrong.push(`${by.name}, ${name}: ${outcome}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
