/** The welcome card of each Discord server, sent once. */
import type { Pool } from '../../db/pool.ts';
import { deleteWelcome, insertWelcome } from './store/welcomes.ts';

export interface WelcomesService {
  /** Claims the card of this server. False if it was claimed before, by any process. */
  claim(guildId: string): Promise<boolean>;
  /** After a card that could not be sent, and when the bot has left the server. */
  forget(guildId: string): Promise<void>;
}

export const createWelcomes = (pool: Pool): WelcomesService => ({
  claim: async (guildId) => insertWelcome(pool, guildId),
  forget: async (guildId) => deleteWelcome(pool, guildId),
});
