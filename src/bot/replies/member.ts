import { type DiscordUserId, isHolderMark } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { type Markup, written } from '../../words/text/markup.ts';

/** Shown as a name, without notifying; erased customers and shared accounts have no Discord id. */
export function member(id: DiscordUserId): Markup {
  if (isHolderMark(id)) return written(words.replies.shared.type);
  return written(/^[0-9]+$/.test(id) ? `<@${id}>` : words.replies.people.formerCustomer);
}
