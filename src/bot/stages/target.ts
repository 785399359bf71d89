/** What an interaction is about: a command, a step, and how its work is admitted. */
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type CustomId, decodeCustomId } from '../cards/custom-id.ts';
import type { Served } from '../cards/exchange.ts';
import { menuNamed } from '../command/menus.ts';
import { hasSecrets } from '../forms/form.ts';
import type { Lane } from '../turns/decision.ts';
import type { Tools } from './visit.ts';

export function pathOf({
  commandName,
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const words = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return words.filter((word) => word !== null).join(' ');
}

export type Target = CustomId | 'other-version' | 'unknown';

/** The command's path, the step, and the row and detail of the custom id. */
export function targetOf(interaction: Served): Target {
  if (interaction.isChatInputCommand()) {
    return { path: pathOf(interaction), step: 'open', row: null, detail: '' };
  }
  if (interaction.isUserContextMenuCommand() || interaction.isMessageContextMenuCommand()) {
    const menu = menuNamed(interaction.commandName);
    return menu === null ? 'unknown' : { path: menu.path, step: 'open', row: null, detail: '' };
  }
  const decoded = decodeCustomId(interaction.customId);
  if (decoded.kind !== 'ours') return decoded.kind;
  // A chosen value is the action's token, like the one in a button's custom id.
  const [chosen = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  return interaction.isStringSelectMenu() ? { ...decoded.id, detail: chosen } : decoded.id;
}

/** The path is empty where the custom id names no command. */
export const namedIn = (target: Target): Pick<CustomId, 'path' | 'step'> =>
  typeof target === 'string' ? { path: '', step: target } : target;

export function laneOf({ registry }: Tools, interaction: Served, target: Target): Lane {
  if (!interaction.isModalSubmit()) return 'press';
  if (typeof target === 'string') return 'form';
  const { form = null, second = null } = registry.get(target.path) ?? {};
  const submitted = target.step === 'form2' ? (second?.form ?? null) : form;
  const page = target.step === 'form-more' ? 1 : 0;
  const isSecret = target.step === 'proof' || (submitted !== null && hasSecrets(submitted, page));
  return isSecret ? 'secret' : 'form';
}
