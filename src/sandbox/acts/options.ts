/** The checks a client makes on a command's options before it sends them. */
import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import type { OptionValue } from '../protocol/protocol.ts';
import { Refusal } from '../protocol/refusal.ts';
import type { Resolver } from './resolved.ts';

export type CommandOption = APIApplicationCommandOption & {
  readonly required?: boolean;
  readonly options?: readonly CommandOption[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
};

export interface SentOption {
  readonly name: string;
  readonly type: Type;
  readonly value?: OptionValue;
  readonly options?: readonly SentOption[];
  readonly focused?: boolean;
}

export interface FoundCommand {
  readonly command: APIApplicationCommand;
  /** Group and subcommand, outermost first. */
  readonly path: readonly CommandOption[];
  readonly options: readonly CommandOption[];
}

const isSub = (option: CommandOption): boolean =>
  option.type === Type.Subcommand || option.type === Type.SubcommandGroup;

/** Finds `staff customer freeze` among the commands a person may use, or null. */
export function findCommand(
  commands: readonly APIApplicationCommand[],
  name: string,
): FoundCommand | null {
  for (const command of commands) {
    const rest = name === command.name ? [] : restAfter(name, command.name);
    if (rest === null) continue;
    const path: CommandOption[] = [];
    let options = (command.options ?? []) as readonly CommandOption[];
    for (const word of rest) {
      const next = options.find((option) => isSub(option) && option.name === word);
      if (!next) return null;
      path.push(next);
      options = next.options ?? [];
    }
    return options.some(isSub) ? null : { command, path, options };
  }
  return null;
}

/** The words after a command's name, or null. Context-menu names may contain spaces themselves. */
function restAfter(name: string, commandName: string): string[] | null {
  if (!name.startsWith(`${commandName} `)) return null;
  return name.slice(commandName.length + 1).split(/\s+/);
}

export interface OptionCheck {
  readonly found: FoundCommand;
  readonly given: Readonly<Record<string, OptionValue>>;
  readonly resolver: Resolver;
  readonly permissions: bigint;
  readonly unchecked: boolean;
  /** The option being typed, for an autocomplete, which needs no other required option. */
  readonly focused?: string;
}

export function sentOptions(check: OptionCheck): SentOption[] {
  const { found, given } = check;
  const known = new Set(found.options.map((option) => option.name));
  const strange = Object.keys(given).find((name) => !known.has(name));
  if (strange !== undefined && !check.unchecked) {
    throw new Refusal(400, `There is no option ${strange}`);
  }
  const flat = found.options.flatMap((option): SentOption[] => {
    const value = given[option.name];
    if (value === undefined) {
      const mustBeGiven = option.required && !check.unchecked && check.focused === undefined;
      if (mustBeGiven) throw new Refusal(400, `The option ${option.name} is required`);
      return [];
    }
    const isFocused = option.name === check.focused;
    const wrong = problemWith(option, value, check);
    if (wrong !== null && !check.unchecked && check.focused === undefined) {
      throw new Refusal(400, `${option.name}: ${wrong}`);
    }
    const { name, type } = option;
    return [{ name, type, value, ...(isFocused && { focused: true }) }];
  });
  if (check.unchecked) flat.push(...guessed(given, known));
  return found.path.reduceRight<SentOption[]>(
    (options, { name, type }) => [{ name, type, options }],
    flat,
  );
}

const typeOf = (value: OptionValue): Type => {
  if (typeof value === 'boolean') return Type.Boolean;
  return typeof value === 'number' ? Type.Number : Type.String;
};

function guessed(
  given: Readonly<Record<string, OptionValue>>,
  known: ReadonlySet<string>,
): SentOption[] {
  return Object.entries(given)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => ({ name, type: typeOf(value), value }));
}

/** Null if the value is valid; records the objects that its ids refer to. */
function problemWith(option: CommandOption, value: OptionValue, check: OptionCheck): string | null {
  const { resolver, permissions } = check;
  const id = String(value);
  switch (option.type) {
    case Type.String:
      return stringProblem(option, value);
    case Type.Integer:
    case Type.Number:
      return numberProblem(option, value);
    case Type.Boolean:
      return typeof value === 'boolean' ? null : 'Choose true or false';
    case Type.User:
      return resolver.user(id) ? null : 'Choose a member';
    case Type.Channel:
      return resolver.channel(id, permissions) ? null : 'Choose a channel';
    case Type.Role:
      return resolver.role(id) ? null : 'Choose a role';
    case Type.Mentionable:
      return resolver.user(id) || resolver.role(id) ? null : 'Choose a member or a role';
    case Type.Attachment:
      return resolver.attachment(id) ? null : 'Attach a file';
    case Type.Subcommand:
    case Type.SubcommandGroup:
      return 'This option cannot have a value';
  }
}

const choiceProblem = (option: CommandOption, value: OptionValue): string | null =>
  option.choices === undefined ||
  option.choices.length === 0 ||
  option.choices.some((choice) => choice.value === value)
    ? null
    : 'Choose one of the choices';

function stringProblem(option: CommandOption, value: OptionValue): string | null {
  if (typeof value !== 'string') return 'Enter a text';
  const length = lengthOf(value);
  const min = option.min_length ?? (option.required ? 1 : 0);
  const max = option.max_length ?? 6_000;
  if (length < min) return `Must be ${min} or more in length`;
  if (length > max) return `Must be ${max} or fewer in length`;
  return choiceProblem(option, value);
}

function numberProblem(option: CommandOption, value: OptionValue): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Enter a number';
  if (option.type === Type.Integer && !Number.isSafeInteger(value)) return 'Enter a whole number';
  const min = option.min_value ?? Number.MIN_SAFE_INTEGER;
  const max = option.max_value ?? Number.MAX_SAFE_INTEGER;
  if (value < min) return `Must be ${min} or more`;
  if (value > max) return `Must be ${max} or less`;
  return choiceProblem(option, value);
}
