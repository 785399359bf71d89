import type { DiscordUserId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { type Markup, written } from '../../words/text/markup.ts';

/** Shown as a name, without notifying; an erased customer has no Discord id. */
export const member = (id: DiscordUserId): Markup =>
  written(/^[0-9]+$/.test(id) ? `<@${id}>` : words.replies.people.formerCustomer);
