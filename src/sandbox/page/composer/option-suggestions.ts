/** What can be picked for an option, where it is not free text. */
import type { View } from '../../protocol.ts';
import { searchChoices, type Choice } from '../parts/choice.ts';
import { channelChoices, roleChoices, userChoices } from '../parts/component-choices.ts';
import type { CommandOption } from './callable.ts';
import { optionKind } from './option-kinds.ts';

/** Null when the option takes what is typed. */
export function optionChoices(
  option: CommandOption,
  view: View,
  channelId: string,
): Choice[] | null {
  switch (option.type) {
    case optionKind.boolean:
      return [
        { id: 'true', label: 'True' },
        { id: 'false', label: 'False' },
      ];
    case optionKind.user:
      return userChoices(view, channelId);
    case optionKind.role:
      return roleChoices(view, channelId);
    case optionKind.mentionable:
      return [...userChoices(view, channelId), ...roleChoices(view, channelId)];
    case optionKind.channel:
      return channelChoices(view, channelId);
    case optionKind.string:
    case optionKind.integer:
    case optionKind.number:
      return option.choices && option.choices.length > 0
        ? option.choices.map((choice) => ({ id: String(choice.value), label: choice.name }))
        : null;
    case optionKind.attachment:
      return null;
  }
}

export function suggestionsFor(typed: string, choices: readonly Choice[]): Choice[] {
  return searchChoices(typed, choices).slice(0, 25);
}

/** The one choice whose name is exactly what was typed. */
export function exactChoice(typed: string, choices: readonly Choice[]): Choice | null {
  const wanted = typed.trim().replace(/^[@#]/, '').toLowerCase();
  return choices.find((choice) => choice.label.toLowerCase() === wanted) ?? null;
}
