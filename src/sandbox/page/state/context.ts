/** Shared by all parts of the page: the client, the current channel, and navigation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Channel, Person, Server, View } from '../../protocol/protocol.ts';
import type { Client } from './client.ts';

export interface Scene extends Client {
  /** The model's view, once it has loaded. */
  readonly view: View;
  /** A channel id or `mail`. */
  readonly place: string;
  readonly goTo: (place: string) => void;
  readonly becomePerson: (personId: string, place?: string) => void;
  /** Starts a command in the composer, as a click on its name does. */
  readonly offerCommand: (path: string, words?: string) => void;
  readonly showProfile: (userId: string, anchor: Element) => void;
  readonly inspector: InspectorState;
  readonly setInspector: (inspector: InspectorState) => void;
  /** Opens the dialog for managing people or a server. */
  readonly manage: (what: Managed | null) => void;
}

export type Managed =
  | { readonly kind: 'people'; readonly personId: string }
  | { readonly kind: 'server'; readonly serverId: string }
  | { readonly kind: 'new-server' };

export interface InspectorState {
  readonly open: boolean;
  /** The interaction whose details are shown. */
  readonly interactionId: string | null;
}

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('This part is used outside a scene.');
  return scene;
}

export function allChannels(view: View): Channel[] {
  return [view.directMessages, ...view.servers.flatMap((server) => server.channels)];
}

export function findChannel(view: View, id: string): Channel | null {
  return allChannels(view).find((channel) => channel.id === id) ?? null;
}

/** The server of a channel, or null for direct messages. */
export function serverOf(view: View, channelId: string): Server | null {
  const here = (server: Server): boolean => server.channels.some(({ id }) => id === channelId);
  return view.servers.find(here) ?? null;
}

/** The commands the person may use in this channel. */
export function commandsAt(view: View, channelId: string): readonly APIApplicationCommand[] {
  const server = serverOf(view, channelId);
  if (!server) return view.directMessages.commands;
  const closed = findChannel(view, channelId)?.closedCommands ?? [];
  if (closed.length === 0) return server.commands;
  return server.commands.filter(({ id }) => !closed.includes(id));
}

/** The people that can be picked in a channel: the server's members, or all in direct messages. */
export function peopleIn(view: View, channelId: string): readonly Person[] {
  return serverOf(view, channelId)?.members ?? view.people;
}

/** Name and colour of anyone who can appear in a message. */
export interface Face {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly hue: number;
  readonly isBot: boolean;
}

export function faceOf(view: View, userId: string): Face | null {
  if (userId === view.bot.userId || userId === view.bot.applicationId) {
    const { userId: id, name, hue } = view.bot;
    return { id, name, username: name.toLowerCase(), hue, isBot: true };
  }
  const person = view.people.find((other) => other.id === userId);
  if (!person) return null;
  const { id, displayName, username, hue } = person;
  return { id, name: displayName, username, hue, isBot: false };
}
