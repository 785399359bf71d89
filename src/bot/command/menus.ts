/**
 * Entries of the menus that Discord shows on a member and on a message: each opens a command with
 * that member, or with the text of that message.
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

type UserMenuKey = keyof typeof words.replies.payees.menus;
type MenuKey = UserMenuKey | 'verify';

interface MenuTarget {
  readonly on: ApplicationCommandType.User | ApplicationCommandType.Message;
  /** Of the command. */
  readonly path: string;
  /** For the member, or for the text of the message. */
  readonly field: string;
}

const menus: Readonly<Record<MenuKey, MenuTarget>> = {
  send: { on: ApplicationCommandType.User, path: 'pay', field: 'member' },
  request: { on: ApplicationCommandType.User, path: 'request create', field: 'member' },
  verify: { on: ApplicationCommandType.Message, path: 'verify', field: 'code' },
};

const keys = Object.keys(menus) as readonly MenuKey[];
const nameOf = (key: MenuKey): string =>
  key === 'verify' ? words.replies.receipts.menu : words.replies.payees.menus[key];

function isThere(registry: Registry, key: MenuKey): boolean {
  const { path, field } = menus[key];
  return Object.hasOwn(registry.get(path)?.form?.fields ?? {}, field);
}

/** Without the entries whose commands this bank does not have. */
export const menusOf = (registry: Registry): MenuBody[] =>
  keys
    .filter((key) => isThere(registry, key))
    .map((key) => ({
      type: menus[key].on,
      name: inLanguage(defaultLanguage, () => nameOf(key)),
      name_localizations: translated(() => nameOf(key)),
      ...everywhere,
    }));

/** Discord names an entry in the default language, whatever the person sees. */
export function menuNamed(name: string): MenuTarget | null {
  const key = keys.find((one) => inLanguage(defaultLanguage, () => nameOf(one)) === name);
  return key === undefined ? null : menus[key];
}
