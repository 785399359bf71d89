/** The choices of a select: its own options, or people, roles and channels. */
import type { APISelectMenuComponent, ChannelType } from 'discord-api-types/v10';
import type { View } from '../../protocol/protocol.ts';
import { faceOf, peopleIn, serverOf } from '../state/context.ts';
import type { Choice } from './choice.ts';
import { componentKind } from './component-kinds.ts';

const textChannel = 0 as ChannelType.GuildText;

export function selectChoices(
  select: APISelectMenuComponent,
  view: View,
  channelId: string,
): Choice[] {
  switch (select.type) {
    case componentKind.stringSelect:
      return select.options.map((option) => ({
        id: option.value,
        label: option.label,
        ...(option.description ? { description: option.description } : {}),
        ...(option.emoji?.name ? { emoji: option.emoji.name } : {}),
      }));
    case componentKind.userSelect:
      return userChoices(view, channelId);
    case componentKind.roleSelect:
      return roleChoices(view, channelId);
    case componentKind.mentionableSelect:
      return [...userChoices(view, channelId), ...roleChoices(view, channelId)];
    case componentKind.channelSelect:
      return select.channel_types && !select.channel_types.includes(textChannel)
        ? []
        : channelChoices(view, channelId);
  }
}

/** The people and the bot. */
export function userChoices(view: View, channelId: string): Choice[] {
  const ids = [...peopleIn(view, channelId).map((person) => person.id), view.bot.userId];
  return ids.flatMap((id) => {
    const face = faceOf(view, id);
    return face ? [{ id, label: face.name, description: face.username, face }] : [];
  });
}

export function roleChoices(view: View, channelId: string): Choice[] {
  const roles = serverOf(view, channelId)?.roles ?? [];
  return roles.map((role) => ({ id: role.id, label: role.name, mark: '@' }));
}

export function channelChoices(view: View, channelId: string): Choice[] {
  const channels = serverOf(view, channelId)?.channels ?? [];
  return channels.map((channel) => ({ id: channel.id, label: channel.name, mark: '#' }));
}

/** The choices preset by the bot. */
export function selectDefaults(select: APISelectMenuComponent): string[] {
  if (select.type === componentKind.stringSelect) {
    return select.options.filter((option) => option.default).map((option) => option.value);
  }
  return (select.default_values ?? []).map((value) => value.id);
}
