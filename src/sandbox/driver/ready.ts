import type { View } from '../protocol/protocol.ts';

/**
 * Whether running a command makes sense yet: a bot that just started has not registered any, and
 * one that has some will not get this one later.
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
  // Where managers closed every command to a person, direct messages still have them.
  const isRegistered = commands.length > 0 || directMessages.commands.length > 0;
  return knows || (bot.online && isRegistered);
}
