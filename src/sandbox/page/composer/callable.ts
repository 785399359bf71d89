/** The commands a person can use, as a flat list with one path per subcommand. */
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { fuzzySort, isNamedBy } from '../text/fuzzy.ts';

/** `name` identifies it; `name_localized` is what this person reads, where it is translated. */
export type CommandOption = APIApplicationCommandBasicOption & { readonly name_localized?: string };

export interface CallableCommand {
  /** With spaces and without a slash: `profile update`. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

const chatInput = 1 satisfies ApplicationCommandType.ChatInput as ApplicationCommandType;
const subcommand = 1 as ApplicationCommandOptionType.Subcommand;
const group = 2 as ApplicationCommandOptionType.SubcommandGroup;

type Translations = Partial<Record<string, string | null>> | null | undefined;

const described = (
  part: { readonly description: string; readonly description_localizations?: Translations },
  locale: string,
): string => part.description_localizations?.[locale] ?? part.description;

function translated(option: APIApplicationCommandBasicOption, locale: string): CommandOption {
  const names: Translations = option.name_localizations;
  const name = names?.[locale];
  const description = described(option, locale);
  const shown = { ...option, description, ...(name ? { name_localized: name } : {}) };
  if (!('choices' in shown) || shown.choices === undefined) return shown;
  const choices = shown.choices.map((choice) => {
    const others: Translations = choice.name_localizations;
    return { ...choice, name: others?.[locale] ?? choice.name };
  });
  return { ...shown, choices } as CommandOption;
}

/** The name that the person reads. */
export const shownName = (option: CommandOption): string => option.name_localized ?? option.name;

/** Whether a typed name means the option: in the person's language, or the bot's own name. */
export const isNamed = (option: CommandOption, typed: string | undefined): boolean =>
  typed !== undefined && (typed === option.name || typed === option.name_localized);

/** As a person with this locale sees them. Paths stay as they are: the bank translates no names. */
export function callableCommands(
  commands: readonly APIApplicationCommand[],
  locale = 'en-US',
): CallableCommand[] {
  return commands
    .filter((command) => command.type === chatInput)
    .flatMap((command) =>
      paths(command.name, described(command, locale), command.options ?? [], locale),
    )
    .sort((left, right) => left.path.localeCompare(right.path));
}

function paths(
  path: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): CallableCommand[] {
  const below = options.flatMap((option) =>
    option.type === subcommand || option.type === group
      ? paths(`${path} ${option.name}`, described(option, locale), option.options ?? [], locale)
      : [],
  );
  if (below.length > 0) return below;
  const own = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== subcommand && option.type !== group,
  );
  return [{ path, description, options: own.map((option) => translated(option, locale)) }];
}

/** The commands that match a typed `/text`, best first; all of them for a single slash. */
export function searchCommands(
  typed: string,
  commands: readonly CallableCommand[],
): CallableCommand[] {
  const query = typed.trim().replace(/\s+/g, ' ');
  if (!query) return [...commands];
  const whole = typedCommand(query, commands);
  if (whole?.rest) return [whole.command];
  return fuzzySort(query, commands, (command) => [command.path, command.description]);
}

/** Whether the typed text is in the command's name. Enter does not accept weaker matches. */
export const isCommandNamedBy = (typed: string, command: CallableCommand): boolean =>
  isNamedBy(typed.trim().replace(/\s+/g, ' '), command.path) ||
  typedCommand(typed, [command]) !== null;

/** The command whose whole path was typed, and the text after it. */
export function typedCommand(
  typed: string,
  commands: readonly CallableCommand[],
): { readonly command: CallableCommand; readonly rest: string } | null {
  // Phones capitalise the first letter of a line.
  const lower = typed.toLowerCase();
  const matches = commands
    .filter(({ path }) => lower === path || lower.startsWith(`${path} `))
    .sort((left, right) => right.path.length - left.path.length);
  const command = matches[0];
  return command ? { command, rest: typed.slice(command.path.length).trimStart() } : null;
}
