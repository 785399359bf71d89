/** The language of each Discord user: chosen, and as Discord last showed itself to them. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { textOf, textOrNull } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

const select = `
  SELECT discord_user_id, choice, locale
  FROM languages
  WHERE discord_user_id IN (:list)`;
const upsertChoice = `
  INSERT INTO languages (discord_user_id, choice)
  VALUES (?, ?)
  ON DUPLICATE KEY UPDATE choice = VALUES(choice)`;
const upsertLocale = `
  INSERT INTO languages (discord_user_id, locale)
  VALUES (?, ?)
  ON DUPLICATE KEY UPDATE locale = VALUES(locale)`;

export async function findLanguages(
  reader: Reader,
  people: readonly m.DiscordUserId[],
): Promise<ReadonlyMap<m.DiscordUserId, m.LanguageChoice>> {
  const { sql, values } = withList(select, people);
  return new Map(
    (await reader.rows(sql, values)).map((row) => [
      textOf(row, 'discord_user_id') as m.DiscordUserId,
      { choice: textOrNull(row, 'choice'), locale: textOrNull(row, 'locale') },
    ]),
  );
}

export async function saveChoice(
  pool: Pool,
  person: m.DiscordUserId,
  choice: string | null,
): Promise<void> {
  await pool.write(upsertChoice, [person, choice]);
}

export async function saveLocale(
  pool: Pool,
  person: m.DiscordUserId,
  locale: string,
): Promise<void> {
  await pool.write(upsertLocale, [person, locale]);
}
