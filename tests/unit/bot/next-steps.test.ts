/** Each refusal and each end of a conversation has a button for what the person does next. */
import { describe, expect, test } from 'vitest';
import { BankError, errorCodes } from '../../../src/bank/model/base/errors.ts';
import type { Refused } from '../../../src/bank/index.ts';
import type { RequestId } from '../../../src/bank/model/index.ts';
import { decodeCustomId, resumeIn, sumIn } from '../../../src/bot/cards/custom-id.ts';
import type { Button } from '../../../src/bot/cards/reply.ts';
import { render } from '../../../src/bot/cards/render.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { lateReply } from '../../../src/bot/next/late.ts';
import { endButtons, nextButtons, type Refusing } from '../../../src/bot/next/buttons.ts';
import {
  endSteps,
  type Lateness,
  latenessSteps,
  openings,
  refusalSteps,
} from '../../../src/bot/next/steps.ts';
import { words } from '../../../src/words/index.ts';
import { refusals } from '../../support/refusals.ts';

const registry = await loadCommands();
const row = 77n as RequestId;
const about = (more: Partial<Refusing> = {}): Refusing => ({
  path: 'transfer',
  hasForm: true,
  row,
  values: { member: ['123456789012345678'], amount: '20' },
  refused: null,
  ...more,
});
const idsOf = (buttons: readonly Button[]): string[] => {
  const reply = { mood: 'refuse', title: 'x', parts: [], buttons, attachments: [] } as const;
  const { components } = render(reply, { path: 'transfer', row }).container;
  return components.flatMap((part) =>
    part.type === 1
      ? part.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []))
      : [],
  );
};
/** Where a button leads: the command and the step. */
const leads = (buttons: readonly Button[]): string[] =>
  idsOf(buttons).map((id) => {
    const decoded = decodeCustomId(id);
    return decoded.kind === 'ours' ? `${decoded.id.path}:${decoded.id.step}` : id;
  });
const buttonsFor = (refused: Refused, more: Partial<Refusing> = {}) =>
  nextButtons(refusalSteps[refused.code], about({ refused, ...more }));

describe('every refusal', () => {
  test('has steps: all codes of the bank, and the refusal of staff commands', () => {
    expect(Object.keys(refusalSteps).sort()).toEqual([...errorCodes, 'STAFF_ONLY'].sort());
    for (const steps of Object.values(refusalSteps)) expect(steps.length).toBeGreaterThan(0);
  });

  test.each(refusals)('$code has a button, whatever was typed', (refused) => {
    for (const [path] of registry) {
      for (const held of [row, null]) {
        const buttons = buttonsFor(refused, { path, row: held });
        expect(buttons.length, path).toBeGreaterThan(0);
        expect(buttons.length, path).toBeLessThanOrEqual(5);
      }
    }
  });

  test('has another step than help where the table names one', () => {
    for (const code of errorCodes) {
      const onlyHelp = refusalSteps[code].every((step) => step === 'help');
      expect(onlyHelp, code).toBe(code.startsWith('STAFF_') && code !== 'STAFF_LIMIT_REACHED');
    }
  });
});

describe('every lateness and every end', () => {
  const latenesses = Object.keys(words.replies.late) as Lateness[];
  test.each(latenesses)('%s has a button, also for an unknown card', (lateness) => {
    expect(Object.keys(latenessSteps)).toContain(lateness);
    for (const path of ['transfer', 'help']) {
      const reply = lateReply(lateness, 'Nothing moved.', { path, row });
      expect(reply.buttons.length, path).toBeGreaterThan(0);
    }
  });

  test.each(Object.keys(endSteps) as (keyof typeof endSteps)[])('%s has a button', (end) => {
    expect(endButtons(end).length).toBeGreaterThan(0);
  });

  test('only opens commands that exist, and whose form or run can start from a button', () => {
    for (const path of Object.values(openings)) expect([...registry.keys()]).toContain(path);
    const all = [
      ...Object.values(refusalSteps),
      ...Object.values(latenessSteps),
      ...Object.values(endSteps),
    ].flat();
    const used = new Set(all.filter((step) => step in openings));
    expect(used.size).toBeGreaterThan(10);
  });
});

const gems = (units: bigint) => ({ units, currency: { code: 'GEM', scale: 2 } });
const refusedWith = (...args: ConstructorParameters<typeof BankError>): Refused =>
  new BankError(...args).refused;

describe('the steps of a payment', () => {
  const short = refusedWith('FUNDS_INSUFFICIENT', {
    available: gems(1_250n),
    needed: gems(2_000n),
  });

  test('too little money: deposit, send what is there, edit', () => {
    const buttons = buttonsFor(short);
    expect(buttons.map(({ label }) => label)).toEqual([
      'Deposit 7.50 GEM',
      'Send 12.50 GEM',
      'Edit',
    ]);
    expect(leads(buttons)).toEqual(['deposit:start', 'transfer:start', 'transfer:edit']);
    const [deposit, send] = idsOf(buttons).map(decodeCustomId);
    expect(send).toMatchObject({ id: { row, detail: '-all' } });
    // The payment goes on after the deposit.
    const { detail } = (deposit as { id: { detail: string } }).id;
    expect(sumIn(detail)).toEqual({ units: 750n, resume: { row } });
  });

  test('nothing there: nothing is offered to send', () => {
    const empty = refusedWith('FUNDS_INSUFFICIENT', { available: gems(0n), needed: gems(1n) });
    expect(buttonsFor(empty).map(({ label }) => label)).toEqual(['Deposit', 'Edit']);
  });

  test('a withdrawal takes what is there; other commands offer no sum', () => {
    const labels = (path: string) => buttonsFor(short, { path }).map(({ label }) => label);
    expect(labels('withdraw')).toContain('Withdraw 12.50 GEM');
    expect(labels('staff withdraw')).toEqual(['Edit']);
  });

  test('a limit: what is left of it today', () => {
    const limit = refusedWith('DAY_LIMIT_REACHED', { limit: gems(50_000n), left: gems(905n) });
    expect(idsOf(buttonsFor(limit)).map(decodeCustomId)[0]).toMatchObject({
      id: { step: 'start', row, detail: '-905' },
    });
  });

  test('a member without an account is asked to open one', () => {
    const unknown = refusedWith('MEMBER_UNAVAILABLE');
    expect(leads(buttonsFor(unknown))).toEqual(['transfer:invite', 'transfer:edit']);
    const byNumber = { values: { to: '1234567893', amount: '1' } };
    expect(leads(buttonsFor(refusedWith('TARGET_UNAVAILABLE'), byNumber))).toEqual([
      'transfer:edit',
    ]);
  });

  test('an unknown outcome is asked for by the same request', () => {
    const unknown = refusedWith('OUTCOME_UNKNOWN', { reference: 'ABC' as never });
    expect(idsOf(buttonsFor(unknown)).map(decodeCustomId)[0]).toMatchObject({
      id: { path: 'transfer', step: 'confirm', row },
    });
  });

  test('a login or registration carries what was typed, or the command', () => {
    const kept = idsOf(buttonsFor(refusedWith('SESSION_MISSING'))).map(decodeCustomId)[0];
    expect(kept).toMatchObject({ id: { path: 'login', step: 'edit', row: null } });
    expect(resumeIn((kept as { id: { detail: string } }).id.detail)).toEqual({ row });
    const bare = buttonsFor(refusedWith('NOT_REGISTERED'), { row: null, path: 'profile view' });
    const opened = decodeCustomId(idsOf(bare)[0]!) as { id: { path: string; detail: string } };
    expect(opened.id.path).toBe('register');
    expect(resumeIn(opened.id.detail)).toEqual({ path: 'profile view' });
  });
});
