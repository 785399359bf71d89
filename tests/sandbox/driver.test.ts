/** The driver's basics: acts that wait for answers, forms filled by label. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDriver } from '../../src/sandbox/driver.ts';
import { button, input, label, row } from './parts.ts';
import { openBot, openSandbox, openSilentBot } from './support.ts';

describe('an act answered by type 6', () => {
  async function open() {
    const setting = await openSandbox();
    const { sandbox } = setting;
    const { client } = await openBot(sandbox, {
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await interaction.reply({
            content: 'card',
            components: [row(button('alone')), row(button('edited'))] as never,
          });
        } else if (interaction.isButton()) {
          await interaction.deferUpdate();
          if (interaction.customId === 'alone') return;
          await pause(100);
          await interaction.editReply('changed');
        }
      },
    });
    await client.application.commands.set([{ name: 'card', description: 'Shows one' }]);
    const driver = openDriver(sandbox.pageUrl, { editWithinMs: 300 });
    onTestFinished(() => driver.close());
    const anna = await driver.person('Anna');
    await anna.run('/card');
    return anna;
  }

  test('is updating without an edit', async () => {
    const anna = await open();
    const answer = await anna.press('alone');
    expect(answer).toMatchObject({ kind: 'updating', text: 'card' });
    expect(anna.message?.content).toBe('card');
    expect(await anna.press('alone', { withinMs: 250 })).toMatchObject({ kind: 'updating' });
  });

  test('returns the edited message after an edit', async () => {
    const anna = await open();
    expect(await anna.press('edited')).toMatchObject({ kind: 'message', text: 'changed' });
  });
});

describe('a form', () => {
  async function open(components: object[]) {
    const { anna, pendingAfter, ping } = await openSilentBot(await openSandbox());
    const { callback } = await ping();
    await callback({ type: 9, data: { custom_id: 'm', title: 'Form', components } });
    await expect.poll(() => anna.modal).not.toBeNull();
    return { anna, pendingAfter };
  }
  const named = (custom_id: string, more: object = {}) => input({ custom_id, ...more });

  test('is filled by label or custom id', async () => {
    const { anna, pendingAfter } = await open([
      label(named('to'), { label: 'Send to' }),
      { type: 1, components: [named('amount', { label: 'How much' })] },
      label(named('memo'), { label: 'to' }),
    ]);
    const fields = { 'Send to': 'Ben', 'How much': '5', memo: 'Rent' };
    const { interaction } = await pendingAfter(() => anna.fill(fields));
    if (!interaction.isModalSubmit()) throw new Error('It is no form');
    const values = ['to', 'amount', 'memo'].map((id) => interaction.fields.getTextInputValue(id));
    expect(values).toEqual(['Ben', '5', 'Rent']);
  });

  test('prefers custom ids to equal labels, and refuses a field named twice', async () => {
    const { anna } = await open([
      label(named('to'), { label: 'memo' }),
      label(named('memo'), { label: 'Note' }),
      label(named('one'), { label: 'Twin' }),
      label(named('two'), { label: 'Twin' }),
    ]);
    await expect(anna.fill({ memo: 'x', Note: 'y' })).rejects.toThrow('memo is named twice');
    await expect(anna.fill({ Twin: 'x' })).rejects.toThrow('several fields labelled Twin');
    await expect(anna.fill({ nothing: 'x' })).rejects.toThrow('The form has no field nothing');
  });
});
