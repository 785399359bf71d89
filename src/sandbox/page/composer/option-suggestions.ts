/** The choices of options that are not free text. */
import type { View } from '../../protocol/protocol.ts';
import { searchChoices, type Choice } from '../parts/choice.ts';
import { channelChoices, roleChoices, userChoices } from '../parts/component-choices.ts';
import type { CommandOption } from './callable.ts';
import { optionKind } from './option-kinds.ts';

/** Null if the option takes typed text. */
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

/** The only choice whose name equals the typed text. */
export function exactChoice(typed: string, choices: readonly Choice[]): Choice | null {
  const found = choiceAtStart(typed.trim(), choices);
  return found?.length === typed.trim().length ? found.choice : null;
}

/** The choice with the longest name that the text begins with, and that name's length. */
export function choiceAtStart(
  words: string,
  choices: readonly Choice[],
): { readonly choice: Choice; readonly length: number } | null {
  const sign = /^[@#]/.exec(words)?.[0].length ?? 0;
  const found = choices.flatMap((choice) => [
    ...[choice.label, choice.face?.username ?? choice.label]
      .filter((name) => beginsWith(words.slice(sign), name))
      .map((name) => ({ choice, length: sign + name.length })),
    ...mentionsOf(choice)
      .filter((mention) => beginsWith(words, mention))
      .map((mention) => ({ choice, length: mention.length })),
  ]);
  return found.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** The form in messages, which a copied mention has. */
const mentionsOf = ({ id }: Choice): string[] => [`<@${id}>`, `<@!${id}>`, `<@&${id}>`, `<#${id}>`];

const beginsWith = (words: string, name: string): boolean =>
  words.toLowerCase().startsWith(name.toLowerCase()) && /^(\s|$)/.test(words.slice(name.length));
