import type { DiscordUserId } from '../../bank/model.ts';
import { written, type Markup } from './markup.ts';

/** Shown as a name; no one is notified, since messages allow no mention. */
export const member = (id: DiscordUserId): Markup => written(`<@${id}>`);
