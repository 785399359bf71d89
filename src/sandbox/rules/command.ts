/** Application commands: https://docs.discord.com/developers/interactions/application-commands */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
  type APIApplicationCommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Issue } from './issue.ts';

type Path = readonly (string | number)[];
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;
type AnyOption = APIApplicationCommandOption & {
  readonly options?: readonly AnyOption[];
  readonly choices?: readonly Choice[] | null;
  readonly autocomplete?: boolean | null;
};
interface Choice {
  readonly name: string;
  readonly value: string | number;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
}
interface Named {
  readonly name?: string;
  readonly description?: string | null;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
}

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const charactersMax = 8_000;
const choiceValueMax = 100;
const locales: ReadonlySet<string> = new Set(Object.values(Locale));

export function commandIssues(command: CommandBody, base: Path): Issue[] {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  const issues: Issue[] = [...localeIssues(command as Named, base)];
  if (type === ApplicationCommandType.ChatInput) {
    issues.push(...nameIssues(command.name, base));
    const options = ((command as { options?: unknown }).options ?? []) as readonly AnyOption[];
    issues.push(...optionIssues(options, { path: [...base, 'options'], depth: 0 }));
    if (!('description' in command) || !command.description) {
      issues.push(required([...base, 'description']));
    }
  } else if (type === ApplicationCommandType.User || type === ApplicationCommandType.Message) {
    issues.push(...contextMenuIssues(command, base));
  }
  if (sizeOf(command as Named) > charactersMax) {
    const message = `Command exceeds maximum size (${charactersMax})`;
    issues.push({ path: [...base], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return issues;
}

const required = (path: Path): Issue => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

/** Lower case where the letter has one. */
function nameIssues(name: string, base: Path): Issue[] {
  if (namePattern.test(name) && name === name.toLowerCase()) return [];
  const message = 'Command name is invalid';
  return [{ path: [...base, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
}

function contextMenuIssues(command: CommandBody, base: Path): Issue[] {
  const issues: Issue[] = [];
  if ('description' in command && command.description) {
    const message = 'Context menu commands cannot have description';
    const code = 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID';
    issues.push({ path: [...base, 'description'], code, message });
  }
  if ('options' in command && (command.options ?? []).length > 0) {
    const message = 'Context menu commands cannot have options';
    const code = 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID';
    issues.push({ path: [...base, 'options'], code, message });
  }
  return issues;
}

const isSub = (option: AnyOption): boolean =>
  option.type === ApplicationCommandOptionType.Subcommand ||
  option.type === ApplicationCommandOptionType.SubcommandGroup;

/** Depth 0 is the command, 1 a group, 2 a subcommand. */
function optionIssues(
  options: readonly AnyOption[],
  place: { readonly path: Path; readonly depth: number },
): Issue[] {
  const { path, depth } = place;
  const issues: Issue[] = [];
  const names = new Set<string>();
  let optionalSeen = false;
  options.forEach((option, index) => {
    const at = [...path, index];
    if (names.has(option.name)) {
      const message = 'Option names must be unique';
      const code = 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID';
      issues.push({ path: [...at, 'name'], code, message });
    }
    names.add(option.name);
    if (option.required !== true) optionalSeen = true;
    else if (optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      const code = 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID';
      issues.push({ path: at, code, message });
    }
    issues.push(...nameIssues(option.name, at), ...localeIssues(option, at));
    if (!option.description) issues.push(required([...at, 'description']));
    issues.push(...choiceIssues(option, at), ...rangeIssues(option, at));
    issues.push(...nestingIssues(option, { path: at, depth }));
  });
  if (options.some(isSub) && !options.every(isSub)) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all';
    const code = 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID';
    issues.push({ path: [...path], code, message: `${message} other types` });
  }
  return issues;
}

function nestingIssues(
  option: AnyOption,
  place: { readonly path: Path; readonly depth: number },
): Issue[] {
  const { path, depth } = place;
  if (!isSub(option)) return [];
  const isGroup = option.type === ApplicationCommandOptionType.SubcommandGroup;
  const allowedDepth = isGroup ? 0 : 1;
  const inner = option.options ?? [];
  const message = isGroup
    ? 'A sub-command group holds sub-commands only'
    : 'A sub-command stands in a command or in a group';
  const misplaced = depth > allowedDepth;
  const wrongInner = isGroup
    ? inner.some((child) => child.type !== ApplicationCommandOptionType.Subcommand)
    : inner.some(isSub);
  const code = 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID';
  return [
    ...(misplaced || wrongInner ? [{ path: [...path, 'type'], code, message }] : []),
    ...optionIssues(inner, { path: [...path, 'options'], depth: isGroup ? 1 : 2 }),
  ];
}

function choiceIssues(option: AnyOption, path: Path): Issue[] {
  const choices = option.choices ?? [];
  const issues: Issue[] = [];
  if (option.autocomplete === true && choices.length > 0) {
    const message = 'Autocomplete and choices cannot be used together';
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE';
    issues.push({ path: [...path, 'choices'], code, message });
  }
  choices.forEach((choice, index) => {
    if (typeof choice.value !== 'string' || choice.value.length <= choiceValueMax) return;
    const message = `Must be ${choiceValueMax} or fewer in length.`;
    const at = [...path, 'choices', index, 'value'];
    issues.push({ path: at, code: 'BASE_TYPE_MAX_LENGTH', message });
  });
  if (new Set(choices.map((choice) => choice.name)).size < choices.length) {
    const message = 'Option choice names must be unique';
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED';
    issues.push({ path: [...path, 'choices'], code, message });
  }
  return issues;
}

function rangeIssues(option: AnyOption, path: Path): Issue[] {
  const bounds = option as unknown as Readonly<Record<string, number | undefined>>;
  const pairs = [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const;
  return pairs.flatMap(([low, high]) => {
    if ((bounds[low] ?? -Infinity) <= (bounds[high] ?? Infinity)) return [];
    const message = `${low} must be at most ${high}`;
    return [{ path: [...path, low], code: 'BASE_TYPE_INVALID_RANGE', message }];
  });
}

function localeIssues(named: Named, path: Path): Issue[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(named[key] ?? {})
      .filter((locale) => !locales.has(locale))
      .map((locale) => ({
        path: [...path, key, locale],
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${[...locales].join(', ')}}.`,
      })),
  );
}

/** Names, descriptions and choice values together; of several languages the longest counts. */
function sizeOf(named: Named & { readonly options?: readonly unknown[] | null }): number {
  const longest = (text: unknown, others: Named['name_localizations']): number =>
    Math.max(
      ...[text, ...Object.values(others ?? {})].map((one) =>
        typeof one === 'string' ? one.length : 0,
      ),
    );
  const inner = [
    ...((named.options ?? []) as (Named & { readonly options?: readonly unknown[] })[]),
    ...((named as { readonly choices?: readonly Named[] }).choices ?? []),
  ];
  const { value = '' } = named as { readonly value?: string | number };
  return (
    longest(named.name, named.name_localizations) +
    longest(named.description, named.description_localizations) +
    `${value}`.length +
    inner.reduce((sum, part) => sum + sizeOf(part), 0)
  );
}
