import type { View } from '../protocol.ts';

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
  const knows = commands.some((known) => name === known.name || name.startsWith(`${known.name} `));
  return knows || (bot.online && commands.length > 0);
}
