/** The owners of the bank, and what is posted to the staff channels. */
import type { Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { countManagers } from '../people/index.ts';
import { managersEnough } from './base/rights.ts';

/** Known only once the bot is connected to Discord. */
export interface DeskArrangement {
  /** Used when the settings name no owners. */
  readonly ownerIds: readonly string[];
  /** Requests for a decision are posted to a staff channel. */
  readonly cards: boolean;
  /** A line for each movement and each act of staff is posted to a staff channel. */
  readonly log: boolean;
}

export interface Desk {
  arrange(arrangement: DeskArrangement): void;
  readonly cards: boolean;
  readonly log: boolean;
  isOwner(discordUserId: m.DiscordUserId): boolean;
}

export function createDesk(ownerIds: readonly string[]): Desk {
  let owners = new Set(ownerIds);
  let arranged = { cards: false, log: false };
  return {
    arrange: ({ ownerIds: found, cards, log }) => {
      if (ownerIds.length === 0) owners = new Set(found);
      arranged = { cards, log };
    },
    get cards() {
      return arranged.cards;
    },
    get log() {
      return arranged.log;
    },
    isOwner: (discordUserId) => owners.has(discordUserId),
  };
}

export const helpsAsOwner = async (
  reader: Reader,
  desk: Desk,
  discordUserId: m.DiscordUserId,
): Promise<boolean> =>
  desk.isOwner(discordUserId) && (await countManagers(reader)) < managersEnough;
