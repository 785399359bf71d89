import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defineCommand } from '../../../src/bot/command/command.ts';
import type { Fields } from '../../../src/bot/forms/field.ts';
import * as fields from '../../../src/bot/forms/fields.ts';
import { loadCommands, registryOf } from '../../../src/bot/command/loader.ts';
import { registrationOf } from '../../../src/bot/command/registration.ts';
import { done } from '../../../src/bot/cards/reply.ts';
import { words } from '../../../src/words/index.ts';

const text = { description: 'Does it' };
const base = { words: text, access: 'anyone', run: async () => done('Done') } as const;
const command = (name: string, more: object = {}) =>
  defineCommand({ name, ...base, ...more } as never);
const withFields = (all: Fields) =>
  command('pay', { form: { words: { title: 'Pay' }, fields: all } });
const amounts = (count: number): Fields =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, fields.amountField()]));

/** A row of words for each path that the tests use. */
const texts = Object.fromEntries(
  ['pay', 'pay now', 'staff report', 'staff customer find', 'staff customer freeze'].map((path) => [
    path,
    text,
  ]),
);

const faultOf = (file: string, value: unknown): string => {
  try {
    registryOf([{ file, value }], texts);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the loader refuses, naming the file,', () => {
  const wrong: readonly (readonly [what: string, file: string, value: unknown, words: string])[] = [
    ['nothing exported', 'pay.ts', undefined, 'no default export'],
    ['something else', 'pay.ts', { name: 'pay' }, 'not made by defineCommand'],
    ['a name that is not the file’s', 'pay.ts', command('send'), 'is not the file’s'],
    ['a missing access', 'pay.ts', command('pay', { access: undefined }), 'no access'],
    ['an unknown staff right', 'pay.ts', command('pay', { access: { staff: 'all' } }), 'no access'],
    ['no description', 'pay.ts', command('pay', { words: { description: '' } }), 'no description'],
    [
      'too long a description',
      'pay.ts',
      command('pay', { words: { description: 'x'.repeat(101) } }),
      '100',
    ],
    ['no run', 'pay.ts', command('pay', { run: undefined }), 'no run'],
    ['six form parts', 'pay.ts', withFields(amounts(6)), 'has 6 parts'],
    ['an empty form', 'pay.ts', withFields({}), 'has 0 parts'],
    [
      'five fields and a notice',
      'pay.ts',
      withFields({ ...amounts(4), p: fields.passwordField(), q: fields.memoField() }),
      'has 7 parts',
    ],
    [
      'a long label',
      'pay.ts',
      withFields({ a: { ...fields.amountField(), words: { label: 'x'.repeat(46) } } }),
      'label longer',
    ],
    [
      'a long hint',
      'pay.ts',
      withFields({ a: { ...fields.memoField(), words: { label: 'Memo', hint: 'x'.repeat(101) } } }),
      'too long a hint',
    ],
    [
      'a wrong field id',
      'pay.ts',
      withFields({ Amount: fields.amountField() }),
      'an id that Discord',
    ],
    [
      'a long title',
      'pay.ts',
      command('pay', { form: { words: { title: 'x'.repeat(46) }, fields: amounts(1) } }),
      'a title',
    ],
    ['no words', 'send.ts', command('send'), 'no row “send” in src/words/en/commands.ts'],
    [
      'the words of another command',
      'pay.ts',
      command('pay', { words: { description: 'Sends' } }),
      'of another command',
    ],
    ['an upper-case file', 'Pay.ts', command('Pay'), 'is not a name'],
    ['a folder too deep', 'a/b/c/pay.ts', command('pay'), 'deeper than'],
    [
      'an action named like a step',
      'pay.ts',
      command('pay', { actions: { confirm: {} } }),
      'of its own',
    ],
    [
      'a second form without a first',
      'pay.ts',
      command('pay', {
        second: { form: { words: { button: 'Go', title: 'B' }, fields: amounts(1) } },
      }),
      'there is no first',
    ],
    [
      'a field in both forms',
      'pay.ts',
      command('pay', {
        form: { words: { title: 'A' }, fields: amounts(1) },
        second: { form: { words: { button: 'Go', title: 'B' }, fields: amounts(1) } },
      }),
      'in the first too',
    ],
    [
      'a secret that would wait on a confirm card',
      'pay.ts',
      command('pay', {
        form: { words: { title: 'A' }, fields: { p: fields.passwordField() } },
        confirm: async () => ({ card: done('x') }),
      }),
      'secret',
    ],
  ];

  test.each(wrong)('%s', (_, file, value, words) => {
    const fault = faultOf(file, value);
    expect(fault).toContain(`commands/${file}`);
    expect(fault).toContain(words);
  });

  test('a command that is a folder too, and two files of one command', () => {
    const pay = { file: 'pay.ts', value: command('pay') };
    const child = { file: 'pay/now.ts', value: command('now') };
    expect(() => registryOf([pay, child], texts)).toThrow('is a command and a folder');
    expect(() => registryOf([pay, { ...pay, file: 'pay.js' }], texts)).toThrow('the same command');
    expect(() => registryOf([])).toThrow('no command');
  });

  test('a file that cannot be loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passbook-commands-'));
    onTestFinished(async () => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'staff'));
    await writeFile(join(folder, 'staff', 'broken.mjs'), 'throw new Error("no")');
    await expect(loadCommands(folder, '.mjs')).rejects.toThrow('commands/staff/broken.mjs');
  });
});

describe('the loader', () => {
  test('finds the bank’s own commands', async () => {
    expect([...(await loadCommands()).keys()]).toEqual(
      expect.arrayContaining([
        'balance',
        'deposit',
        'help',
        'history',
        'login',
        'logout',
        'register',
        'transfer',
        'withdraw',
      ]),
    );
  });

  test('has a command for every row of words', async () => {
    expect([...(await loadCommands()).keys()].sort()).toEqual(Object.keys(words.commands).sort());
  });

  test('makes subcommands and groups of folders', () => {
    const registry = registryOf(
      ['staff/report.ts', 'staff/customer/find.ts', 'staff/customer/freeze.ts', 'pay.ts'].map(
        (file) => ({ file, value: command(/([a-z]+)\.ts$/.exec(file)?.[1] ?? '') }),
      ),
      texts,
    );
    expect([...registry.keys()]).toEqual([
      'pay',
      'staff customer find',
      'staff customer freeze',
      'staff report',
    ]);
    const staff = registrationOf(registry, 'server').find(({ name }) => name === 'staff');
    expect(staff).toMatchObject({
      description: 'customer · report',
      options: [
        {
          type: 2,
          name: 'customer',
          description: 'find · freeze',
          options: [
            { type: 1, name: 'find' },
            { type: 1, name: 'freeze' },
          ],
        },
        { type: 1, name: 'report', description: 'Does it' },
      ],
    });
    expect(staff).not.toHaveProperty('contexts');
  });
});
