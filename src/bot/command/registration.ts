/**
 * The commands as Discord lists them:
 * https://discord.com/developers/docs/interactions/application-commands
 */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Locale,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { defaultLanguage, inLanguage, languages, localesOf, words } from '../../words/index.ts';
import type { Field } from '../forms/field.ts';
import type { Command } from './command.ts';
import type { Registry } from './registry.ts';

export type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody;

type Localizations = Partial<Record<Locale, string>>;

const descriptionMax = 100;
const optionTextMax = 6_000;

/** Whether a field may be given with the command instead of in its form. */
export const isOption = (field: Field): boolean =>
  !field.secret && !field.formOnly && field.control.kind !== 'checkbox';

/** The text in every locale of Discord whose language is not the default one. */
export function translated(text: () => string): Localizations {
  const others = languages.filter((language) => language !== defaultLanguage);
  return Object.fromEntries(
    others.flatMap((language) => {
      const inIt = inLanguage(language, text);
      return localesOf(language).map((locale) => [locale, inIt]);
    }),
  );
}

const described = (text: () => string) => ({
  description: text().slice(0, descriptionMax),
  description_localizations: translated(() => text().slice(0, descriptionMax)),
});

/** `Amount: 12, 12.50, half`; longer than Discord allows is a fault of its words. */
export const optionDescription = ({ words: { label, hint } }: Field): string =>
  hint === undefined ? label : `${label}: ${hint}`;

/** The option's name in the current language; null if its field has none in `words.options`. */
export const optionName = ({ key }: Field): string | null => {
  const names: Partial<Record<string, string>> = words.options;
  return names[key] ?? null;
};

function optionOf(name: string, field: Field, required: boolean): APIApplicationCommandBasicOption {
  const { control } = field;
  const shown = {
    name,
    ...(required ? { required } : {}),
    name_localizations: translated(() => optionName(field) ?? name),
    ...described(() => optionDescription(field)),
  };
  if (control.kind === 'serverRole') return { type: ApplicationCommandOptionType.Role, ...shown };
  if (control.kind === 'person' || control.kind === 'people')
    return { type: ApplicationCommandOptionType.User, ...shown };
  if (control.kind === 'number') {
    const { least: min_value, most: max_value } = control;
    return { type: ApplicationCommandOptionType.Integer, ...shown, min_value, max_value };
  }
  if (control.kind === 'choice' || control.kind === 'choices') {
    const choices = control.choices.map((choice) => ({
      name: choice.words.label,
      name_localizations: translated(() => choice.words.label),
      value: choice.value,
    }));
    return { type: ApplicationCommandOptionType.String, ...shown, choices };
  }
  const max_length = control.kind === 'text' ? control.lengthMax : optionTextMax;
  const autocomplete = field.suggests === null ? {} : { autocomplete: true as const };
  return { type: ApplicationCommandOptionType.String, ...shown, max_length, ...autocomplete };
}

/** Mostly no option is required: without them the form opens. Discord wants required ones first. */
function optionsOf({ form, optionsRequired }: Command): APIApplicationCommandBasicOption[] {
  const options = Object.entries(form?.fields ?? {}).filter(([, field]) => isOption(field));
  const isRequired = (field: Field) => optionsRequired && field.required;
  return [
    ...options.filter(([, field]) => isRequired(field)),
    ...options.filter(([, field]) => !isRequired(field)),
  ].map(([name, field]) => optionOf(name, field, isRequired(field)));
}

const subcommand = (command: Command): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: command.name,
  ...described(() => command.words.description),
  options: optionsOf(command),
});

/** Discord never shows a folder's description, so it only lists the subcommands. */
const folderDescription = (names: readonly string[]): string =>
  names.join(' · ').slice(0, descriptionMax);

interface Placed {
  readonly words: readonly string[];
  readonly command: Command;
}

function grouped(all: readonly Placed[], depth: number): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const placed of all) {
    const word = placed.words[depth] ?? '';
    groups.set(word, [...(groups.get(word) ?? []), placed]);
  }
  return groups;
}

function childOf(name: string, placed: readonly Placed[]): APIApplicationCommandOption {
  const [first] = placed;
  if (placed.length === 1 && first?.words.length === 2) return subcommand(first.command);
  const group: APIApplicationCommandSubcommandGroupOption = {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    description: folderDescription(placed.map(({ command }) => command.name)),
    options: placed.map(({ command }) => subcommand(command)),
  };
  return group;
}

function bodyOf(name: string, placed: readonly Placed[]): CommandBody {
  const [first] = placed;
  const single = placed.length === 1 && first?.words.length === 1;
  const children = single ? [] : [...grouped(placed, 1)];
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...(single
      ? described(() => first.command.words.description)
      : { description: folderDescription(children.map(([child]) => child)) }),
    options: single
      ? optionsOf(first.command)
      : children.map(([child, group]) => childOf(child, group)),
  };
}

/** Only global commands have contexts: a server's commands cannot be used in direct messages. */
export const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

export function registrationOf(registry: Registry, where: 'everywhere' | 'server'): CommandBody[] {
  const placed = [...registry].map(([path, command]) => ({ words: path.split(' '), command }));
  return [...grouped(placed, 0)].map(([name, group]) => ({
    ...bodyOf(name, group),
    ...(where === 'everywhere' ? everywhere : {}),
  }));
}
