import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType } from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/bot/command/command.ts';
import type { Form } from '../../../src/bot/forms/form.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { modalOf, submittedValues } from '../../../src/bot/forms/modal.ts';
import { isOption, registrationOf } from '../../../src/bot/command/registration.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { commandIssues } from '../../../src/sandbox/rules/command.ts';
import { modalIssues } from '../../../src/sandbox/rules/modal.ts';

interface Body {
  readonly name: string;
  readonly options?: readonly { readonly type: number; readonly name: string }[];
}

let registry: Registry;
beforeAll(async () => {
  registry = await loadCommands();
});

const formsOf = ({ form, second }: Command): Form[] =>
  [form, second?.form].filter((one): one is Form => one !== null && one !== undefined);
const allForms = (): Form[] => [...registry.values()].flatMap(formsOf);

describe('every command', () => {
  test('is registered as Discord takes it, everywhere but in other servers’ private channels', () => {
    const bodies = registrationOf(registry, 'everywhere');
    for (const body of bodies) {
      expect(commandIssues(body, [])).toEqual([]);
      expect(body).toMatchObject({
        type: ApplicationCommandType.ChatInput,
        contexts: [0, 1],
        integration_types: [0],
      });
    }
    expect(bodies.map(({ name }) => name)).toContain('transfer');
  });

  test('takes each option from a form field of the same name, and no secret', () => {
    const optionsIn = (body: Body, path: string): (readonly [string, string])[] =>
      (body.options ?? []).flatMap((option) =>
        option.type <= ApplicationCommandOptionType.SubcommandGroup
          ? optionsIn(option as Body, `${path} ${option.name}`)
          : [[path, option.name] as const],
      );
    const bodies = registrationOf(registry, 'everywhere') as Body[];
    const all = bodies.flatMap((body) => optionsIn(body, body.name));
    expect(all.length).toBeGreaterThan(10);
    for (const [path, name] of all) {
      expect(registry.get(path)?.form?.fields[name]).toMatchObject({ secret: false });
      // The code of a receipt is no secret.
      if (path !== 'verify') expect(name).not.toMatch(/password|code|proof/);
    }
  });
});

describe('every form', () => {
  test('is a modal that Discord takes, empty and filled', () => {
    for (const form of allForms()) {
      const filled = Object.fromEntries(
        Object.keys(form.fields).map((id) => [id, 'x'.repeat(5_000)]),
      );
      for (const values of [{}, filled]) {
        const modal = modalOf(form, { customId: 'v1:x:form:', values });
        expect(modalIssues(modal)).toEqual([]);
        expect(modal.components.length).toBeLessThanOrEqual(5);
        expect(modal.title.length).toBeLessThanOrEqual(45);
      }
    }
  });

  test('with a password says that it is never the Discord password', () => {
    const withPassword = allForms().filter(({ fields }) =>
      Object.keys(fields).some((id) => id.includes('password')),
    );
    expect(withPassword.length).toBeGreaterThanOrEqual(2);
    for (const form of withPassword) {
      const [first] = modalOf(form, { customId: 'v1:x:form:', values: {} }).components;
      expect(first).toMatchObject({
        type: ComponentType.TextDisplay,
        content: expect.stringContaining('never your Discord password'),
      });
    }
  });

  test('never shows a secret', () => {
    const withSecrets = allForms().filter(({ fields }) =>
      Object.values(fields).some(({ secret }) => secret),
    );
    expect(withSecrets.length).toBeGreaterThanOrEqual(2);
    for (const form of withSecrets) {
      const values = Object.fromEntries(Object.keys(form.fields).map((id) => [id, 'canary-7f3a']));
      const secrets = Object.entries(form.fields).filter(([, { secret }]) => secret);
      const modal = modalOf(form, { customId: 'v1:x:form:', values });
      for (const [id, field] of secrets) {
        expect(isOption(field)).toBe(false);
        const shown = modal.components.find((part) => JSON.stringify(part).includes(`"${id}"`));
        expect(JSON.stringify(shown)).not.toContain('canary');
      }
    }
  });

  test('reads back what a client submits, and nothing it has no field for', () => {
    const form = registry.get('transfer')!.form!;
    const parts = new Map<string, { value?: unknown; values?: unknown }>([
      ['to', { value: '1234567890' }],
      ['member', { values: ['1', 2, null] }],
      ['amount', { value: 12 }],
      ['intruder', { value: 'x' }],
    ]);
    expect(submittedValues(form, parts)).toEqual({
      to: '1234567890',
      member: ['1'],
      amount: '',
      memo: '',
      name: '',
    });
  });
});

describe('the contract', () => {
  const contract: Record<string, readonly (readonly [title: string, ids: readonly string[]])[]> = {
    register: [
      ['Your details', ['full_name', 'email', 'phone', 'date_of_birth', 'gender']],
      ['Your password', ['password', 'password_again', 'terms']],
    ],
    login: [['Log in', ['account_number', 'password']]],
    'forgot-password': [
      ['Find your account', ['account_number', 'email', 'phone']],
      ['New password', ['code', 'password', 'password_again']],
    ],
    unlock: [['Unlock your account', ['password', 'code']]],
    'profile update': [
      ['Your details', ['full_name', 'email', 'phone', 'current_password']],
      ['Confirm your e-mail', ['code']],
    ],
    'profile password': [['New password', ['current_password', 'password', 'password_again']]],
    'profile recovery-codes': [['New recovery codes', ['current_password']]],
    deposit: [['Deposit money', ['amount', 'memo', 'into']]],
    withdraw: [['Withdraw money', ['amount', 'memo', 'from']]],
    transfer: [['Send money', ['to', 'member', 'amount', 'memo', 'name', 'from']]],
    pay: [['Send money', ['member', 'amount', 'memo', 'from']]],
    'payee add': [['Save a payee', ['nickname', 'account', 'member']]],
    'payee rename': [['Rename a payee', ['payee', 'nickname']]],
    'payee remove': [['Remove a payee', ['payee']]],
    history: [
      [
        'Filter transactions',
        [
          'days',
          'direction',
          'type',
          'from_date',
          'to_date',
          'counterparty',
          'text',
          'amount',
          'account',
        ],
      ],
    ],
  };

  test.each(Object.entries(contract))('/%s has its titles and field ids', (path, forms) => {
    const found = formsOf(registry.get(path)!);
    expect(found.map(({ words, fields }) => [words.title, Object.keys(fields)])).toEqual(forms);
  });

  test('the gender field offers the four answers', () => {
    const control = registry.get('register')!.form!.fields['gender']!.control;
    expect(control.kind === 'choice' ? control.choices.map(({ value }) => value) : []).toEqual([
      'female',
      'male',
      'other',
      'undisclosed',
    ]);
  });
});
