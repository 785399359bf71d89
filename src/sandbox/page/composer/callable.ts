/** The commands a person can use, as a flat list with one path per subcommand. */
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { fuzzySort, isNamedBy } from '../text/fuzzy.ts';

export type CommandOption = APIApplicationCommandBasicOption;

export interface CallableCommand {
  /** With spaces and without a slash: `profile update`. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

const chatInput = 1 satisfies ApplicationCommandType.ChatInput as ApplicationCommandType;
const subcommand = 1 as ApplicationCommandOptionType.Subcommand;
const group = 2 as ApplicationCommandOptionType.SubcommandGroup;

export function callableCommands(commands: readonly APIApplicationCommand[]): CallableCommand[] {
  return commands
    .filter((command) => command.type === chatInput)
    .flatMap((command) => paths(command.name, command.description, command.options ?? []))
    .sort((left, right) => left.path.localeCompare(right.path));
}

function paths(
  path: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): CallableCommand[] {
  const below = options.flatMap((option) =>
    option.type === subcommand || option.type === group
      ? paths(`${path} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  if (below.length > 0) return below;
  const own = options.filter(
    (option): option is CommandOption => option.type !== subcommand && option.type !== group,
  );
  return [{ path, description, options: own }];
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
