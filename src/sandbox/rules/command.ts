/** Application commands: https://docs.discord.com/developers/interactions/application-commands */
import {
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { localeIssues, nameIssues, required, type Named, type Path } from './command-names.ts';
import { optionIssues, type AnyOption } from './command-options.ts';
import type { Issue } from '../http/issue.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

const charactersMax = 8_000;

export function commandIssues(command: CommandBody, base: Path): Issue[] {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  const issues: Issue[] = [...localeIssues(command as Named, base)];
  if (type === ApplicationCommandType.ChatInput) {
    issues.push(...nameIssues(command as Named, base));
    const options = ((command as { options?: unknown }).options ?? []) as readonly AnyOption[];
    issues.push(...optionIssues(options, [...base, 'options']));
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

const longest = (text: unknown, others: Named['name_localizations']): number =>
  Math.max(
    ...[text, ...Object.values(others ?? {})].map((one) =>
      typeof one === 'string' ? one.length : 0,
    ),
  );

/** Total length of names, descriptions and choice values, each in its longest language. */
function sizeOf(named: Named & { readonly options?: readonly unknown[] | null }): number {
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
