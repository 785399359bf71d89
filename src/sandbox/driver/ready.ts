import type { View } from '../protocol/protocol.ts';

/**
 * Whether a command can be run yet. A bot that just started has not registered any; one that has
 * registered some will not add this one later.
 */
export function isReady(
  view: View,
  command: { readonly name: string; readonly channelId: string },
): boolean {
  const { bot, directMessages, servers } = view;
  const { name, channelId } = command;
  const server = servers.find(({ channels }) => channels.some(({ id }) => id === channelId));
  const isDirect = channelId === directMessages.id;
  const commands = isDirect ? directMessages.commands : (server?.commands ?? []);
  const closed = server?.channels.find(({ id }) => id === channelId)?.closedCommands ?? [];
  const knows = commands.some(
    (known) =>
      !closed.includes(known.id) && (name === known.name || name.startsWith(`${known.name} `)),
  );
  // If managers closed every command to a person, direct messages still have them.
  const isRegistered = commands.length > 0 || directMessages.commands.length > 0;
  return knows || (bot.online && isRegistered);
}
