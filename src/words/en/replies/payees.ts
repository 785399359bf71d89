/** Saved payees, the check of a payee's name, and the entries of the context menu. */
import { type Markup, md } from '../../text/markup.ts';

export const payees = {
  /** After a nickname. */
  closed: 'account closed',
  list: {
    title: 'Your payees',
    none: {
      title: 'No payees yet',
      sentence:
        'Save an account under a nickname, and use the nickname wherever you would type the number.',
    },
  },
  saved: (nickname: string): Markup => md`${nickname} is saved`,
  savedUse: 'You can use the nickname wherever an account is asked for.',
  renamed: (nickname: string): Markup => md`The nickname is now ${nickname}`,
  removed: (nickname: string): Markup => md`${nickname} is removed`,
  add: 'Save a payee',
  rename: 'Rename',
  remove: 'Remove',
  /** In place of the name of a payee whose name is not shown to strangers. */
  nameNotShown: 'Name not shown',
  /** The typed name against the name on the account. */
  check: {
    MATCH: '✅ **The name matches** the account.',
    close: (name: Markup): Markup => md`⚠️ **The name is close.** The account belongs to ${name}.`,
    NO_MATCH:
      '⚠️ **The name does not match this account.** Ask the payee for the number again before you confirm.',
    UNAVAILABLE: 'The bank cannot check the name for this account.',
    LIMIT: 'The name was not checked: you can check ten names an hour.',
  },
  /** A button beside the one that sends money. */
  request: 'Request',
  /** Entries of Discord's menu on a member; at most 32 characters. */
  menus: { send: 'Send money', request: 'Request money' },
};
