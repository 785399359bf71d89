/** Commands for a person or a message, in the menu under *Apps*. */
import type { ApplicationCommandType, APIApplicationCommand } from 'discord-api-types/v10';
import type { View } from '../../protocol/protocol.ts';
import { commandsAt } from '../state/context.ts';

const types = {
  user: 2 as ApplicationCommandType.User,
  message: 3 as ApplicationCommandType.Message,
} as const;

export function contextCommands(
  view: View,
  place: string,
  kind: keyof typeof types,
): APIApplicationCommand[] {
  return commandsAt(view, place)
    .filter((command) => command.type === types[kind])
    .sort((one, other) => one.name.localeCompare(other.name));
}
