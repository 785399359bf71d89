/**
 * Entries of the menu that Discord shows on a member: each opens a command with that member.
 * https://discord.com/developers/docs/interactions/application-commands#user-commands
 */
import {
  ApplicationCommandType,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { defaultLanguage, inLanguage, words } from '../../words/index.ts';
import { everywhere, translated } from './registration.ts';
import type { Registry } from './registry.ts';

export type MenuBody = RESTPostAPIContextMenuApplicationCommandsJSONBody;

type MenuKey = keyof typeof words.replies.payees.menus;

/** The command, and its field for the member. */
const userMenus: Readonly<Record<MenuKey, { readonly path: string; readonly field: string }>> = {
  send: { path: 'pay', field: 'member' },
  request: { path: 'request create', field: 'member' },
};

const keys = Object.keys(userMenus) as readonly MenuKey[];
const nameOf = (key: MenuKey): string => words.replies.payees.menus[key];

function isThere(registry: Registry, key: MenuKey): boolean {
  const { path, field } = userMenus[key];
  return Object.hasOwn(registry.get(path)?.form?.fields ?? {}, field);
}

/** Without the entries whose commands this bank does not have. */
export const menusOf = (registry: Registry): MenuBody[] =>
  keys
    .filter((key) => isThere(registry, key))
    .map((key) => ({
      type: ApplicationCommandType.User,
      name: inLanguage(defaultLanguage, () => nameOf(key)),
      name_localizations: translated(() => nameOf(key)),
      ...everywhere,
    }));

/** Discord names an entry in the default language, whatever the person sees. */
export function menuNamed(name: string): { readonly path: string; readonly field: string } | null {
  const key = keys.find((one) => inLanguage(defaultLanguage, () => nameOf(one)) === name);
  return key === undefined ? null : userMenus[key];
}
