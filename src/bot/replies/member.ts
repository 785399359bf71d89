import type { DiscordUserId } from '../../bank/index.ts';
import { type Markup, written } from '../../words/markup.ts';

/** Shown as a name, without notifying; an erased customer has no Discord id any more. */
export const member = (id: DiscordUserId): Markup =>
  written(/^[0-9]+$/.test(id) ? `<@${id}>` : 'a closed account');
