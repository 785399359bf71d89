/** A real discord.js bot opens forms and reads the submitted values. */
import {
  ComponentType,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import { button, messageOf, withBot } from './bots.ts';

const field = (id: string, label: string) =>
  new LabelBuilder()
    .setLabel(label)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId(id)
        .setStyle(TextInputStyle.Short)
        .setMinLength(2)
        .setMaxLength(5),
    );

describe('forms', () => {
  const form = new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addLabelComponents(field('first', 'First'));

  test('open only for the caller and return the typed values', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('first'));
      }
    });
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const opened = await anna.run('/ping');
    expect(opened).toMatchObject({ kind: 'modal', text: 'A form\nFirst' });
    expect(ben.modal).toBeNull();
    await expect(anna.fill({ first: 'x' })).rejects.toThrow('First: Must be 2 or more');
    await expect(anna.fill({ first: 'too long' })).rejects.toThrow('First: Must be 5 or fewer');
    await expect(anna.fill({})).rejects.toThrow('First: This field is required');
    await expect(anna.fill({ second: 'x' })).rejects.toThrow('no field second');
    const answer = await anna.fill({ first: 'good' });
    expect(answer.text).toBe('good');
    expect(messageOf(answer).used_command).toBe('ping');
    expect(anna.modal).toBeNull();
    expect(errors).toEqual([]);
  });

  test('can be submitted unchecked with invalid values', async () => {
    const { driver } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('first'));
      }
    });
    const anna = await driver.person('Anna');
    await anna.run('/ping');
    const answer = await anna.fill({ first: 'much too long' }, { unchecked: true });
    expect(answer.text).toBe('much too long');
  });

  test('opened from a button update the button’s message', async () => {
    const { driver, errors } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'before', components: [button('edit', 'Edit')] });
      } else if (interaction.isButton()) await interaction.showModal(form);
      else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update({ content: interaction.fields.getTextInputValue('first') });
      }
    });
    const anna = await driver.person('Anna');
    const before = messageOf(await anna.run('/ping'));
    expect((await anna.press('Edit')).kind).toBe('modal');
    const after = messageOf(await anna.fill({ first: 'after' }));
    expect(after.id).toBe(before.id);
    expect(textOf(after)).toBe('after');
    expect(errors).toEqual([]);
  });

  test('that are closed send nothing to the bot, and cannot be submitted', async () => {
    const seen: Interaction[] = [];
    const { driver } = await withBot(async (interaction) => {
      seen.push(interaction);
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
    });
    const anna = await driver.person('Anna');
    await anna.run('/ping');
    await anna.closeForm();
    await expect.poll(() => anna.modal).toBeNull();
    expect(seen).toHaveLength(1);
    await expect(anna.fill({ first: 'good' })).rejects.toThrow('no form open');
  });

  test('stay open if the submit is lost', async () => {
    const { driver } = await withBot(
      (interaction) => interaction.isChatInputCommand() && interaction.showModal(form),
    );
    const anna = await driver.person('Anna');
    await anna.run('/ping');
    await expect(anna.fill({ first: 'x' })).rejects.toThrow();
    expect(anna.modal?.data.components[0]).toMatchObject({ type: ComponentType.Label });
  });
});
