/** The language in which the bank writes to a person. */
import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { findLanguages, saveChoice, saveLocale } from './store/languages.ts';

export interface LanguagesService {
  /** One indexed read. */
  of(person: m.DiscordUserId): Promise<m.LanguageChoice>;
  /** Null: as Discord. May be called twice. Throws BANK_BUSY. */
  choose(person: m.DiscordUserId, choice: string | null): Promise<void>;
  /** Stores Discord's locale for messages that the bank sends by itself. Throws BANK_BUSY. */
  seen(person: m.DiscordUserId, locale: string): Promise<void>;
}

const unknown: m.LanguageChoice = { choice: null, locale: null };
/** A locale of Discord; anything else is not stored. */
const locales = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4})?$/;

export const createLanguages = (pool: Pool): LanguagesService => ({
  of: async (person) => (await findLanguages(pool, [person])).get(person) ?? unknown,
  choose: async (person, choice) => saveChoice(pool, person, choice),
  seen: async (person, locale) => {
    if (locales.test(locale)) await saveLocale(pool, person, locale);
  },
});
